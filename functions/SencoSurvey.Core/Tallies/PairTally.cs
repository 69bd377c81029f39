using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tallies;

/// <summary>
/// How many of those who meet an indicator's condition chose each option of a question, and how many of all others. Everyone is in it: who did not say whether they meet it is among the
/// others, and who left the question out is with its last option. So its sums are those of the indicator and the question, and nobody is left over who could be found by subtraction.
/// </summary>
public sealed class PairTally
{
    private readonly Condition condition;
    private readonly string question;
    private readonly string[] optionIds;

    public PairTally(Questionnaire questionnaire, AssociationOfInterest association)
    {
        condition = association.IndicatorIn(questionnaire).Counts;
        question = association.Question;
        optionIds = [.. association.QuestionIn(questionnaire).Options.Select(option => option.Id)];
        Met = new long[optionIds.Length];
        Others = new long[optionIds.Length];
    }

    public IReadOnlyList<string> OptionIds => optionIds;

    /// <summary>Two rows, those who meet the condition and all others, each with a column for each option.</summary>
    public IReadOnlyList<IReadOnlyList<long>> Table => [Met, Others];

    internal long[] Met { get; }

    internal long[] Others { get; }

    internal void Add(AnswerSet answers)
    {
        var column = answers.Choice(question) is { } choice ? Array.IndexOf(optionIds, choice.Options[0]) : optionIds.Length - 1;
        (condition.Holds(answers) == true ? Met : Others)[column]++;
    }

    internal void Merge(PairTally other)
    {
        for (var column = 0; column < optionIds.Length; column++)
        {
            Met[column] += other.Met[column];
            Others[column] += other.Others[column];
        }
    }

    internal void Become(PairTally other)
    {
        other.Met.CopyTo(Met, 0);
        other.Others.CopyTo(Others, 0);
    }
}
