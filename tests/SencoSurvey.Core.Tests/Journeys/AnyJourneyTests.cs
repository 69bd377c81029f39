using System.Text.Json;
using FsCheck.Xunit;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tests.Journeys;

/// <summary>What holds of every journey through the annual questionnaire, whatever was saved, sent or known.</summary>
public sealed class AnyJourneyTests
{
    private static readonly Questionnaire Questionnaire = Example.Workload;

    private static readonly string[] Broken = ["", "null", "\"none\"", "-1", "[]", "{}", "1e99", "[\"yes\",\"no\"]"];

    [Property(Arbitrary = [typeof(Responses)])]
    public void Whatever_was_saved_no_answer_that_does_not_apply_is_among_the_answers(AnswerSet saved, AnswerSet other, AnswerSet sent, int[] dice)
    {
        var journey = new Journey(Questionnaire, State(saved, other, sent, dice));

        var answered = Questionnaire.Questions.Where(question => journey.Answers.Find(question.Id) is not null).ToList();
        Assert.All(answered, question => Assert.True(journey.Answers.Applies(question)));
        Assert.Equal(journey.Json(), AnswersJson.Write(AsTheApiTakesThem(journey)));
        Assert.All(journey.Pages, page => Assert.NotEmpty(journey.Asked(page)));
        Assert.All(journey.Pages, page => Assert.All(journey.Asked(page), question => Assert.Equal(page, journey.PageOf(question))));
        Assert.All(journey.Pages, page => Assert.All(journey.ChecksAt(page), check => Assert.NotNull(journey.Fingerprint(check))));
        Assert.Equal(journey.Pages.Skip(1), journey.Pages.SkipLast(1).Select(page => journey.After(page)));
        Assert.Equal(journey.Pages.SkipLast(1), journey.Pages.Skip(1).Select(page => journey.Before(page)));
        Assert.True(journey.Open is null || journey.Pages.Contains(journey.Open));
    }

    [Property(Arbitrary = [typeof(Responses)])]
    public void Going_on_from_where_one_is_asks_what_applies_once_and_ends_with_all_answers(AnswerSet answers)
    {
        var (journey, asked) = (new Journey(Questionnaire, Way.State()), new List<Question>());
        while (journey.Open is { } page)
        {
            asked.AddRange(journey.Asked(page));
            journey = journey.With(Entered(journey, page, answers));
        }

        Assert.Equal(Questionnaire.Questions.Where(answers.Applies), asked);
        Assert.Equal(AnswersJson.Write(answers), journey.Json());
        Assert.False(journey.IsIncomplete);
    }

    [Property(Arbitrary = [typeof(Responses)])]
    public void Changing_every_page_of_what_was_sent_in_ends_with_the_new_answers(AnswerSet sent, AnswerSet answers)
    {
        var journey = new Journey(Questionnaire, Way.State() with { Sent = sent });
        for (var page = journey.Pages[0]; page is not null; page = journey.After(page)) journey = journey.With(Entered(journey, page, answers));

        Assert.Equal(AnswersJson.Write(answers), journey.Json());
        Assert.Null(journey.Open);
    }

    private static PageEntry Entered(Journey journey, SurveyPage page, AnswerSet answers)
    {
        var shown = PageEntry.Of(page.Questions, answers);
        return PageEntry.Read(journey.Asked(page), field => shown.Typed[field]);
    }

    /// <summary>Each question's answer from one of two people, broken, or not saved at all; and some of what was sent in is known.</summary>
    private static JourneyState State(AnswerSet saved, AnswerSet other, AnswerSet sent, int[] dice)
    {
        var answers = new Dictionary<string, string>();
        var known = new Dictionary<string, Answer>();
        foreach (var (index, question) in Questionnaire.Questions.Index())
        {
            var roll = Roll(dice, index);
            if ((roll % 4) switch { 0 => saved.Find(question.Id), 1 => other.Find(question.Id), _ => null } is { } answer) answers[question.Id] = AnswersJson.Write(answer);
            else if (roll % 4 == 2) answers[question.Id] = Broken[roll / 4 % Broken.Length];
            if (roll % 11 == 0 && sent.Find(question.Id) is { } said) known[question.Id] = said;
        }

        return new JourneyState(known, Roll(dice, 99) % 2 == 0 ? sent : null, answers, new Dictionary<string, string> { ["ehcpAboveSenSupport"] = "1|2" });
    }

    private static int Roll(int[] dice, int index) => dice.Length == 0 ? index : Math.Abs(dice[index % dice.Length] % 1000) + index;

    /// <summary>What the API would take of it: everything, but for what is still to be answered.</summary>
    private static AnswerSet AsTheApiTakesThem(Journey journey)
    {
        var errors = new Errors();
        var read = AnswerReader.FromJson(Questionnaire, JsonElement.Parse(journey.Json()), errors);
        Assert.Equal(journey.IsIncomplete, read is null);
        Assert.All(errors.ByField, error => Assert.Equal(["Must be answered."], error.Value));
        return read ?? journey.Answers;
    }
}
