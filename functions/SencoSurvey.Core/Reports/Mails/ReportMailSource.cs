using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Reports.Mails;

/// <summary>All that a report's mail is written from.</summary>
/// <param name="LastSent">The publication that the same reader was sent last in this round; null the first time.</param>
/// <param name="Schools">The schools of the scope that might answer; null where they are not known, or the reader is not told of them.</param>
/// <param name="AreInvited">Whether those schools were invited, rather than counted in the school register.</param>
/// <param name="Checklist">What the questionnaire has school leaders look at; null where it has nothing.</param>
public sealed record ReportMailSource(Publication Publication, ReportReader Reader, Publication? LastSent = null, SchoolCounts? Schools = null, bool AreInvited = false, Checklist? Checklist = null);
