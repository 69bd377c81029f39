using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Statistics;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>
/// Hides what could point at a person. The rules are few and whole, so that an officer can understand them:
/// a figure rests on at least the minimum base; a question's options are shown all or none; no count from 1 to just under the minimum cell is shown,
/// nor one whose complement is; a breakdown shows a figure for all its groups or for none; extremes are shown where enough share them;
/// and how many were not asked, which a figure's base and missing give away, is a count like any other.
/// </summary>
/// <param name="rules">The round's limits.</param>
/// <param name="planned">Figures to hide, for their own sake or that of other scopes: see <see cref="DisclosurePlan"/>.</param>
internal sealed class DisclosureControl(DisclosureRules rules, IReadOnlySet<string> planned)
{
    private readonly int minimumBase = rules.MinimumBase;

    public Publication Apply(Publication publication, Questionnaire questionnaire, Tally tally) => publication with
    {
        Numbers = Map(publication.Numbers, (id, figure) => IsOpen(FigureKeys.Number(id)) ? Control(figure, tally.Numbers[id], IsRatio(questionnaire, id), ShowsExtremes(questionnaire, id)) : Hide(figure)),
        Choices = Map(publication.Choices, (id, figure) => IsSafe(figure) && (figure.Source is not null || IsOpen(FigureKeys.Choice(id))) ? figure : Hide(figure)),
        Indicators = Map(publication.Indicators, (id, figure) => IsOpen(FigureKeys.Indicator(id)) ? figure : Hide(figure)),
        Relationships = [.. publication.Relationships.Select((figure, index) => IsOpen(FigureKeys.Relationship(index)) && figure.N >= minimumBase ? figure : Hide(figure))],
        Associations = [.. (publication.Associations ?? []).Select((figure, index) => IsOpen(FigureKeys.Association(index)) ? figure : Hide(figure))],
        Breakdowns = publication.Breakdowns is { } breakdowns ? Map(breakdowns, (_, breakdown) => Control(breakdown, publication, questionnaire, tally)) : null,
    };

    private bool IsOpen(string figure) => !planned.Contains(figure);

    private static bool ShowsExtremes(Questionnaire questionnaire, string id) =>
        questionnaire.Find(id) is NumberQuestion { ShowExtremes: true } || questionnaire.Derived.Any(derived => derived.Id == id && derived.ShowExtremes);

    private static bool IsRatio(Questionnaire questionnaire, string id) => questionnaire.Derived.Any(derived => derived.Id == id && derived.Ratio is not null);

    private bool IsSafeToAsk(Func<Tally, long> notAsked, Tally tally) => rules.IsSafeToAsk(notAsked(tally), tally.Responses);

    private bool IsSafe(ChoiceFigure figure) => figure.Options.All(option => rules.IsSafe(option.Count ?? 0, figure.N ?? 0));

    /// <remarks>Of a ratio, those are missing too whose divisor is nought: a count like any other.</remarks>
    private NumberFigure Control(NumberFigure figure, NumberTally counts, bool isRatio, bool showExtremes)
    {
        if (figure.Status == Symbols.NotApplicable) return figure;
        if (figure.N < minimumBase || (isRatio && !showExtremes && !rules.IsSafeCount(counts.Missing))) return Hide(figure);
        var isInside = showExtremes || MedianInterval.Of(counts.Values)?.LowerRank >= rules.MinimumCell; // Its bounds are two of the answers themselves.
        var outer = showExtremes || IsOuterPercentileShown(counts.Values.Total);
        return figure with
        {
            Min = showExtremes || counts.Values.First().Value >= minimumBase ? figure.Min : null,
            P10 = outer ? figure.P10 : null,
            P90 = outer ? figure.P90 : null,
            MedianLower = isInside ? figure.MedianLower : null,
            MedianUpper = isInside ? figure.MedianUpper : null,
            Max = showExtremes || counts.Values.Last().Value >= minimumBase ? figure.Max : null,
        };
    }

    /// <summary>With few answers the 10th percentile is next to the smallest one: at least the minimum cell must lie at or below it. As a type 7 quantile it lies at rank 1 + (n - 1) / 10.</summary>
    private bool IsOuterPercentileShown(long n) => 1 + ((n - 1) / 10) >= rules.MinimumCell;

    /// <summary>
    /// Groups under the minimum base are hidden, and when those together are still under it, the smallest shown group with them;
    /// a figure that is not safe in every shown group and in the hidden ones taken together is hidden throughout, for it could be found by subtraction.
    /// </summary>
    private Breakdown Control(Breakdown breakdown, Publication whole, Questionnaire questionnaire, Tally tally)
    {
        var groups = tally.Groups[breakdown.Question];
        var hidden = HiddenGroups(groups, tally.Responses);
        var shown = groups.Where(group => group.Value.Responses > 0 && !hidden.Contains(group.Key)).Select(group => group.Value).ToList();
        var numbers = whole.Numbers.Keys.ToDictionary(id => id, id => IsOpen(FigureKeys.Number(id)) && IsSafeThroughout(NotAsked.Number(id), t => t.Numbers[id].Values.Total, []));
        var choices = tally.Choices.Keys.ToDictionary(
            id => id,
            id => IsOpen(FigureKeys.Choice(id)) && IsSafeThroughout(NotAsked.Choice(id), t => t.Choices[id].Answered, questionnaire.ChoiceQuestions.First(question => question.Id == id).Options.Select(option => (Func<Tally, long>)(t => t.Choices[id].Options[option.Id]))));
        var indicators = whole.Indicators.Keys.ToDictionary(id => id, id => IsOpen(FigureKeys.Indicator(id)) && IsSafeThroughout(NotAsked.Indicator(id), t => t.Indicators[id].Base, [t => t.Indicators[id].Met]));
        return breakdown with
        {
            Groups =
            [
                .. breakdown.Groups.Select(group => hidden.Contains(group.Id) ? Hide(group) : group with
                {
                    Numbers = Map(group.Numbers, (id, figure) => numbers[id] ? Control(figure, groups[group.Id].Numbers[id], IsRatio(questionnaire, id), showExtremes: false) : Hide(figure)),
                    Choices = Map(group.Choices, (id, figure) => choices[id] ? figure : Hide(figure)),
                    Indicators = Map(group.Indicators, (id, figure) => indicators[id] ? figure : Hide(figure)),
                }),
            ],
        };

        // In the whole, in every shown group, and in what is left after subtracting those from the whole.
        bool IsSafeThroughout(Func<Tally, long> notAsked, Func<Tally, long> total, IEnumerable<Func<Tally, long>> counts)
        {
            var left = Left(total);
            return (left == 0 || left >= minimumBase)
                && shown.Append(tally).All(t => total(t) >= minimumBase && IsSafeToAsk(notAsked, t))
                && rules.IsSafeToAsk(Left(notAsked), Left(t => t.Responses))
                && counts.All(count => shown.Append(tally).All(t => rules.IsSafe(count(t), total(t))) && (left == 0 || rules.IsSafe(Left(count), left)));
        }

        long Left(Func<Tally, long> count) => count(tally) - shown.Sum(count);
    }

    private HashSet<string> HiddenGroups(IReadOnlyDictionary<string, Tally> groups, long responses)
    {
        var bySize = groups.Where(group => group.Value.Responses > 0).OrderBy(group => group.Value.Responses).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        var unanswered = responses - bySize.Sum(group => group.Value.Responses);
        var hidden = new HashSet<string>();
        long inHidden = unanswered;
        foreach (var (id, group) in bySize)
        {
            if (group.Responses >= minimumBase && (inHidden == 0 || inHidden >= minimumBase)) break;
            hidden.Add(id);
            inHidden += group.Responses;
        }

        return hidden;
    }

    private static NumberFigure Hide(NumberFigure figure) => new(figure.Label, figure.Unit, null, null, null, null, null, null, null, null, null, null, null, null, Symbols.Confidential);

    private static ChoiceFigure Hide(ChoiceFigure figure) =>
        figure with { N = null, Missing = null, Options = [.. figure.Options.Select(option => new OptionFigure(option.Id, option.Label, null, null, null, null, Symbols.Confidential))] };

    private static IndicatorFigure Hide(IndicatorFigure figure) =>
        figure with { Count = null, Base = null, Missing = null, Percent = null, Lower = null, Upper = null, Status = Symbols.Confidential };

    private static RelationshipFigure Hide(RelationshipFigure figure) => figure with
    {
        N = null,
        Pearson = null,
        PearsonLower = null,
        PearsonUpper = null,
        Spearman = null,
        Kendall = null,
        Reading = "Too few responses to say.",
        Status = Symbols.Confidential,
    };

    private static AssociationFigure Hide(AssociationFigure figure) => figure with
    {
        N = null,
        Rows = [],
        ChiSquared = null,
        DegreesOfFreedom = null,
        P = null,
        CramersV = null,
        Reading = "Too few responses to say.",
        Status = Symbols.Confidential,
    };

    private static GroupFigures Hide(GroupFigures group) => group with
    {
        Responses = null,
        Status = Symbols.Confidential,
        Numbers = Map(group.Numbers, (_, figure) => Hide(figure)),
        Choices = Map(group.Choices, (_, figure) => Hide(figure)),
        Indicators = Map(group.Indicators, (_, figure) => Hide(figure)),
    };

    /// <summary>How many a question, or the question that an indicator rests on, was not put to.</summary>
    private static class NotAsked
    {
        public static Func<Tally, long> Number(string id) => tally => tally.Numbers[id].NotAsked;

        public static Func<Tally, long> Choice(string id) => tally => tally.Choices[id].NotAsked;

        public static Func<Tally, long> Indicator(string id) => tally => tally.Responses - tally.Indicators[id].Base - tally.Indicators[id].Missing;
    }

    private static Dictionary<string, T> Map<T>(IReadOnlyDictionary<string, T> figures, Func<string, T, T> control) =>
        figures.ToDictionary(pair => pair.Key, pair => control(pair.Key, pair.Value));
}
