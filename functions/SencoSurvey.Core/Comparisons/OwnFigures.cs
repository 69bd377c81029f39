using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Comparisons;

/// <summary>Sets a SENCO's own figures beside those of the authority, of schools of the same kind and of England; or in a school group's round, of the group. The others' come from publications alone.</summary>
public static class OwnFigures
{
    /// <param name="places">The places that the SENCO is in, the smallest first, with the latest publication of each; null while there is none.</param>
    public static IReadOnlyList<OwnFigure> Of(AnswerSet answers, IReadOnlyList<(string Name, Publication? Figures)> places, int minimumBase)
    {
        if (answers.Questionnaire.OwnComparison is not { } comparison) return [];
        var groups = Groups(answers, comparison, places, minimumBase).ToList();
        return [.. comparison.Measures.Select(measure => measure.Number is { } number ? OfNumber(answers, measure, number, groups) : OfShare(answers, measure.Indicator!, groups))];
    }

    private static OwnFigure OfNumber(AnswerSet answers, OwnMeasure measure, string id, List<Group> groups)
    {
        var (label, unit) = answers.Questionnaire.Find(id) is NumberQuestion question
            ? (question.Name, question.Unit)
            : answers.Questionnaire.Derived.Where(derived => derived.Id == id).Select(derived => (derived.Label, derived.Unit)).First();
        return new OwnFigure(
            label,
            unit,
            null,
            answers.Number(id)?.ToDouble(),
            null,
            (double?)measure.Recommended,
            measure.RecommendedBy,
            [.. groups.Select(group => group.Numbers?.GetValueOrDefault(id) is { Status: null, Median: not null } figure ? group.Shows(figure.Median, figure.Q1, figure.Q3, figure.N) : group.Hides())]);
    }

    private static OwnFigure OfShare(AnswerSet answers, string id, List<Group> groups)
    {
        var indicator = answers.Questionnaire.Indicators.First(known => known.Id == id);
        var among = indicator.Among is null || indicator.Among.Holds(answers) == true;
        return new OwnFigure(
            indicator.Label,
            null,
            indicator.Wording,
            null,
            among ? indicator.Counts.Holds(answers) : null,
            null,
            null,
            [.. groups.Select(group => group.Indicators?.GetValueOrDefault(id) is { Status: null, Percent: not null } figure ? group.Shows(figure.Percent, figure.Lower, figure.Upper, figure.Base) : group.Hides())]);
    }

    private static IEnumerable<Group> Groups(AnswerSet answers, OwnComparison comparison, IReadOnlyList<(string Name, Publication? Figures)> places, int minimumBase)
    {
        foreach (var (name, figures) in places.SkipLast(1)) yield return Whole(name, figures);
        var (wideName, wide) = places[^1];
        if (comparison.GroupBy is { } by && answers.Questionnaire.GroupingBy(by) is { } grouping && grouping.GroupOf(answers) is { } option)
        {
            var label = grouping.Groups.First(known => known.Id == option).Label;
            var group = wide?.Breakdowns?.GetValueOrDefault(by)?.Groups.FirstOrDefault(group => group.Id == option);
            yield return new Group($"{label}, in {wideName}", group?.Numbers, group?.Indicators, wide?.PublishedAt, minimumBase);
        }

        yield return Whole(wideName, wide);

        Group Whole(string who, Publication? publication) => new(who, publication?.Numbers, publication?.Indicators, publication?.PublishedAt, minimumBase);
    }

    private sealed record Group(
        string Who,
        IReadOnlyDictionary<string, NumberFigure>? Numbers,
        IReadOnlyDictionary<string, IndicatorFigure>? Indicators,
        DateTimeOffset? PublishedAt,
        int MinimumBase)
    {
        public OthersFigure Shows(double? value, double? lower, double? upper, long? count) => new(Who, value, lower, upper, count, PublishedAt, null);

        public OthersFigure Hides() => new(
            Who, null, null, null, null, PublishedAt, PublishedAt is null ? $"Not published yet: it takes at least {MinimumBase} responses." : "Hidden, so that nobody can be recognised.");
    }
}
