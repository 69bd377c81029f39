using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Questionnaires;

/// <summary>Sorts responses into groups by their answer to one question: bands of a number, or sets of options.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Label">What tables call it.</param>
/// <param name="Groups">A response belongs to the first whose condition it meets; to none where the question was not answered.</param>
public sealed record Grouping(string Id, string Label, IReadOnlyList<Group> Groups)
{
    /// <summary>Each option of a single-choice question as a group of its own.</summary>
    public static Grouping Of(ChoiceQuestion question) =>
        new(question.Id, question.Label, [.. question.Options.Select(option => new Group(option.Id, option.Label, new Condition { Question = question.Id, AnyOf = [option.Id] }))]);

    public string? GroupOf(AnswerSet answers) => Groups.FirstOrDefault(group => group.When.Holds(answers) == true)?.Id;
}

public sealed record Group(string Id, string Label, Condition When);
