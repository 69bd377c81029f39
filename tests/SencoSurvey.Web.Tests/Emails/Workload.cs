using System.Text.Json;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Reports.Mails;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Web.Tests.Emails;

/// <summary>Synthetic rounds of the annual questionnaire, and the mails that are written of them.</summary>
internal static class Workload
{
    public static readonly Questionnaire Questionnaire = QuestionnaireLibrary.Load().Find("senco-workload-1")!;

    private static readonly Round Round = new("2026", new RoundDefinition
    {
        Title = "SENCO workload survey 2026 (synthetic)",
        Questionnaire = Questionnaire.Id,
        OpensOn = new DateOnly(2026, 9, 1),
        ClosesOn = new DateOnly(2026, 12, 31),
        Access = Access.Open,
    });

    /// <summary>Of every five responses three come from primary schools, one from a secondary and one from a special school; nobody answers from a nursery.</summary>
    public static Publication Publish(int responses, bool final = false, string scope = "la/813", int month = 10) => PublicationBuilder.Publish(
        Round, Questionnaire, Scope.Parse(scope), Tally.Of(Questionnaire, Enumerable.Range(0, responses).Select(Answers)), new DateTimeOffset(2026, month, 5, 9, 0, 0, TimeSpan.Zero), final);

    /// <summary>Sixty primary schools, eighteen secondary, nine special and two nurseries.</summary>
    public static SchoolCounts Schools()
    {
        var schools = new SchoolCounts();
        schools.Add(new SchoolGroup("813", SchoolPhases.Primary, "upTo200"), 60);
        schools.Add(new SchoolGroup("813", SchoolPhases.Secondary, "upTo1000"), 18);
        schools.Add(new SchoolGroup("813", SchoolPhases.Special, "upTo100"), 9);
        schools.Add(new SchoolGroup("813", SchoolPhases.Nursery, "upTo100"), 2);
        return schools;
    }

    public static ReportMailSource ForOfficer(Publication publication, Publication? lastSent = null) => new(publication, ReportReader.Officer, lastSent, Schools());

    public static ReportMailSource ForLeader(Publication publication, Publication? lastSent = null) => new(publication, ReportReader.Leader, lastSent, Checklist: Questionnaire.Checklist);

    /// <summary>With one indicator's figure changed.</summary>
    public static Publication With(this Publication publication, string indicator, Func<IndicatorFigure, IndicatorFigure> change) =>
        publication with { Indicators = publication.Indicators.ToDictionary(pair => pair.Key, pair => pair.Key == indicator ? change(pair.Value) : pair.Value) };

    private static AnswerSet Answers(int number)
    {
        var leaves = number % 3 == 0;
        var answers = new Dictionary<string, object>
        {
            ["localAuthority"] = "813",
            ["phase"] = (number % 5) switch { < 3 => "primary", 3 => "secondary", _ => "special" },
            ["hoursAllocated"] = new[] { 2, 3.5, 5, 6.5, 12, 19.5, 4 }[number % 7],
            ["hoursWorked"] = new[] { 12, 15, 20, 30 }[number % 4],
            ["senSupport"] = 10 + (number * 7 % 60),
            ["ehcp"] = 2 + (number % 9),
            ["enoughTimeForRole"] = number % 10 < 7 ? "disagree" : "agree",
            ["understoodByLeaders"] = number % 2 == 0 ? "agree" : "disagree",
            ["pulledAway"] = number % 4 == 0 ? "sometimes" : "often",
            ["inRoleInFiveYears"] = leaves ? "no" : "yes",
        };
        if (leaves) answers["mainReasonForLeaving"] = number % 2 == 0 ? "workload" : "retirement";
        var errors = new Errors();
        return AnswerReader.FromJson(Questionnaire, JsonSerializer.SerializeToElement(answers), errors) ?? throw new InvalidOperationException(string.Join(' ', errors.ByField.Keys));
    }
}
