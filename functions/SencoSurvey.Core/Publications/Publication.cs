using System.Text.Json.Serialization;

namespace SencoSurvey.Core.Publications;

/// <summary>A scope's statistics after disclosure control, fixed at a moment: what everyone outside sees. Numbers are unrounded.</summary>
/// <param name="Live">Worked out just now and before disclosure control: for the coordinator alone.</param>
/// <param name="Final">Made after the round had closed.</param>
/// <param name="SoftChecks">How many responses set off each soft check, by its id: of live figures alone.</param>
public sealed record Publication(
    string Round,
    string Scope,
    string ScopeName,
    string Title,
    DateTimeOffset PublishedAt,
    bool Live,
    bool Final,
    Build Build,
    Base Base,
    IReadOnlyDictionary<string, NumberFigure> Numbers,
    IReadOnlyDictionary<string, ChoiceFigure> Choices,
    IReadOnlyDictionary<string, IndicatorFigure> Indicators,
    IReadOnlyList<RelationshipFigure> Relationships,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, Breakdown>? Breakdowns,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Breakdown? By = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, long>? SoftChecks = null,
    IReadOnlyList<AssociationFigure>? Associations = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Representation? Representation = null)
{
    /// <summary>Every two breakdowns crossed; of publications that are served none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CrossedFigures>? Crossings { get; init; }

    /// <summary>Whether it is without figures of only some of those who answered, because they are kept for the final report: see <see cref="Disclosure.WithoutDetails"/>.</summary>
    [JsonIgnore]
    public bool AwaitsDetails { get; init; }

    /// <summary>As it is served: the whole scope, and one breakdown where asked for.</summary>
    /// <param name="by">The breakdown question's id, or two with a comma between, in either order; or null.</param>
    /// <returns>Null when the publication is not broken down so.</returns>
    public Publication? BrokenDownBy(string? by)
    {
        var served = this with { Breakdowns = null, Crossings = null };
        return by is null ? served : Find(by) is { } breakdown ? served with { By = breakdown } : null;
    }

    private Breakdown? Find(string by) => by.Split(',') switch
    {
        [var question] => Breakdowns?.GetValueOrDefault(question),
        [var one, var other] => Crossings?.FirstOrDefault(crossing => (crossing.Rows, crossing.Columns) == (one, other) || (crossing.Rows, crossing.Columns) == (other, one))?.In(this),
        _ => null,
    };
}

/// <summary>What the publication was made from, so that anyone can check that a rebuild gives the same.</summary>
/// <param name="TallyHash">Of the scope's tally: see <see cref="Tallies.TallyJson.Hash"/>. Where it is handed out, sealed with the secret of whoever runs the survey.</param>
/// <param name="Version">Of the software.</param>
public sealed record Build(long Responses, string TallyHash, string Version);

/// <param name="Authorities">From how many local authorities the responses come.</param>
/// <param name="Invited">How many schools were invited; null where that is not known.</param>
/// <param name="ResponseRate">Share of the invited, in per cent.</param>
public sealed record Base(long Responses, int Authorities, long? Invited, double? ResponseRate, int MinimumBase)
{
    /// <summary>Of final figures, how many came in all, where some are not in the figures: too few, since those were last seen, to be added without pointing at them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Received { get; init; }
}

/// <summary>The same figures for each group of a breakdown.</summary>
/// <param name="Rest">Those who are in none of the shown groups: of a hidden one, or did not answer. Null where there are none, or no group is shown.</param>
public sealed record Breakdown(string Question, string Label, IReadOnlyList<GroupFigures> Groups, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] GroupFigures? Rest = null)
{
    /// <summary>The id of <see cref="Rest"/> among the groups.</summary>
    internal const string RestId = "rest";

    internal const string RestLabel = "All others together, and no answer";

    /// <summary>The groups, and the rest where there is one.</summary>
    [JsonIgnore]
    public IEnumerable<GroupFigures> All => Rest is null ? Groups : Groups.Append(Rest);

    /// <summary>Whether the groups are the cells of two crossed breakdowns.</summary>
    [JsonIgnore]
    public bool IsCrossing => Groups.Any(group => group.Parts is not null);
}

/// <param name="Responses">Null where the group is hidden.</param>
/// <param name="Parts">Of a cell of two crossed breakdowns, its group in each.</param>
public sealed record GroupFigures(
    string Id,
    string Label,
    long? Responses,
    string? Status,
    IReadOnlyDictionary<string, NumberFigure> Numbers,
    IReadOnlyDictionary<string, ChoiceFigure> Choices,
    IReadOnlyDictionary<string, IndicatorFigure> Indicators,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<GroupPart>? Parts = null);

/// <summary>A group of a breakdown; or, where its id is <c>rest</c>, all others together.</summary>
public sealed record GroupPart(string Question, string Id, string Label);

/// <summary>A number's statistics. A hidden figure is null, with its symbol in <see cref="Status"/>; <see cref="Min"/> and <see cref="Max"/> may be hidden alone.</summary>
/// <param name="N">How many answered.</param>
/// <param name="Missing">How many were asked and did not answer.</param>
/// <param name="Total">The sum of all answers; null of a ratio, whose sum means nothing, and of a difference, which has no <paramref name="Mean"/> and <paramref name="Sd"/> either: they could be subtracted from those of its parts.</param>
/// <param name="Mean">Of a ratio it is in whole units, from 100 on in two digits, as are all of its figures; but not in live ones.</param>
/// <param name="Sd">Null also where fewer than twice the minimum base answered, or would be left between places, and of groups: with so few, it and the mean can leave one set of answers only.</param>
/// <param name="Status">Null, or a symbol of <see cref="Symbols"/>.</param>
/// <param name="MedianLower">With <paramref name="MedianUpper"/>, a 95% interval of the median: see <see cref="Statistics.MedianInterval"/>. Both may be null though the median is shown.</param>
/// <param name="Bands">How many answered within each band of the number, where the questionnaire has bands for it; null where hidden.</param>
public sealed record NumberFigure(
    string Label,
    string Unit,
    long? N,
    long? Missing,
    double? Total,
    double? Mean,
    double? Sd,
    double? Min,
    double? P10,
    double? Q1,
    double? Median,
    double? Q3,
    double? P90,
    double? Max,
    string? Status,
    double? MedianLower = null,
    double? MedianUpper = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<OptionFigure>? Bands = null)
{
    /// <summary>How many it does not apply to: who was not asked, and of a ratio, who has nothing to divide by. Null where that is nobody, or hidden.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? NotAsked { get; init; }
}

/// <param name="Source">Where the counts come from, when not from this round's responses.</param>
/// <param name="FinitePopulation">Whether the intervals know how many there are to ask: see <see cref="IndicatorFigure"/>.</param>
public sealed record ChoiceFigure(string Label, long? N, long? Missing, IReadOnlyList<OptionFigure> Options, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Source = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool FinitePopulation = false);

/// <param name="Percent">Of those who answered, with the bounds of a 95% Wilson interval.</param>
public sealed record OptionFigure(string Id, string Label, long? Count, double? Percent, double? Lower, double? Upper, string? Status);

/// <param name="Previous">The previous round's figure, where the wording is the same.</param>
/// <param name="Benchmarks">Published figures from elsewhere, each with its wording.</param>
/// <param name="FinitePopulation">Whether the interval is the narrower one of a draw from those who were invited, where their number is known.</param>
public sealed record IndicatorFigure(
    string Label,
    string Wording,
    long? Count,
    long? Base,
    long? Missing,
    double? Percent,
    double? Lower,
    double? Upper,
    string? Status,
    PreviousFigure? Previous,
    IReadOnlyList<PublishedFigure> Benchmarks,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool FinitePopulation = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WeightedFigure? Weighted = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OthersShare? Others = null);

/// <summary>The same share with each group of schools counted for as much as there are of them.</summary>
/// <param name="Percent">With the bounds of a 95% interval.</param>
/// <param name="EffectiveBase">How many equally counted responses would be as sure (Kish).</param>
/// <param name="By">The breakdown whose groups are weighted; or two, whose crossed table’s cells are.</param>
public sealed record WeightedFigure(double Percent, double Lower, double Upper, double EffectiveBase, IReadOnlyList<string> By);

/// <summary>How these people differ from all others: a group from the rest of its scope, an authority or region from the rest of England.</summary>
/// <param name="Who">The others, in words.</param>
/// <param name="Difference">These less the others, in percentage points, with the bounds of Newcombe's 95% interval.</param>
public sealed record OthersShare(string Who, long Count, long Base, double Percent, double Difference, double DifferenceLower, double DifferenceUpper, string Reading);

/// <summary>How like the schools that there are those are which answered.</summary>
/// <param name="Schools">How many there are, by the school register or the invitations.</param>
/// <param name="Doubtful">Whether a group is so over- or underrepresented that unweighted figures may mislead.</param>
/// <param name="Reading">In plain words.</param>
public sealed record Representation(long Schools, IReadOnlyList<RepresentedGroup> Groups, bool Doubtful, string Reading);

/// <param name="Question">The breakdown.</param>
/// <param name="SchoolPercent">Of the schools that there are.</param>
/// <param name="ResponsePercent">Of the responses; null where hidden.</param>
public sealed record RepresentedGroup(string Question, string Id, string Label, long Schools, double SchoolPercent, long? Responses, double? ResponsePercent);

/// <summary>The same figure of an earlier round, and what lies between. All figures are null where the two cannot be compared: <see cref="Reading"/> says why.</summary>
/// <param name="Difference">This round's less that one's, in percentage points, with the bounds of Newcombe's 95% interval for two groups that have nobody in common.</param>
/// <param name="Reading">What that allows to be said, in plain words.</param>
public sealed record PreviousFigure(
    string Round,
    long? Count,
    long? Base,
    double? Percent,
    double? Lower,
    double? Upper,
    double? Difference = null,
    double? DifferenceLower = null,
    double? DifferenceUpper = null,
    string? Reading = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PairedFigure? Paired = null);

/// <summary>The change among those schools alone that answered in both rounds: of final figures, where both rounds were by invitation.</summary>
/// <param name="Pairs">How many answered the indicator's question both times.</param>
/// <param name="Difference">This round's share less that one's, in percentage points, with the bounds of Newcombe's 95% interval for paired proportions.</param>
public sealed record PairedFigure(long Pairs, double Difference, double DifferenceLower, double DifferenceUpper, string Reading);

/// <param name="Wording">As it was asked there: never quite as here, and the reader is told so.</param>
/// <param name="Differs">How what was asked there differs from what is asked here.</param>
public sealed record PublishedFigure(string Wave, double Percent, string Base, string Wording, string Source, string Differs);

/// <param name="Reading">What the numbers allow to be said, in plain words.</param>
public sealed record RelationshipFigure(
    string X,
    string Y,
    string Label,
    long? N,
    double? Pearson,
    double? PearsonLower,
    double? PearsonUpper,
    double? Spearman,
    double? Kendall,
    string Reading,
    string? Status);

/// <summary>Whether two questions go together: how each group answered, and a test.</summary>
/// <param name="Question">The id of the question whose options are counted.</param>
/// <param name="By">The id of the indicator by whose condition responses are grouped.</param>
/// <param name="N">How many responses: who did not say whether the condition is met is among the others, and who left the question out is counted with its last option.</param>
/// <param name="Rows">The groups; empty where hidden.</param>
/// <param name="P">Of the chi-squared test: how often chance alone gives as strong a link.</param>
/// <param name="CramersV">0 (none) to 1.</param>
/// <param name="Reading">What the table allows to be said, in plain words.</param>
public sealed record AssociationFigure(
    string Question,
    string By,
    string Label,
    long? N,
    IReadOnlyList<AssociationRow> Rows,
    double? ChiSquared,
    int? DegreesOfFreedom,
    double? P,
    double? CramersV,
    string Reading,
    string? Status);

/// <param name="Id"><see cref="MetId"/> or <see cref="OthersId"/>.</param>
/// <param name="N">How many the group has.</param>
public sealed record AssociationRow(string Id, string Label, long N, IReadOnlyList<OptionFigure> Options)
{
    public const string MetId = "met";
    public const string OthersId = "others";
}

/// <summary>The symbols of the Department for Education's statistics: https://dfe-analytical-services.github.io/analysts-guide/statistics-production/ud.html</summary>
public static class Symbols
{
    /// <summary>Does not apply: there is nothing to take a figure of.</summary>
    public const string NotApplicable = "z";

    /// <summary>Hidden, because people could be recognised.</summary>
    public const string Confidential = "c";
}
