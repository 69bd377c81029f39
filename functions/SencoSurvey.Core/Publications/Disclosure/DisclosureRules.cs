using SencoSurvey.Core.Rounds;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>How many people a figure counts, in a scope or in what is left of one after subtraction.</summary>
/// <param name="Base">Who answered.</param>
/// <param name="NotAsked">To whom the question was not put.</param>
/// <param name="Responses">Everyone.</param>
/// <param name="Cells">The counts that are shown beside the base, such as those of the options.</param>
internal sealed record FigureCounts(long Base, long NotAsked, long Responses, IReadOnlyList<long> Cells)
{
    public static FigureCounts operator -(FigureCounts whole, FigureCounts part) =>
        new(whole.Base - part.Base, whole.NotAsked - part.NotAsked, whole.Responses - part.Responses, [.. whole.Cells.Zip(part.Cells, (a, b) => a - b)]);

    public static FigureCounts operator +(FigureCounts one, FigureCounts other) =>
        new(one.Base + other.Base, one.NotAsked + other.NotAsked, one.Responses + other.Responses, [.. one.Cells.Zip(other.Cells, (a, b) => a + b)]);
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

    /// <summary>Whether the figure of these people may be shown.</summary>
    public bool IsSafe(FigureCounts figure) =>
        figure.Base >= MinimumBase && IsSafeToAsk(figure.NotAsked, figure.Responses) && figure.Cells.All(count => IsSafe(count, figure.Base));

    /// <summary>Whether these people may be found out about by subtraction: there is nobody to find, or enough.</summary>
    public bool IsSafeToLeave(FigureCounts left) =>
        left.Responses == 0 || (left.Responses >= MinimumBase && (left.Base == 0 ? IsSafeToAsk(left.NotAsked, left.Responses) : IsSafe(left)));
}
