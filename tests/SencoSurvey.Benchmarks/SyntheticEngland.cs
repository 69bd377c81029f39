using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Benchmarks;

/// <summary>Synthetic responses from every authority in England, the same each time. They are spread widely, so that tallies are as large as real ones could be, and say nothing of real schools.</summary>
internal sealed class SyntheticEngland(Questionnaire questionnaire)
{
    private const int Unanswered = 12; // One answer in so many is missing.

#pragma warning disable CA5394 // The same responses every time.
    private readonly Random random = new(1);

    /// <param name="responses">Spread over the authorities evenly, as far as whole numbers allow.</param>
    public IEnumerable<AnswerSet> Answers(int responses) => Enumerable.Range(0, responses).Select(index => One(LocalAuthorities.All[index % LocalAuthorities.All.Count]));

    private AnswerSet One(LocalAuthority authority)
    {
        var pupils = random.Next(1, 8) * random.Next(15, 220);
        var hours = Quarters(random.Next(2) == 0 ? 48 : 110);
        var answers = new Dictionary<string, Answer>
        {
            [AnswerSet.LocalAuthorityId] = new ChoiceAnswer([authority.Code], Several: false),
            ["schoolPupils"] = new NumberAnswer(pupils),
            ["schoolsServed"] = new NumberAnswer(random.Next(12) == 0 ? random.Next(2, 5) : 1),
            ["senSupport"] = new NumberAnswer((long)(pupils * (0.08 + (0.15 * random.NextDouble())))),
            ["ehcp"] = new NumberAnswer((long)(pupils * (0.06 * random.NextDouble()))),
            ["hoursAllocated"] = new NumberAnswer(hours),
            ["hoursWorked"] = new NumberAnswer(hours + Quarters(60)),
            ["adminSupportHours"] = new NumberAnswer(random.Next(2) == 0 ? 0 : Quarters(40)),
        };
        foreach (var question in questionnaire.ChoiceQuestions.Where(question => question.Id != AnswerSet.LocalAuthorityId))
            answers[question.Id] = new ChoiceAnswer([question.Options[Math.Min(random.Next(question.Options.Count), random.Next(question.Options.Count))].Id], question.Several);
        foreach (var id in answers.Keys.Where(id => id != AnswerSet.LocalAuthorityId && random.Next(Unanswered) == 0).ToList()) answers.Remove(id);
        foreach (var question in questionnaire.Questions.Where(question => question.AppliesWhen is { } when && when.Holds(new AnswerSet(questionnaire, answers)) != true)) answers.Remove(question.Id);
        return new AnswerSet(questionnaire, answers);
    }

    private Rational Quarters(int most) => Rational.From(random.Next(most + 1) / 4m);
#pragma warning restore CA5394
}
