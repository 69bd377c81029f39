using Azure;

namespace SencoSurvey.Services.Drafts;

/// <summary>Answers that a SENCO has saved but not sent in. In no statistic.</summary>
/// <param name="Answers">JSON by question id; empty for a question that was seen and left empty.</param>
/// <param name="Accepted">The soft checks that were said yes to, by id.</param>
/// <param name="IsFirst">Begun by someone who had sent nothing in; otherwise these are changes to what was sent.</param>
/// <param name="Mails">How often its link was mailed.</param>
public sealed record Draft(
    IReadOnlyDictionary<string, string> Answers,
    IReadOnlyDictionary<string, string> Accepted,
    bool IsFirst,
    int Mails,
    ETag Version);
