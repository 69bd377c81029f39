using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tallies;

/// <summary>How many of each group chose each option; and, so that nobody can find them by subtraction unseen, how many gave one of the two answers only.</summary>
public sealed class PairTally
{
    private const string None = "";

    private readonly Grouping grouping;
    private readonly string question;

    public PairTally(Questionnaire questionnaire, AssociationOfInterest association)
    {
        grouping = questionnaire.GroupingBy(association.By)!;
        question = association.Question;
        string[] options = [.. ((ChoiceQuestion)questionnaire.Find(question)!).Options.Select(option => option.Id)];
        string[] groups = [.. grouping.Groups.Select(group => group.Id)];
        (GroupIds, OptionIds) = (groups, options);
        Counts = new Counter<string>(from row in groups.Append(None) from column in options.Append(None) select Key(row, column));
    }

    public IReadOnlyList<string> GroupIds { get; }

    public IReadOnlyList<string> OptionIds { get; }

    /// <summary>By "group;option", either of which is empty where it was not answered.</summary>
    public Counter<string> Counts { get; }

    public long this[string group, string option] => Counts[Key(group, option)];

    /// <summary>The counts of those who gave both answers: a row for each group, a column for each option.</summary>
    public IReadOnlyList<IReadOnlyList<long>> Table => [.. GroupIds.Select(Row)];

    /// <summary>Those who chose an option and are in no group.</summary>
    public IReadOnlyList<long> InNoGroup => Row(None);

    /// <summary>Those of each group who did not choose an option.</summary>
    public IReadOnlyList<long> WithoutOption => [.. GroupIds.Select(group => this[group, None])];

    internal void Add(AnswerSet answers) => Counts.Add(Key(grouping.GroupOf(answers) ?? None, answers.Choice(question)?.Options[0] ?? None));

    internal void Merge(PairTally other) => Counts.Merge(other.Counts);

    private static string Key(string group, string option) => $"{group};{option}";

    private IReadOnlyList<long> Row(string group) => [.. OptionIds.Select(option => this[group, option])];
}
