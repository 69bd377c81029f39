using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tallies;

/// <summary>How many of each group chose each option; and how many gave one of the two answers only.</summary>
public sealed class PairTally
{
    private readonly Grouping grouping;
    private readonly string question;
    private readonly string[] groupIds;
    private readonly string[] optionIds;

    public PairTally(Questionnaire questionnaire, AssociationOfInterest association)
    {
        grouping = questionnaire.GroupingBy(association.By)!;
        question = association.Question;
        optionIds = [.. ((ChoiceQuestion)questionnaire.Find(question)!).Options.Select(option => option.Id)];
        groupIds = [.. grouping.Groups.Select(group => group.Id)];
        Counts = [.. Enumerable.Range(0, groupIds.Length + 1).Select(_ => new long[optionIds.Length + 1])];
    }

    public IReadOnlyList<string> GroupIds => groupIds;

    public IReadOnlyList<string> OptionIds => optionIds;

    /// <summary>The counts of those who gave both answers: a row for each group, a column for each option.</summary>
    public IReadOnlyList<IReadOnlyList<long>> Table => [.. groupIds.Select((_, row) => Row(row))];

    /// <summary>A row for each group and one for none; in each a column for each option and one for none.</summary>
    internal long[][] Counts { get; }

    public long this[string group, string option] => Counts[Array.IndexOf(groupIds, group)][Array.IndexOf(optionIds, option)];

    internal void Add(AnswerSet answers)
    {
        var row = grouping.GroupOf(answers) is { } group ? Array.IndexOf(groupIds, group) : groupIds.Length;
        var column = answers.Choice(question) is { } choice ? Array.IndexOf(optionIds, choice.Options[0]) : optionIds.Length;
        Counts[row][column]++;
    }

    internal void Merge(PairTally other)
    {
        foreach (var (mine, theirs) in Counts.Zip(other.Counts))
        {
            for (var column = 0; column < mine.Length; column++) mine[column] += theirs[column];
        }
    }

    internal void Become(PairTally other)
    {
        foreach (var row in Counts) Array.Clear(row);
        Merge(other);
    }

    private long[] Row(int row) => Counts[row][..^1];
}
