using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Statistics;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>
/// Hides what could point at a person. The rules are few and whole, so that an officer can understand them:
/// a figure rests on at least the minimum base; a question's options are shown all or none; no count from 1 to just under the minimum cell is shown,
/// nor one whose complement is; a breakdown shows its largest groups, and all others together; breakdowns are crossed in tables that are shown whole or not at all; extremes are shown where enough share them;
/// and how many were not asked, which a figure's base and missing give away, is a count like any other.
/// </summary>
/// <param name="rules">The round's limits.</param>
/// <param name="shown">The keys of the figures to show, which <see cref="DisclosurePlan"/> found safe in this scope and beside others.</param>
/// <param name="grids">The round's tables of crossed breakdowns.</param>
internal sealed class DisclosureControl(DisclosureRules rules, IReadOnlySet<string> shown, IReadOnlyList<CrossGrid> grids)
{
    private readonly int minimumBase = rules.MinimumBase;

    public Publication Apply(Publication publication, Questionnaire questionnaire, Tally tally) => publication with
    {
        Numbers = Map(publication.Numbers, (id, figure) => IsOpen(FigureKeys.Number(id)) ? Control(figure, tally.Numbers[id], questionnaire.ShowsExtremes(id), IsOpen(FigureKeys.Bands(id)), !questionnaire.IsSum(id) || IsOpen(FigureKeys.Moments(id)), ShowsSpread(questionnaire, id), questionnaire.IsRatio(id)) : Hide(figure)),
        Choices = Map(publication.Choices, (id, figure) => (figure.Source is null ? IsOpen(FigureKeys.Choice(id)) : IsSafe(figure)) ? figure : Hide(figure)),
        Indicators = Map(publication.Indicators, (id, figure) => IsOpen(FigureKeys.Indicator(id)) ? figure : Hide(figure)),
        Relationships = [.. publication.Relationships.Select((figure, index) => IsOpen(FigureKeys.Relationship(index)) && figure.N >= minimumBase ? (questionnaire.ShowsExtremes(figure.X) && questionnaire.ShowsExtremes(figure.Y) ? figure : Rounding.ToTwoDecimals(figure)) : Hide(figure))],
        Associations = [.. (publication.Associations ?? []).Select((figure, index) => IsOpen(FigureKeys.Association(index)) ? figure : Hide(figure))],
        Breakdowns = publication.Breakdowns is { } breakdowns ? Map(breakdowns, (_, breakdown) => Control(breakdown, questionnaire, tally)) : null,
        Crossings = CrossedFigures.Shown(questionnaire, grids, tally, IsOpen),
    };

    private bool IsOpen(string figure) => shown.Contains(figure);

    private bool ShowsSpread(Questionnaire questionnaire, string id) => questionnaire.ShowsExtremes(id) || IsOpen(FigureKeys.Spread(id));

    private bool IsSafe(ChoiceFigure figure) => figure.Options.All(option => rules.IsSafe(option.Count ?? 0, figure.N ?? 0));

    private NumberFigure Control(NumberFigure figure, NumberTally counts, bool showExtremes, bool showBands, bool showMoments, bool showSpread, bool isRatio)
    {
        if (figure.Status == Symbols.NotApplicable) return figure;
        var isInside = showExtremes || MedianInterval.Of(counts.Values)?.LowerRank >= rules.MinimumCell; // Its bounds are two of the answers themselves.
        var outer = showExtremes || IsOuterPercentileShown(counts.Values.Total);
        var open = figure with
        {
            Total = showMoments ? figure.Total : null,
            Mean = showMoments ? figure.Mean : null,
            Sd = showMoments && showSpread ? figure.Sd : null,
            Min = showExtremes || IsShared(counts.Values.First().Value, counts.Values.Total) ? figure.Min : null,
            P10 = outer ? figure.P10 : null,
            P90 = outer ? figure.P90 : null,
            MedianLower = isInside ? figure.MedianLower : null,
            MedianUpper = isInside ? figure.MedianUpper : null,
            Max = showExtremes || IsShared(counts.Values.Last().Value, counts.Values.Total) ? figure.Max : null,
            Bands = showBands ? figure.Bands : null,
        };
        return isRatio && !showExtremes ? Rounding.ToTwoDigits(open) : open;
    }

    /// <summary>An extreme that all but one or two gave would, with the total, tell what these gave.</summary>
    private bool IsShared(long shared, long answered) => shared >= minimumBase && rules.IsSafeCount(answered - shared);

    /// <summary>With few answers the 10th percentile is next to the smallest one: at least the minimum cell must lie at or below it. As a type 7 quantile it lies at rank 1 + (n - 1) / 10.</summary>
    private bool IsOuterPercentileShown(long n) => 1 + ((n - 1) / 10) >= rules.MinimumCell;

    /// <summary>A group that nobody is in is shown as such; the others as planned. The rest has those figures that every shown group has.</summary>
    private Breakdown Control(Breakdown breakdown, Questionnaire questionnaire, Tally tally)
    {
        var by = questionnaire.GroupingBy(breakdown.Question)!;
        var groups = tally.Groups[by.Id];
        var open = groups.Where(group => group.Value.Responses > 0 && IsOpen(FigureKeys.Group(by.Id, group.Key))).ToList();
        var rest = open.Aggregate(tally.Grouped.WithoutGroups(), (left, group) => left.Subtract(group.Value));
        return breakdown with
        {
            Groups =
            [
                .. breakdown.Groups.Select(group =>
                    groups[group.Id].Responses == 0 && !tally.IsMixed ? group
                    : open.Exists(one => one.Key == group.Id) ? Control(group, questionnaire, groups[group.Id], figure => IsOpen(FigureKeys.InGroup(by.Id, group.Id, figure)))
                    : Hide(group)),
            ],
            Rest = open.Count > 0 && rest.Responses > 0
                ? Control(Figures.Group(questionnaire, by, Breakdown.RestId, Breakdown.RestLabel, rest), questionnaire, rest, figure => open.TrueForAll(group => IsOpen(FigureKeys.InGroup(by.Id, group.Key, figure))))
                : null,
        };
    }

    private GroupFigures Control(GroupFigures group, Questionnaire questionnaire, Tally tally, Predicate<string> isOpen) => group with
    {
        Numbers = Map(group.Numbers, (id, figure) => isOpen(FigureKeys.Number(id)) ? Control(figure, tally.Numbers[id], showExtremes: false, showBands: false, !questionnaire.IsSum(id) || isOpen(FigureKeys.Moments(id)), showSpread: false, questionnaire.IsRatio(id)) : Hide(figure)),
        Choices = Map(group.Choices, (id, figure) => isOpen(FigureKeys.Choice(id)) ? figure : Hide(figure)),
        Indicators = Map(group.Indicators, (id, figure) => isOpen(FigureKeys.Indicator(id)) ? figure : Hide(figure)),
    };

    internal static NumberFigure Hide(NumberFigure figure) => new(figure.Label, figure.Unit, null, null, null, null, null, null, null, null, null, null, null, null, Symbols.Confidential);

    internal static ChoiceFigure Hide(ChoiceFigure figure) =>
        figure with { N = null, Missing = null, Options = [.. figure.Options.Select(option => new OptionFigure(option.Id, option.Label, null, null, null, null, Symbols.Confidential))] };

    internal static IndicatorFigure Hide(IndicatorFigure figure) =>
        figure with { Count = null, Base = null, Missing = null, Percent = null, Lower = null, Upper = null, Status = Symbols.Confidential };

    internal static RelationshipFigure Hide(RelationshipFigure figure) => figure with
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

    internal static AssociationFigure Hide(AssociationFigure figure) => figure with
    {
        N = null,
        Rows = [],
        ChiSquared = null,
        DegreesOfFreedom = null,
        P = null,
        CramersV = null,
        Reading = "Hidden: from the table, what a few people answered could be worked out.",
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

    private static Dictionary<string, T> Map<T>(IReadOnlyDictionary<string, T> figures, Func<string, T, T> control) =>
        figures.ToDictionary(pair => pair.Key, pair => control(pair.Key, pair.Value));
}
