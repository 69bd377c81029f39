using System.Globalization;
using SencoSurvey.Core.PublishedFigures;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Statistics;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications;

/// <summary>The figures of a tally, in the questionnaire's order and words, with nothing hidden yet.</summary>
internal static class Figures
{
    /// <param name="invited">How many were invited, where that is known.</param>
    public static Dictionary<string, NumberFigure> Numbers(Questionnaire questionnaire, Tally tally, long? invited = null)
    {
        var asked = questionnaire.Questions.OfType<NumberQuestion>().Select(question => (question.Id, question.Name, question.Unit, HasTotal: true, HasMean: true));

        // The total of a difference, less those of its parts, would be that of the few who gave only one of them; a mean is as much as a total.
        var derived = questionnaire.Derived.Select(number => (number.Id, Name: number.Label, number.Unit, HasTotal: number.Sum is not null, HasMean: number.Difference is null));
        return asked.Concat(derived).ToDictionary(number => number.Id, number => Number(number.Name, number.Unit, tally.Numbers[number.Id], number.HasTotal, number.HasMean, questionnaire.BandsOf(number.Id), questionnaire.IsPutToAll(number.Id) ? Population(invited, tally) : null));
    }

    /// <param name="invited">How many were invited, where that is known.</param>
    public static Dictionary<string, ChoiceFigure> Choices(Questionnaire questionnaire, Tally tally, long? invited = null) =>
        questionnaire.ChoiceQuestions.ToDictionary(
            question => question.Id,
            question =>
            {
                var counts = tally.Choices[question.Id];
                var population = question.AppliesWhen is null ? Population(invited, tally) : null;
                return new ChoiceFigure(
                    question.Label,
                    counts.Answered,
                    counts.Missing,
                    [.. question.Options.Select(option => OptionOf(option.Id, option.Label, counts.Options[option.Id], counts.Answered, population))],
                    FinitePopulation: population is not null);
            });

    public static ChoiceFigure Reported(ReportedCounts reported)
    {
        var total = reported.Options.Sum(option => (long)option.Count);
        return new ChoiceFigure(
            reported.Label,
            total,
            Missing: 0,
            [.. reported.Options.Select(option => OptionOf(option.Id, option.Label, option.Count, total))],
            reported.Source);
    }

    /// <param name="withPublished">Whether figures that others published stand beside them: they are of all SENCOs, so not of groups.</param>
    public static Dictionary<string, IndicatorFigure> Indicators(Questionnaire questionnaire, Tally tally, bool withPublished = false, long? invited = null) =>
        questionnaire.Indicators.ToDictionary(
            indicator => indicator.Id,
            indicator =>
            {
                var counts = tally.Indicators[indicator.Id];
                var population = indicator.Among is null ? Population(invited, tally) : null;
                var (percent, lower, upper) = Share(counts.Met, counts.Base, population);
                return new IndicatorFigure(
                    indicator.Label,
                    indicator.Wording,
                    counts.Met,
                    counts.Base,
                    counts.Missing,
                    percent,
                    lower,
                    upper,
                    counts.Base == 0 ? Symbols.NotApplicable : null,
                    Previous: null,
                    Benchmarks: withPublished ? PublishedFigureLibrary.For(indicator.Id) : [],
                    population is not null);
            });

    public static IReadOnlyList<RelationshipFigure> Relationships(Questionnaire questionnaire, Tally tally) =>
        [.. questionnaire.Relationships.Zip(tally.Relationships, (relationship, pairs) => Relationship(questionnaire, relationship, pairs))];

    public static IReadOnlyList<AssociationFigure> Associations(Questionnaire questionnaire, Tally tally) =>
        [.. questionnaire.Associations.Zip(tally.Associations, (association, pairs) => Association(questionnaire, association, pairs))];

    /// <summary>The same figures for each group: see <see cref="BrokenDown"/> for which.</summary>
    public static Breakdown Breakdown(Questionnaire questionnaire, Grouping by, Tally tally) => new(
        by.Id,
        by.Label,
        [.. by.Groups.Select(group => Group(questionnaire, by, group.Id, group.Label, tally.Groups[by.Id][group.Id]))]);

    /// <param name="people">The tally of the group alone.</param>
    public static GroupFigures Group(Questionnaire questionnaire, Grouping by, string id, string label, Tally people) => new(
        id,
        label,
        people.Responses,
        Status: null,
        Numbers(questionnaire, people),
        Choices(questionnaire, people).Where(choice => BrokenDown.HasChoice(questionnaire, choice.Key)).ToDictionary(),
        Indicators(questionnaire, people).Where(indicator => BrokenDown.HasIndicator(by, questionnaire.Indicators.First(known => known.Id == indicator.Key))).ToDictionary());

    private static NumberFigure Number(string label, string unit, NumberTally counts, bool hasTotal, bool hasMean, Grouping? bands, long? population)
    {
        var summary = NumberSummary.Of(counts.Values);
        var median = MedianInterval.Of(counts.Values);
        return new NumberFigure(
            label,
            unit,
            counts.Values.Total,
            counts.Missing,
            hasTotal ? summary?.Total : null,
            hasMean ? summary?.Mean : null,
            hasMean ? summary?.Sd : null,
            summary?.Min,
            summary?.P10,
            summary?.Q1,
            summary?.Median,
            summary?.Q3,
            summary?.P90,
            summary?.Max,
            summary is null ? Symbols.NotApplicable : null,
            median?.Lower,
            median?.Upper,
            bands is null || summary is null ? null : [.. bands.Groups.Zip(bands.CountIn(counts.Values), (band, count) => OptionOf(band.Id, band.Label, count, counts.Values.Total, population))])
        {
            NotAsked = counts.NotAsked > 0 ? counts.NotAsked : null,
        };
    }

    private static OptionFigure OptionOf(string id, string label, long count, long total, long? population = null)
    {
        var (percent, lower, upper) = Share(count, total, population);
        return new OptionFigure(id, label, count, percent, lower, upper, total == 0 ? Symbols.NotApplicable : null);
    }

    private static (double? Percent, double? Lower, double? Upper) Share(long count, long total, long? population)
    {
        if (total == 0) return (null, null, null);
        var (lower, upper) = population is { } all ? Wilson.Interval(count, total, population: all) : Wilson.Interval(count, total);
        return (100.0 * count / total, 100 * lower, 100 * upper);
    }

    private static AssociationFigure Association(Questionnaire questionnaire, AssociationOfInterest association, PairTally pairs)
    {
        var (question, by) = (association.QuestionIn(questionnaire), association.IndicatorIn(questionnaire));
        var found = Statistics.Association.Of(pairs.Table);
        AssociationRow[] rows = [Row(AssociationRow.MetId, by.Label, pairs.Met), Row(AssociationRow.OthersId, "All others, also who did not say", pairs.Others)];
        return new AssociationFigure(
            question.Id,
            by.Id,
            $"{question.Name}{(question.Name.EndsWith('?') ? " By" : ", by")}: {by.Label}",
            pairs.Table.Sum(row => row.Sum()),
            rows,
            found?.ChiSquared,
            found?.DegreesOfFreedom,
            found?.P,
            found?.CramersV,
            found is null ? AssociationReading.None : $"{WhatStandsOut()}{AssociationReading.Of(found)}",
            found is null ? Symbols.NotApplicable : null);

        // Of the answers that the questionnaire has an indicator of, such as leaving.
        string WhatStandsOut()
        {
            if (questionnaire.Indicators.FirstOrDefault(indicator => indicator.Counts.Question == question.Id && indicator.Counts.AnyOf is not null)?.Counts.AnyOf is not { } wanted) return "";
            var said = string.Join(" or ", question.Options.Where(option => wanted.Contains(option.Id)).Select(option => $"“{option.Label}”"));
            return string.Create(CultureInfo.InvariantCulture, $"{by.Label}: {Percent(rows[0]):0.0}% of them said {said}, and {Percent(rows[1]):0.0}% of all others. ");

            double Percent(AssociationRow row) => row.Options.Where(option => wanted.Contains(option.Id)).Sum(option => option.Percent ?? 0);
        }

        AssociationRow Row(string id, string label, long[] counts) =>
            new(id, label, counts.Sum(), [.. question.Options.Zip(counts, (option, count) => OptionOf(option.Id, option == question.Options[^1] ? $"{option.Label}, or not said" : option.Label, count, counts.Sum()))]);
    }

    /// <summary>Of a question that not everyone is asked, nobody knows how many there are to ask; and more answers than invitations are no draw from the invited.</summary>
    private static long? Population(long? invited, Tally tally) => invited >= tally.Responses ? invited : null;

    private static RelationshipFigure Relationship(Questionnaire questionnaire, RelationshipOfInterest relationship, Counter<NumberPair> pairs)
    {
        var label = $"{Name(relationship.Y)}, and {LowerFirst(Name(relationship.X))}";
        return Correlation.Of(pairs) is { } found
            ? new RelationshipFigure(relationship.X, relationship.Y, label, found.N, found.Pearson, found.PearsonLower, found.PearsonUpper, found.Spearman, found.Kendall, CorrelationReading.Of(found), null)
            : new RelationshipFigure(relationship.X, relationship.Y, label, pairs.Total, null, null, null, null, null, CorrelationReading.None, Symbols.NotApplicable);

        static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name[1..];

        string Name(string id) => questionnaire.Find(id)?.Name ?? questionnaire.Derived.First(derived => derived.Id == id).Label;
    }
}
