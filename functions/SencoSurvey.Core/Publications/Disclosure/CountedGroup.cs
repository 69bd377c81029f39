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
    /// <param name="all">Of everyone: the groups of most people come first.</param>
    public static IEnumerable<CountedFigure> All(Questionnaire questionnaire, IReadOnlyList<CountedFigure> wholes, Tally all)
    {
        foreach (var by in questionnaire.Breakdowns)
        {
            var figures = wholes.Where(figure => BrokenDown.Keys(questionnaire, by).Contains(figure.Key)).ToList();
            var broken = figures.Select(figure => figure.Key).ToHashSet();
            var before = new List<string>();
            foreach (var group in InOrder(by, all))
            {
                string[] first = [.. before, group];
                var size = Split(by, first, Everyone);
                yield return new(FigureKeys.Group(by.Id, group), size, before.Count == 0 ? [] : [FigureKeys.Group(by.Id, before[^1])]);
                foreach (var figure in figures)
                {
                    var last = before.Count == 0 ? figure.Key : FigureKeys.InGroup(by.Id, before[^1], figure.Key);
                    yield return new(
                        FigureKeys.InGroup(by.Id, group, figure.Key),
                        Split(by, first, tally => figure.Of(tally)[0] with { NoughtTells = true }),
                        [last, FigureKeys.Group(by.Id, group), .. figure.Needs.Where(broken.Contains).Select(needed => FigureKeys.InGroup(by.Id, group, needed))],
                        (figure.Key, tally => figure.Of(tally)[0].IsUnanimous || size(tally)[0].Responses == tally.Responses),
                        (last, tally => size(tally).Any(part => part.Responses == 0)));
                }

                before.Add(group);
            }
        }
    }

    /// <summary>The groups that anyone is in, the largest first.</summary>
    public static IEnumerable<string> InOrder(Grouping by, Tally all) =>
        by.Groups.Select(group => group.Id).Where(group => all.Groups[by.Id][group].Responses > 0).OrderByDescending(group => all.Groups[by.Id][group].Responses);

    private static FigureCounts Everyone(Tally tally) => new(tally.Responses, 0, tally.Responses, []);

    /// <summary>Of the last of these groups, and of all who are in none of them.</summary>
    private static Func<Tally, IReadOnlyList<FigureCounts>> Split(Grouping by, IReadOnlyList<string> groups, Func<Tally, FigureCounts> figure) => tally =>
    [
        figure(tally.Groups[by.Id][groups[^1]]),
        groups.Aggregate(figure(tally), (left, group) => left - figure(tally.Groups[by.Id][group])),
    ];
}
