using SencoSurvey.Core.Rounds;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>How many people a figure counts, in a scope or in what is left of one after subtraction.</summary>
/// <param name="Base">Who answered.</param>
/// <param name="NotAsked">To whom the question was not put.</param>
/// <param name="Responses">Everyone.</param>
/// <param name="Cells">The counts that are shown beside the base, such as those of the options.</param>
/// <param name="NoughtTells">Whether a cell of nought gives something away too: that all who answered one question so answered another one in the same way.</param>
internal sealed record FigureCounts(long Base, long NotAsked, long Responses, IReadOnlyList<long> Cells, bool NoughtTells = false)
{
    /// <summary>Whether all who answered did so in the same way.</summary>
    public bool IsUnanimous => Base > 0 && Cells.Count > 0 && Cells.All(count => count == 0 || count == Base);

    public static FigureCounts operator -(FigureCounts whole, FigureCounts part) =>
        new(whole.Base - part.Base, whole.NotAsked - part.NotAsked, whole.Responses - part.Responses, [.. whole.Cells.Zip(part.Cells, (a, b) => a - b)], whole.NoughtTells);

    public static FigureCounts operator +(FigureCounts one, FigureCounts other) =>
        new(one.Base + other.Base, one.NotAsked + other.NotAsked, one.Responses + other.Responses, [.. one.Cells.Zip(other.Cells, (a, b) => a + b)], one.NoughtTells);
}

/// <summary>What may be known of a set of people: nothing on fewer than the minimum base, and no count from 1 to just under the minimum cell, nor of all but so few.</summary>
internal sealed record DisclosureRules(int MinimumBase, int MinimumCell)
{
    public static DisclosureRules Of(RoundDefinition round) => new(round.MinimumBase, round.MinimumCell);

    public bool IsEnoughOrNobody(long people) => people == 0 || people >= MinimumBase;

    public bool IsSafeCount(long count) => count == 0 || count >= MinimumCell;

    /// <summary>Whether it may be shown that so many of a total did.</summary>
    public bool IsSafe(long count, long total) => total >= MinimumBase && IsSafeCount(count) && IsSafeCount(total - count);

    /// <summary>A figure's base and missing give away how many were not asked, so that is a count like any other.</summary>
    public bool IsSafeToAsk(long notAsked, long responses) => notAsked == 0 || (IsSafeCount(notAsked) && IsSafeCount(responses - notAsked));

    /// <summary>Whether the figure of these people may be shown; where nobody answered, that nobody did.</summary>
    public bool IsSafe(FigureCounts figure) =>
        IsSafeToAsk(figure.NotAsked, figure.Responses) && (figure.Base == 0 || (figure.Base >= MinimumBase && figure.Cells.All(count => IsSafe(count, figure.Base) && !(figure.NoughtTells && (count == 0 || count == figure.Base)))));

    /// <summary>Whether a figure may be shown, which is of the first set of people, and tells of the others too.</summary>
    public bool IsSafe(IReadOnlyList<FigureCounts> figure) => IsSafe(figure[0]) && figure.Skip(1).All(IsSafeToLeave);

    /// <summary>Whether these people may be found out about by subtraction: there is nobody to find, or enough.</summary>
    public bool IsSafeToLeave(FigureCounts left) =>
        left.Responses == 0 || (left.Responses >= MinimumBase && IsSafe(left));
}
