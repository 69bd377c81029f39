using System.Text.Json;
using System.Text.Json.Nodes;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Web.Tests.Survey;

/// <summary>Questionnaires, answers and rounds that the pages are rendered with.</summary>
internal static class Made
{
    /// <summary>What someone may write into a title, a label or an answer to break a page.</summary>
    public const string Hostile = "</title></textarea></select></pre><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\u200f\"'&amp;=cmd()🙂@{1}";

    /// <summary>Whoever has it can read and change the answers.</summary>
    public const string Key = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

    public static readonly FormSecrets Secrets = new("form-token", "antiforgery", "sealed");

    public static readonly Questionnaire Workload = QuestionnaireLibrary.Load().Find("senco-workload-1")!;

    public static readonly Questionnaire HostileWorkload = Workload with
    {
        Sections = [.. Workload.Sections.Select(section => section with { Title = $"{section.Title}{Hostile}", Questions = [.. section.Questions.Select(Spoil)] })],
        SoftChecks = [.. Workload.SoftChecks.Select(check => check with { Message = Hostile })],
        Checklist = new Checklist(Hostile, Hostile, [.. Workload.Checklist!.Items.Select(item => item with { Text = Hostile })]),
    };

    /// <summary>An answer to every question that can be put to one person.</summary>
    public static AnswerSet Answers(string comments = "Nothing.\n\nReally.") => Read(Workload, new JsonObject
    {
        ["localAuthority"] = "813",
        ["phase"] = "primary",
        ["schoolPupils"] = 210,
        ["schoolsServed"] = 1,
        ["roles"] = new JsonArray("classTeacher", "middleLeader"),
        ["seniorLeadershipTeam"] = "no",
        ["yearsAsSenco"] = "fourToTen",
        ["qualification"] = "nasenco",
        ["qualifiedTeacher"] = "yes",
        ["senSupport"] = 31,
        ["ehcp"] = 4,
        ["hoursAllocated"] = 6.5,
        ["hoursWorked"] = 15,
        ["adminSupportHours"] = 0,
        ["enoughTimeForRole"] = "disagree",
        ["inRoleInFiveYears"] = "no",
        ["leaveRoleWithin"] = "twoYears",
        ["mainReasonForLeaving"] = "workload",
        ["comments"] = comments,
    });

    public static AnswerSet Read(Questionnaire questionnaire, JsonObject answers)
    {
        var errors = new Errors();
        return AnswerReader.FromJson(questionnaire, JsonSerializer.SerializeToElement(answers), errors) ?? throw new InvalidOperationException(string.Join(' ', errors.ByField.Keys));
    }

    /// <summary>Someone who sent in these answers, or has not begun.</summary>
    /// <param name="saved">By question id, as JSON: what was saved since.</param>
    public static Journey Journey(Questionnaire questionnaire, AnswerSet? sent = null, Dictionary<string, Answer>? known = null, params (string Question, string Json)[] saved) =>
        new(questionnaire, new JourneyState(known ?? [], sent, saved.ToDictionary(answer => answer.Question, answer => answer.Json), new Dictionary<string, string>()));

    public static Round Round(Access access = Access.Open, string title = "SENCO workload survey 2026") => new(
        "2026",
        new RoundDefinition { Title = title, Questionnaire = Workload.Id, OpensOn = new DateOnly(2026, 9, 1), ClosesOn = new DateOnly(2026, 12, 31), Access = access });

    /// <summary>A document like the annual one, with more questions at the end of a section.</summary>
    public static Questionnaire Extended(string section, params string[] questions)
    {
        var document = JsonNode.Parse(QuestionnaireDocument.Write(Workload))!;
        var list = document["sections"]!.AsArray().Single(found => (string?)found!["id"] == section)!["questions"]!.AsArray();
        foreach (var question in questions) list.Add(JsonNode.Parse(question));
        return QuestionnaireDocument.Read($"{Workload.Id}.json", document.ToJsonString());
    }

    private static Question Spoil(Question question)
    {
        var spoilt = question with
        {
            Label = $"{question.Label}{Hostile}",
            Short = question.Short is null ? null : $"{question.Short}{Hostile}",
            Hint = Hostile,
            Prompt = $"{question.Prompt}{Hostile}",
            StartsPage = question.StartsPage is null ? null : $"{question.StartsPage}{Hostile}",
            Required = true,
        };
        return spoilt switch
        {
            ChoiceQuestion choice => choice with { Options = [.. choice.Options.Select(option => option with { Label = $"{option.Label}{Hostile}" })] },
            NumberQuestion number => number with { Unit = Hostile },
            _ => spoilt,
        };
    }
}
