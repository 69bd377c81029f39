using System.Text.Json;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Web.Tests;

/// <summary>Publications with everything that can stand in them. All answers are synthetic, and what no tally gives (weights, others, pairs, schools) is made up.</summary>
internal static class RichPublications
{
    private static readonly Questionnaire Questionnaire = QuestionnaireLibrary.Load().Find("senco-workload-1")!;

    private static readonly string[] Agreement = ["stronglyAgree", "agree", "neither", "disagree", "stronglyDisagree"];

    /// <summary>As the product publishes it from the synthetic answers.</summary>
    public static Publication Plain(string scope = "la/813", int responses = 240) => PublicationBuilder.Publish(
        new Round("2027", new RoundDefinition
        {
            Title = "A round of synthetic answers",
            Questionnaire = Questionnaire.Id,
            OpensOn = new DateOnly(2027, 9, 1),
            ClosesOn = new DateOnly(2027, 12, 31),
            Access = Access.Open,
        }),
        Questionnaire,
        Scope.Parse(scope),
        Tally.Of(Questionnaire, Enumerable.Range(0, responses).Select(Answers)),
        new DateTimeOffset(2028, 1, 10, 9, 0, 0, TimeSpan.Zero),
        final: true);

    /// <summary>Of so few that nothing but the main figures is shown.</summary>
    public static Publication Sparse()
    {
        var plain = Plain();
        return plain with
        {
            Numbers = plain.Numbers.ToDictionary(pair => pair.Key, pair => Hidden(pair.Value)),
            Choices = plain.Choices.ToDictionary(pair => pair.Key, pair => pair.Value with { N = null, Missing = null, Options = [.. pair.Value.Options.Select(option => option with { Count = null, Percent = null, Lower = null, Upper = null, Status = Symbols.Confidential })] }),
            Relationships = [.. plain.Relationships.Select(figure => figure with { N = null, Pearson = null, PearsonLower = null, PearsonUpper = null, Spearman = null, Kendall = null, Status = Symbols.Confidential })],
            Associations = [.. plain.Associations!.Select(figure => figure with { N = null, Rows = [], ChiSquared = null, P = null, CramersV = null, Status = Symbols.Confidential })],
            Breakdowns = plain.Breakdowns!.ToDictionary(pair => pair.Key, pair => pair.Value with { Groups = [.. pair.Value.Groups.Select(group => group with { Responses = null, Status = Symbols.Confidential })], Rest = null }),
        };
    }

    public static NumberFigure Hidden(NumberFigure figure) => new(figure.Label, figure.Unit, null, null, null, null, null, null, null, null, null, null, null, null, Symbols.Confidential);

    public static Publication All(string scope = "la/813")
    {
        var plain = Plain(scope);
        return plain with
        {
            Base = plain.Base with { Invited = 310, ResponseRate = 100.0 * plain.Base.Responses / 310 },
            Numbers = plain.Numbers.ToDictionary(pair => pair.Key, pair => pair.Key == "hoursAllocated" ? pair.Value with { Bands = Bands } : pair.Value),
            Indicators = plain.Indicators.ToDictionary(pair => pair.Key, pair => Beside(pair.Key, pair.Value)),
            Breakdowns = plain.Breakdowns!.ToDictionary(pair => pair.Key, pair => pair.Key == "phase" ? WithOthers(pair.Value) : pair.Value),
            Representation = new Representation(
                310,
                [new("phase", "primary", "Primary, infant, junior or first", 250, 80.6, 120, 50), new("phase", "secondary", "Secondary or upper", 45, 14.5, 90, 37.5), new("phase", "special", "Special", 15, 4.8, null, null)],
                Doubtful: true,
                "Primary schools are 80.6% of the schools and 50.0% of the responses: read the weighted figures beside the unweighted ones."),
        };
    }

    /// <summary>The same with its first group hidden.</summary>
    public static Breakdown WithHidden(Breakdown breakdown) => breakdown with
    {
        Groups = [.. breakdown.Groups.Select((group, index) => index > 0 ? group : group with { Responses = null, Status = Symbols.Confidential, Numbers = group.Numbers.ToDictionary(pair => pair.Key, pair => new NumberFigure(pair.Value.Label, pair.Value.Unit, null, null, null, null, null, null, null, null, null, null, null, null, Symbols.Confidential)), Indicators = group.Indicators.ToDictionary(pair => pair.Key, pair => Hidden(pair.Value)) })],
    };

    public static IndicatorFigure Hidden(IndicatorFigure figure) => figure with { Count = null, Base = null, Missing = null, Percent = null, Lower = null, Upper = null, Status = Symbols.Confidential, Others = null };

    private static readonly IReadOnlyList<OptionFigure> Bands =
    [
        new("a", "Under half a day (3.25 hours)", 60, 25, 19.9, 30.8, null),
        new("b", "Half a day to under 1.5 days (9.75 hours)", 96, 40, 34, 46.3, null),
        new("c", "1.5 days to under 3 days (19.5 hours)", 48, 20, 15.4, 25.5, null),
        new("d", "3 days or more", 36, 15, 11, 20.1, null),
    ];

    private static IndicatorFigure Beside(string id, IndicatorFigure figure) => figure is not { Percent: { } percent, Count: { } count, Base: { } total } ? figure : figure with
    {
        Weighted = new WeightedFigure(percent - 2.1, percent - 8.2, percent + 4.4, 171.6, ["phase"]),
        Others = new("the rest of England", 5100, 10200, 50, percent - 50, percent - 57, percent - 43, percent > 57 ? "higher than in the rest of England" : percent < 43 ? "lower than in the rest of England" : "no clear difference from the rest of England"),
        Previous = id is "leavingMainlyForWorkload" or "manageable"
            ? new PreviousFigure("2026", null, null, null, null, null, Reading: "not compared, because the question, its answers or those who are asked it have changed since.")
            : new PreviousFigure("2026", count - 9, total, percent - 4, percent - 10, percent + 2, 4, -4.6, 12.5, "no clear difference from the round before", new PairedFigure(64, 6.3, 0.4, 12.6, "higher than the round before among the same schools")),
    };

    private static Breakdown WithOthers(Breakdown breakdown) => breakdown with
    {
        Groups = [.. breakdown.Groups.Select((group, index) => group with { Indicators = group.Indicators.ToDictionary(pair => pair.Key, pair => pair.Value.Percent is { } percent ? pair.Value with { Others = new("all others", 60, 120, 50, percent - 50, percent - 61, percent - 39, percent > 61 ? "higher than among the others" : percent < 39 ? "lower than among the others" : "no clear difference from the others") } : pair.Value) })],
        Rest = breakdown.Groups[0] with { Id = "rest", Label = "All others together", Responses = 30 },
    };

    private static AnswerSet Answers(int number)
    {
        var mixed = (int)(number * 2654435761L % 4294967296L >> 12) % 1000;
        var leaves = mixed % 3 == 0;
        var hours = new[] { 2m, 3m, 5m, 6.5m, 9.75m, 12m, 16.25m, 24m }[mixed % 8];
        var answers = new Dictionary<string, object>
        {
            ["localAuthority"] = "813",
            ["phase"] = new[] { "primary", "primary", "primary", "primary", "secondary", "secondary", "secondary", "special" }[number % 8],
            ["schoolPupils"] = new[] { 90, 150, 300, 800, 1200 }[mixed % 5],
            ["roles"] = new[] { new[] { "sencoOnly", "classTeacher", "assistantHead" }[number % 3] },
            ["seniorLeadershipTeam"] = mixed % 5 < 3 ? "yes" : "no",
            ["yearsAsSenco"] = new[] { "underOne", "oneToThree", "fourToTen", "overTen" }[mixed % 4],
            ["senSupport"] = 5 + (mixed % 80),
            ["ehcp"] = (mixed % 17) + (hours > 9 ? 4 : 0),
            ["hoursAllocated"] = hours,
            ["hoursWorked"] = hours + (mixed % 14),
            ["pulledAway"] = new[] { "never", "rarely", "sometimes", "often", "always" }[(mixed + number) % 5],
            ["inRoleInFiveYears"] = leaves ? "no" : mixed % 2 == 0 ? "yes" : "notSure",
            ["leaveProfession"] = new[] { "yes", "no", "notSure" }[mixed % 7 % 3],
        };
        foreach (var (question, shift) in new[] { ("enoughTimeForRole", 1), ("enoughTimeForSenSupport", 2), ("enoughTimeForEhcp", 3), ("manageableByOnePerson", 4), ("understoodByLeaders", 5) })
            answers[question] = Agreement[Math.Min(4, ((mixed * shift) + number) % 6)];
        answers["protectedTime"] = Agreement[mixed % 10 / 4];
        if (leaves)
        {
            answers["leaveRoleWithin"] = new[] { "oneYear", "twoYears", "fiveYears" }[number % 3];
            answers["mainReasonForLeaving"] = new[] { "workload", "workload", "funding", "retirement" }[number % 4];
        }

        var errors = new Errors();
        return AnswerReader.FromJson(Questionnaire, JsonSerializer.SerializeToElement(answers), errors) ?? throw new InvalidOperationException(string.Join(' ', errors.ByField.Keys));
    }
}
