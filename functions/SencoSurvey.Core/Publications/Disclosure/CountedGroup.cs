using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>
/// The figures of a breakdown's groups, as disclosure control sees them. The groups of all scopes come in one order, and a scope shows the first ones, up to where it would
/// give a few people away; with each goes what is left of the scope after it. So a wider scope and its parts never show groups that cut across each other, and what is
/// subtracted from what is always a group, or a rest, of fewer authorities.
/// </summary>
internal static class CountedGroup
{
    /// <param name="wholes">See <see cref="CountedFigure.OfWholes"/>.</param>
    /// <param name="order">The groups of a breakdown: see <see cref="InOrder"/>.</param>
    /// <param name="leavesOut">Whether the groups of some scope are not of everyone.</param>
    public static IEnumerable<CountedFigure> All(Questionnaire questionnaire, IReadOnlyList<CountedFigure> wholes, Func<Grouping, IEnumerable<string>> order, bool leavesOut)
    {
        foreach (var by in questionnaire.Breakdowns)
        {
            var broken = BrokenDown.Keys(questionnaire, by);
            var figures = wholes.Where(figure => broken.Contains(figure.Key)).Select(figure => (Whole: figure, Counts: Once(tally => figure.Of(tally)[0] with { NoughtTells = true }))).ToList();
            var left = figures.ToDictionary(figure => figure.Whole.Key, figure => Once(tally => figure.Counts(tally.Grouped)));
            var own = wholes.First(figure => figure.Key == FigureKeys.Choice(by.Id) || figure.Key == FigureKeys.Bands(by.Id));
            var everyoneLeft = Once(tally => Everyone(tally.Grouped));
            var before = new List<string>();
            foreach (var group in order(by))
            {
                var size = Split(by, group, Everyone, everyoneLeft);
                everyoneLeft = tally => size(tally)[1];
                yield return new(FigureKeys.Group(by.Id, group), tally => [.. size(tally), .. Beside(tally, Everyone, one => own.Of(one)[0])], before.Count == 0 ? [] : [FigureKeys.Group(by.Id, before[^1])]) { IsDetail = true, IsOfGroup = true, Group = new(by, group, null, Everyone) };
                foreach (var (whole, counts) in figures)
                {
                    var last = before.Count == 0 ? whole.Key : FigureKeys.InGroup(by.Id, before[^1], whole.Key);
                    var split = Split(by, group, counts, left[whole.Key]);
                    left[whole.Key] = tally => split(tally)[1];
                    yield return new(
                        FigureKeys.InGroup(by.Id, group, whole.Key),
                        tally => [.. split(tally), .. Beside(tally, counts)],
                        [last, FigureKeys.Group(by.Id, group), .. whole.Needs.Where(broken.Contains).Select(needed => FigureKeys.InGroup(by.Id, group, needed))],
                        [
                            (whole.Key, tally => counts(tally).IsUnanimous || size(tally)[0].Responses == tally.Responses),
                            (last, tally => size(tally).Any(part => part.Responses == 0)),
                            .. whole.FollowsFrom.Where(from => broken.Contains(from.Key)).Select(from => (FigureKeys.InGroup(by.Id, group, from.Key), (Predicate<Tally>)(tally => from.When(tally.Groups[by.Id][group])))),
                        ])
                    { IsDetail = true, IsOfGroup = true, About = whole.About, Group = new(by, group, whole.Key, counts) };
                }

                before.Add(group);
            }
        }

        // Those whom the groups leave out altogether: a figure of all, less that of all groups and of who is in none, is theirs.
        IEnumerable<FigureCounts> Beside(Tally tally, params IEnumerable<Func<Tally, FigureCounts>> figures) => leavesOut ? figures.Select(figure => figure(tally) - figure(tally.Grouped)) : [];
    }

    /// <summary>The groups that anyone is in, the largest first; or in the order of when some of them were seen, so that they are the first ones again.</summary>
    /// <param name="all">Of everyone.</param>
    /// <param name="then">Of everyone when details were seen; null where they were not.</param>
    public static IEnumerable<string> InOrder(Grouping by, Tally all, Tally? then = null) => by.Groups.Select(group => group.Id)
        .Where(group => all.Groups[by.Id][group].Responses > 0)
        .OrderByDescending(group => then?.Groups[by.Id][group].Responses)
        .ThenByDescending(group => then?.Groups[by.Id][group].Responses > 0 ? 0 : all.Groups[by.Id][group].Responses); // Groups that were as large as each other keep their order.

    private static FigureCounts Everyone(Tally tally) => new(tally.Responses, 0, tally.Responses, []);

    /// <summary>Of a group, and of all who are neither in it nor in one before it.</summary>
    private static Func<Tally, IReadOnlyList<FigureCounts>> Split(Grouping by, string group, Func<Tally, FigureCounts> figure, Func<Tally, FigureCounts> leftBefore) => Once<IReadOnlyList<FigureCounts>>(tally =>
    {
        var part = figure(tally.Groups[by.Id][group]);
        return [part, leftBefore(tally) - part];
    });

    /// <summary>Each tally is asked for the same counts again and again: for each group that comes after.</summary>
    private static Func<Tally, T> Once<T>(Func<Tally, T> count)
    {
        var known = new Dictionary<Tally, T>();
        return tally =>
        {
            if (!known.TryGetValue(tally, out var counted)) known.Add(tally, counted = count(tally));
            return counted;
        };
    }
}
