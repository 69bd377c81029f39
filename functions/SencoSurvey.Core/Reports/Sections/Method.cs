using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>How to read the report, as short as it can be: the methodology page has the rest.</summary>
public sealed record Method(IReadOnlyList<ReportNote> Notes, IReadOnlyList<ReportNote> Symbols)
{
    internal static Method Of(Publication publication) => new(
        [
            new("Who answered", "SENCOs chose whether to answer. Those who did may differ from those who did not, and no interval covers that."),
            new("95% interval", "How far off the figure may be, had those who answered been drawn by lot. The fewer the answers, the wider it is."),
            new("Base and missing", "A percentage is of those who answered that question. Missing are those who were asked and did not."),
            .. ReportWords.Waiting(publication),
            .. publication.Base.Invited is { } invited && invited >= publication.Base.Responses ? new[] { new ReportNote("Out of those invited", $"{ReportFormat.Count(invited)} schools were invited. Where everyone was asked a question, its interval is the narrower for the share of them that answered; those of differences and of weighted figures are not, and are rather too wide.") } : [],
            new("What is hidden", $"No figure rests on fewer than {ReportFormat.Responses(publication.Base.MinimumBase)}. Nothing is shown that points at one or two people, nor anything from which that could be worked out, in this report or with others beside it."),
            new("How it was made", $"From {ReportFormat.Responses(publication.Build.Responses)}, by SencoSurvey {publication.Build.Version}. The same responses always give the same figures. The fingerprint of their count: {publication.Build.TallyHash}"),
        ],
        [
            new(Publications.Symbols.Confidential, "Hidden, because people could be recognised."),
            new(Publications.Symbols.NotApplicable, "Nobody answered, or the figure does not apply: there is nothing to take it of."),
            new("x", "Not available."),
            new("low", "Rounds to 0.0%, but is not nought."),
            new("u", "Of low reliability: to be read with great care."),
        ]);
}
