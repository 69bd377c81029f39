using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tallies;

/// <summary>
/// Exact counts of a set of responses to one questionnaire. A pure function of that set: responses may be added, and tallies merged,
/// in any order, and <see cref="TallyJson"/> gives the same bytes.
/// </summary>
public sealed class Tally
{
    private readonly Questionnaire questionnaire;
    private readonly IReadOnlyList<Grouping> groupings;
    private Tally? grouped;

    /// <summary>The tally of no response.</summary>
    public Tally(Questionnaire questionnaire)
        : this(questionnaire, withGroups: true)
    {
    }

    private Tally(Questionnaire questionnaire, bool withGroups)
    {
        this.questionnaire = questionnaire;
        groupings = withGroups ? [.. questionnaire.Breakdowns] : [];
        Numbers = questionnaire.NumberIds.ToDictionary(id => id, _ => new NumberTally());
        Choices = questionnaire.ChoiceQuestions.ToDictionary(question => question.Id, question => new ChoiceTally(question));
        Indicators = questionnaire.Indicators.ToDictionary(indicator => indicator.Id, _ => new IndicatorTally());
        SoftChecks = new Counter<string>(questionnaire.SoftChecks.Select(check => check.Id));
        Relationships = withGroups ? [.. questionnaire.Relationships.Select(_ => new Counter<NumberPair>())] : [];
        Associations = withGroups ? [.. questionnaire.Associations.Select(association => new PairTally(questionnaire, association))] : [];
        Panel = withGroups ? questionnaire.Indicators.ToDictionary(indicator => indicator.Id, _ => new PanelTally()) : [];
        Crossings = withGroups ? [.. questionnaire.Crossings.Select(crossing => new CrossTally(crossing, questionnaire.Indicators.Count))] : [];
        Groups = withGroups
            ? groupings.ToDictionary(
                grouping => grouping.Id,
                grouping => (IReadOnlyDictionary<string, Tally>)grouping.Groups.ToDictionary(group => group.Id, _ => new Tally(questionnaire, withGroups: false)))
            : new Dictionary<string, IReadOnlyDictionary<string, Tally>>();
    }

    /// <summary>What was asked.</summary>
    public Questionnaire Questionnaire => questionnaire;

    public long Responses { get; internal set; }

    /// <summary>Responses by authority code: how much of a wider scope stands behind its figures.</summary>
    public Counter<string> Authorities { get; } = new();

    public IReadOnlyDictionary<string, NumberTally> Numbers { get; }

    public IReadOnlyDictionary<string, ChoiceTally> Choices { get; }

    public IReadOnlyDictionary<string, IndicatorTally> Indicators { get; }

    /// <summary>How often each soft check was set off.</summary>
    public Counter<string> SoftChecks { get; }

    /// <summary>Pairs of numbers, in the order of the questionnaire's relationships.</summary>
    public IReadOnlyList<Counter<NumberPair>> Relationships { get; }

    /// <summary>Pairs of answers, in the order of the questionnaire's associations.</summary>
    public IReadOnlyList<PairTally> Associations { get; }

    /// <summary>The indicators beside those of the round before, school by school. Empty counts where nobody is known to have answered both: see <see cref="YearOnYear.Panel"/>.</summary>
    public IReadOnlyDictionary<string, PanelTally> Panel { get; }

    /// <summary>Every two breakdowns crossed, in the order of the questionnaire's crossings.</summary>
    public IReadOnlyList<CrossTally> Crossings { get; }

    /// <summary>The same counts for the responses of each group of a breakdown. Groups have no groups, no pairs and no crossings.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Tally>> Groups { get; }

    public static Tally Of(Questionnaire questionnaire, IEnumerable<AnswerSet> responses)
    {
        var tally = new Tally(questionnaire);
        foreach (var response in responses) tally.Add(response);
        return tally;
    }

    public void Add(AnswerSet answers)
    {
        Count(answers);
        foreach (var association in Associations) association.Add(answers);
        var groups = groupings.ToDictionary(grouping => grouping.Id, grouping => grouping.GroupOf(answers));
        foreach (var (grouping, group) in groups)
        {
            if (group is not null) Groups[grouping][group].Count(answers);
        }

        if (Crossings.Count == 0) return;
        var shares = questionnaire.Indicators.Select(indicator => ShareCount.Of(indicator, answers)).ToArray();
        foreach (var crossing in Crossings) crossing.Add(groups[crossing.Crossing.Rows.Id], groups[crossing.Crossing.Columns.Id], shares);
    }

    /// <param name="other">A tally of the same questionnaire.</param>
    public Tally Merge(Tally other)
    {
        if (IsMixed || other.IsMixed) grouped = (grouped ?? WithoutGroups()).MergeAll(other.Grouped);
        return MergeAll(other).MergeGroups(other);
    }

    /// <summary>A copy whose groups, and cells of crossed breakdowns, are those of another tally.</summary>
    internal Tally WithGroupsOf(Tally other)
    {
        var mixed = new Tally(questionnaire).MergeAll(this).MergeGroups(other);
        mixed.grouped = other.Grouped.WithoutGroups();
        return mixed;
    }

    /// <summary>What is counted of all whom the groups are made of, as one.</summary>
    public Tally Grouped => grouped ?? this;

    /// <summary>Whether the groups are not of everyone.</summary>
    internal bool IsMixed => grouped is not null;

    /// <summary>For reading: to be filled.</summary>
    internal Tally BeginGrouped() => grouped = new Tally(questionnaire, withGroups: false);

    /// <summary>What is counted of all responses as one.</summary>
    private Tally MergeAll(Tally other)
    {
        Responses += other.Responses;
        Authorities.Merge(other.Authorities);
        foreach (var (id, number) in other.Numbers) Numbers[id].Merge(number);
        foreach (var (id, choice) in other.Choices) Choices[id].Merge(choice);
        foreach (var (id, indicator) in other.Indicators) Indicators[id].Merge(indicator);
        SoftChecks.Merge(other.SoftChecks);
        foreach (var (mine, theirs) in Relationships.Zip(other.Relationships)) mine.Merge(theirs);
        foreach (var (mine, theirs) in Associations.Zip(other.Associations)) mine.Merge(theirs);
        foreach (var (id, panel) in other.Panel.Where(panel => Panel.ContainsKey(panel.Key))) Panel[id].Merge(panel);
        return this;
    }

    private Tally MergeGroups(Tally other)
    {
        foreach (var (mine, theirs) in Crossings.Zip(other.Crossings)) mine.Merge(theirs);
        foreach (var (question, groups) in other.Groups.Where(by => Groups.ContainsKey(by.Key)))
        {
            foreach (var (option, group) in groups) Groups[question][option].Merge(group);
        }

        return this;
    }

    /// <summary>Takes these out again.</summary>
    /// <param name="part">A tally of some of the responses of this one; its groups, pairs and crossings do not matter.</param>
    internal Tally Subtract(Tally part)
    {
        Responses -= part.Responses;
        Authorities.Subtract(part.Authorities);
        foreach (var (id, number) in part.Numbers) Numbers[id].Subtract(number);
        foreach (var (id, choice) in part.Choices) Choices[id].Subtract(choice);
        foreach (var (id, indicator) in part.Indicators) Indicators[id].Subtract(indicator);
        return this;
    }

    /// <summary>A copy of what is counted of all responses as one.</summary>
    internal Tally WithoutGroups() => new Tally(questionnaire, withGroups: false).MergeAll(this);

    private void Count(AnswerSet answers)
    {
        Responses++;
        Authorities.Add(answers.LocalAuthority.Code);
        foreach (var question in questionnaire.Questions.Where(question => !answers.Applies(question)))
        {
            if (question is NumberQuestion) Numbers[question.Id].NotAsked++;
            if (question is ChoiceQuestion) Choices[question.Id].NotAsked++;
        }

        foreach (var question in questionnaire.Questions.OfType<NumberQuestion>().Where(answers.Applies)) Numbers[question.Id].Add(answers.Number(question.Id));
        foreach (var derived in questionnaire.Derived)
        {
            if (answers.HasNothingToDivideBy(derived)) Numbers[derived.Id].NotAsked++;
            else Numbers[derived.Id].Add(answers.Number(derived.Id));
        }

        foreach (var question in questionnaire.ChoiceQuestions.Where(answers.Applies)) Choices[question.Id].Add(answers.Choice(question.Id));
        foreach (var indicator in questionnaire.Indicators) Indicators[indicator.Id].Add(indicator, answers);
        foreach (var check in answers.SoftChecks) SoftChecks.Add(check.Id);
        foreach (var (relationship, pairs) in questionnaire.Relationships.Zip(Relationships))
        {
            if (answers.Number(relationship.X) is { } x && answers.Number(relationship.Y) is { } y) pairs.Add(new NumberPair(x, y));
        }
    }
}
