namespace SencoSurvey.Core.Comparisons;

/// <summary>One figure of a SENCO's own beside those published of others.</summary>
/// <param name="Unit">Of <see cref="Yours"/> and of the others' values; null where these are shares.</param>
/// <param name="Wording">What is counted, where the others' values are shares.</param>
/// <param name="Yours">Null where the SENCO did not give the numbers for it, and of a share.</param>
/// <param name="AppliesToYou">Of a share: whether the SENCO is one of those counted; null where that cannot be told.</param>
public sealed record OwnFigure(
    string Label,
    string? Unit,
    string? Wording,
    double? Yours,
    bool? AppliesToYou,
    double? Recommended,
    string? RecommendedBy,
    IReadOnlyList<OthersFigure> Others)
{
    public bool IsShare => Unit is null;
}

/// <summary>What is published of a group of SENCOs: a median with the middle half of the answers, or a percentage with its 95% interval.</summary>
/// <param name="Value">Null where nothing is published; then <see cref="WhyNot"/> says why.</param>
/// <param name="Base">How many answered.</param>
/// <param name="PublishedAt">Null where nothing is published.</param>
public sealed record OthersFigure(string Who, double? Value, double? Lower, double? Upper, long? Base, DateTimeOffset? PublishedAt, string? WhyNot);
