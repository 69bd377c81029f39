using SencoSurvey.Core.Rounds;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>What may be known of a set of people: nothing on fewer than the minimum base, and no count from 1 to just under the minimum cell, nor of all but so few.</summary>
internal sealed record DisclosureRules(int MinimumBase, int MinimumCell)
{
    public static DisclosureRules Of(RoundDefinition round) => new(round.MinimumBase, round.MinimumCell);

    public bool IsEnoughOrNobody(long people) => people == 0 || people >= MinimumBase;

    /// <summary>Of people who came or went: the same may be found out about them by subtraction as about anyone, but not who of so few they are.</summary>
    public bool IsNobodyOrEnough(FigureCounts change) => Math.Abs(change.Base) >= MinimumBase || (change.Base == 0 && Array.TrueForAll(change.Cells, count => count == 0));

    public bool IsSafeCount(long count) => count == 0 || count >= MinimumCell;

    /// <summary>Whether it may be shown that so many of a total did.</summary>
    public bool IsSafe(long count, long total) => total >= MinimumBase && IsSafeCount(count) && IsSafeCount(total - count);

    /// <summary>A figure's base and missing give away how many were not asked, so that is a count like any other.</summary>
    public bool IsSafeToAsk(long notAsked, long responses) => notAsked == 0 || (IsSafeCount(notAsked) && IsSafeCount(responses - notAsked));

    /// <summary>Whether the figure of these people may be shown; where nobody answered, that nobody did.</summary>
    public bool IsSafe(FigureCounts figure) =>
        IsSafeToAsk(figure.NotAsked, figure.Responses) && (figure.Base == 0 || (figure.Base >= figure.Times * MinimumBase && !(figure.NoughtTells && figure.Least == figure.Base) && Array.TrueForAll(figure.Cells, count => IsSafe(count, figure.Base) && !(figure.NoughtTells && (count == 0 || count == figure.Base)))));

    /// <summary>Whether a figure may be shown, which is of the first set of people, and tells of the others too.</summary>
    public bool IsSafe(IReadOnlyList<FigureCounts> figure) => IsSafe(figure[0]) && figure.Skip(1).All(IsSafeToLeave);

    /// <summary>Whether these people may be found out about by subtraction: there is nobody to find, or enough. More may have answered than there are, where a part's figure stayed as it was.</summary>
    public bool IsSafeToLeave(FigureCounts left) =>
        (left.Responses == 0 && left.Base == 0 && Array.TrueForAll(left.Cells, count => count == 0)) || (Math.Max(left.Responses, left.Base) >= MinimumBase && IsSafe(left));
}
