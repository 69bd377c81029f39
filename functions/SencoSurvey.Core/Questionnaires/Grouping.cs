using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Tallies;

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

    /// <summary>How many values of a number lie in each of its bands, in their order.</summary>
    public IReadOnlyList<long> CountIn(Counter<Rational> values)
    {
        var counts = new long[Groups.Count];
        foreach (var (value, count) in values)
        {
            if (Groups.Index().FirstOrDefault(group => group.Item.When.Holds(value), (-1, null!)) is { Index: >= 0 } found) counts[found.Index] += count;
        }

        return counts;
    }

    public string? GroupOf(AnswerSet answers) => Groups.FirstOrDefault(group => group.When.Holds(answers) == true)?.Id;
}

public sealed record Group(string Id, string Label, Condition When);
