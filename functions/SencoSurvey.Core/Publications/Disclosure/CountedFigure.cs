using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>A figure as disclosure control sees it: which people it counts.</summary>
/// <param name="Key">See <see cref="FigureKeys"/>.</param>
/// <param name="Of">Its counts in a tally, first of all whom it is of, then of each set among them that is shown by itself.</param>
/// <param name="Needs">The keys of those figures that this one would give away, at least in part: it is shown only where they are.</param>
/// <param name="FollowsFrom">The keys of figures from which this one follows though it be hidden, and when: for example because everyone gave the same answer.</param>
internal sealed record CountedFigure(string Key, Func<Tally, IReadOnlyList<FigureCounts>> Of, IReadOnlyList<string> Needs, params IReadOnlyList<(string Key, Predicate<Tally> When)> FollowsFrom)
{
    /// <summary>Whether it is about only some of those who answered: a group, or whom a question was put to.</summary>
    public bool IsDetail { get; init; }

    /// <summary>Whether it is of a group, or of a cell of crossed breakdowns.</summary>
    public bool IsOfGroup { get; init; }

    /// <summary>Of which group of a breakdown it is; null of others.</summary>
    public GroupOfFigure? Group { get; init; }

    /// <summary>Of which crossed table it is; null of others.</summary>
    public TableOfFigure? Table { get; init; }

    /// <summary>The keys of the figures of all who answered that it is about: where one of these stays as it was, so does this.</summary>
    public IReadOnlyList<string> About { get; init; } = [Key, .. Needs];

    /// <summary>All figures of a questionnaire but those of groups, each after those that it needs.</summary>
    public static IReadOnlyList<CountedFigure> OfWholes(Questionnaire questionnaire) =>
    [
        .. Questions(questionnaire),
        .. questionnaire.Questions.OfType<NumberQuestion>().Select(question => Number(questionnaire, question.Id, Asking(questionnaire, question))),
        .. questionnaire.Questions.OfType<NumberQuestion>().Where(question => questionnaire.BandsOf(question.Id) is not null).Select(question => Bands(questionnaire, question)),
        .. questionnaire.Derived.Select(derived => Number(questionnaire, derived.Id, [])),
        .. questionnaire.Derived.Where(derived => derived.Sum is not null).Select(Moments),
        .. questionnaire.NumberIds.Where(id => !questionnaire.ShowsExtremes(id)).Select(id => Spread(questionnaire, id)),
        .. questionnaire.Relationships.Select((relationship, index) => Relationship(questionnaire, relationship, index)),
        .. questionnaire.Associations.Select(Association),
    ];

    /// <summary>A question's indicators are sums of its options, so the options are shown only where the indicators are; what leads to a question comes before it.</summary>
    private static IEnumerable<CountedFigure> Questions(Questionnaire questionnaire)
    {
        foreach (var indicator in questionnaire.Indicators.Where(indicator => indicator.Counts.AnyOf is null)) yield return Share(questionnaire, indicator, indicator.Among is { } among ? [Given(questionnaire, among)] : []);
        foreach (var question in questionnaire.ChoiceQuestions)
        {
            var asking = Asking(questionnaire, question);
            var indicators = questionnaire.Indicators.Where(indicator => indicator.Counts.AnyOf is not null && indicator.Counts.Question == question.Id).ToList();
            foreach (var indicator in indicators) yield return Share(questionnaire, indicator, asking);
            yield return new(
                FigureKeys.Choice(question.Id),
                tally =>
                {
                    var counts = tally.Choices[question.Id];
                    return [new(counts.Answered, counts.NotAsked, tally.Responses, [.. counts.OptionIds.Select(option => counts.Options[option])])];
                },
                [.. indicators.Select(indicator => FigureKeys.Indicator(indicator.Id)), .. asking])
            { IsDetail = !questionnaire.IsPutToAll(question.Id) };
        }
    }

    private static CountedFigure Share(Questionnaire questionnaire, Indicator indicator, IReadOnlyList<string> needs)
    {
        var isOfAll = indicator.IsOfAll(questionnaire);
        return new(FigureKeys.Indicator(indicator.Id), Of, needs) { IsDetail = !isOfAll };

        IReadOnlyList<FigureCounts> Of(Tally tally)
        {
            var counts = tally.Indicators[indicator.Id];
            return [new(counts.Base, isOfAll ? 0 : tally.Responses - counts.Base - counts.Missing, tally.Responses, [counts.Met])];
        }
    }

    /// <summary>That somebody has nothing to divide by is a count like that of those who were not asked; but where the smallest value may be shown, it is no secret.</summary>
    private static CountedFigure Number(Questionnaire questionnaire, string id, IReadOnlyList<string> needs)
    {
        Rational? least = questionnaire.Find(id) is NumberQuestion question ? Rational.From(question.Minimum) : null;
        return new(FigureKeys.Number(id), Of, needs) { IsDetail = !questionnaire.IsPutToAll(id) };

        IReadOnlyList<FigureCounts> Of(Tally tally)
        {
            var counts = tally.Numbers[id];
            return [new(counts.Values.Total, questionnaire.ShowsExtremes(id) ? 0 : counts.NotAsked, tally.Responses, []) { Least = least is { } value ? counts.Values[value] : 0 }];
        }
    }

    /// <summary>
    /// The totals of a sum's parts, less its own: what those gave of the parts who did not give all of them. It is known where nobody gave all, whether it is shown or not. From one edition to
    /// the next one person may come to it, or less than one: so it is a detail.
    /// </summary>
    private static CountedFigure Moments(DerivedNumber derived) => new(
        FigureKeys.Moments(derived.Id),
        tally =>
        {
            var left = derived.Sum!.Sum(part => tally.Numbers[part].Values.Total - tally.Numbers[derived.Id].Values.Total);
            return [new(left, 0, left, [])];
        },
        [FigureKeys.Number(derived.Id)],
        [.. derived.Sum!.Append(derived.Id).Select(id => (FigureKeys.Number(id), (Predicate<Tally>)(tally => tally.Numbers[derived.Id].Values.Total == 0)))])
    { IsDetail = true };

    /// <summary>
    /// The standard deviation gives the sum of squares, and with few answers, their mean and quartiles that leaves but one set of whole numbers. So it takes twice as many as other figures,
    /// also of those who are left when places are subtracted from each other.
    /// </summary>
    private static CountedFigure Spread(Questionnaire questionnaire, string id)
    {
        var isSum = questionnaire.IsSum(id);
        return new(FigureKeys.Spread(id), tally => [new(tally.Numbers[id].Values.Total, 0, tally.Responses, []) { Times = 2 }], isSum ? [FigureKeys.Number(id), FigureKeys.Moments(id)] : [FigureKeys.Number(id)]) { IsDetail = isSum || !questionnaire.IsPutToAll(id) };
    }

    /// <summary>An indicator of the number may be a sum of its bands.</summary>
    private static CountedFigure Bands(Questionnaire questionnaire, NumberQuestion question) => new(
        FigureKeys.Bands(question.Id),
        tally => [new(tally.Numbers[question.Id].Values.Total, tally.Numbers[question.Id].NotAsked, tally.Responses, [.. questionnaire.BandsOf(question.Id)!.CountIn(tally.Numbers[question.Id].Values)])],
        [FigureKeys.Number(question.Id), .. questionnaire.Indicators.Where(indicator => indicator.Counts.Question == question.Id && indicator.Counts.Minus is null).Select(indicator => FigureKeys.Indicator(indicator.Id))])
    { IsDetail = !questionnaire.IsPutToAll(question.Id) };

    private static CountedFigure Relationship(Questionnaire questionnaire, RelationshipOfInterest relationship, int index) =>
        new(FigureKeys.Relationship(index), tally => [new(tally.Relationships[index].Total, 0, tally.Responses, [])], []) { IsDetail = !questionnaire.IsPutToAll(relationship.X, relationship.Y) };

    /// <summary>
    /// A table of pairs: each row and each column is a set of people of its own. Its sums are those of the indicator and of the question, which are shown where it is; but one of these may have
    /// moved on while the table stays as it was, and then those who came are left over. Where all are in one row, or in one column, it is known though it be hidden.
    /// </summary>
    private static CountedFigure Association(AssociationOfInterest association, int index)
    {
        return new(FigureKeys.Association(index), Sets, [FigureKeys.Choice(association.Question), FigureKeys.Indicator(association.By)],
            (FigureKeys.Choice(association.Question), tally => tally.Associations[index] is var pairs && (pairs.Met.Sum() == 0 || pairs.Others.Sum() == 0)),
            (FigureKeys.Indicator(association.By), tally => tally.Associations[index] is var pairs && pairs.Met.Zip(pairs.Others, (met, others) => met + others).Count(count => count > 0) == 1)) { IsDetail = true };

        IReadOnlyList<FigureCounts> Sets(Tally tally)
        {
            var pairs = tally.Associations[index];
            var (question, by) = (tally.Choices[association.Question], tally.Indicators[association.By]);
            var columns = pairs.Met.Zip(pairs.Others, (met, others) => (long[])[met, others]).ToList();
            long[] chose = [.. pairs.OptionIds.Select(option => question.Options[option])];
            chose[^1] += question.Missing;
            return
            [
                Set([.. pairs.Met, .. pairs.Others]) with { NoughtTells = true },
                Set(pairs.Met),
                Set(pairs.Others),
                .. columns.Select(Set),
                Set([.. chose.Zip(columns, (all, column) => all - column.Sum())]),
                Set([by.Met - pairs.Met.Sum(), by.Base - by.Met + by.Missing - pairs.Others.Sum()]),
            ];
        }

        static FigureCounts Set(long[] counts) => new(counts.Sum(), 0, counts.Sum(), counts);
    }

    /// <summary>Whom a question is put to is known from its base: so many gave the answer that leads to it.</summary>
    private static IReadOnlyList<string> Asking(Questionnaire questionnaire, Question question) =>
        question.AppliesWhen is { AnyOf: not null } condition ? [Given(questionnaire, condition)] : [];

    /// <summary>The figure that counts those who meet a condition: the indicator of just these options, or else the question.</summary>
    private static string Given(Questionnaire questionnaire, Condition condition)
    {
        var indicator = questionnaire.Indicators.FirstOrDefault(indicator =>
            indicator.Among is null && indicator.Counts.Question == condition.Question && indicator.Counts.AnyOf is { } options && condition.AnyOf is { } wanted && options.ToHashSet().SetEquals(wanted));
        return indicator is not null ? FigureKeys.Indicator(indicator.Id) : FigureKeys.Choice(condition.Question);
    }
}
