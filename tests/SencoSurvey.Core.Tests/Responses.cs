using FsCheck;
using FsCheck.Fluent;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tests;

/// <summary>Makes random responses to the annual questionnaire, each question answered six times out of seven.</summary>
public static class Responses
{
    private static readonly string[] Authorities = ["813", "370", "202"];

    public static Arbitrary<AnswerSet> Arbitrary() => Of(Example.Workload).ToArbitrary();

    public static Arbitrary<IReadOnlyList<AnswerSet>> Many() =>
        (from count in Gen.Choose(0, 30) from responses in Of(Example.Workload).ListOf(count) select (IReadOnlyList<AnswerSet>)[.. responses]).ToArbitrary();

    private static Gen<AnswerSet> Of(Questionnaire questionnaire) =>
        Gen.Choose(0, 100_000).ArrayOf(questionnaire.Questions.Count()).Select(numbers => From(questionnaire, numbers));

    /// <param name="numbers">One for each question, 0 to 100,000.</param>
    internal static AnswerSet From(Questionnaire questionnaire, int[] numbers)
    {
        var answers = new Dictionary<string, Answer>();
        var set = new AnswerSet(questionnaire, answers);
        foreach (var (question, number) in questionnaire.Questions.Zip(numbers))
        {
            if (set.Applies(question) && (question.Required || number % 7 > 0)) answers[question.Id] = AnswerTo(question, number / 7);
        }

        return set;
    }

    private static Answer AnswerTo(Question question, int number) => question switch
    {
        // Few different numbers, so that values repeat.
        NumberQuestion asked => new NumberAnswer(Rational.From(Math.Min(asked.Maximum, asked.Minimum + (asked.Step * (number % 41))))),
        ChoiceQuestion { Several: true } asked => new ChoiceAnswer([.. asked.Options.Where((_, index) => index == number % asked.Options.Count || (number >> index) % 2 == 1).Select(option => option.Id)], Several: true),
        ChoiceQuestion asked => new ChoiceAnswer([asked.Options[number % asked.Options.Count].Id], Several: false),
        LocalAuthorityQuestion => new ChoiceAnswer([Authorities[number % Authorities.Length]], Several: false),
        _ => new TextAnswer($"Remark \"{number}\" 🙂"),
    };
}
