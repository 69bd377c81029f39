using System.Globalization;

namespace SencoSurvey.Testing.National;

/// <summary>A made-up SENCO, whose answers follow from what the margins ask of them and otherwise are drawn.</summary>
/// <param name="ShortForRole">Has not enough time for the role.</param>
/// <param name="ShortForSupport">Has not enough time for pupils at SEN Support.</param>
/// <param name="Leaves">Does not expect to be a SENCO in five years.</param>
/// <param name="ForWorkload">Leaves for the workload above all.</param>
internal sealed record SyntheticSenco(int Number, string Authority, SyntheticSchool School, bool ShortForRole, bool ShortForSupport, bool Leaves, bool ForWorkload)
{
    /// <summary>The questions that the margins are of, and those without which a line is no response: everybody answers them.</summary>
    private static readonly string[] AlwaysAnswered = ["key", "localAuthority", "enoughTimeForRole", "enoughTimeForSenSupport", "inRoleInFiveYears", "mainReasonForLeaving", "comments"];

    /// <summary>So many leave out any other question.</summary>
    private const double Missing = 0.025;

    public IReadOnlyDictionary<string, string> Answers() => All().Where(answer => AlwaysAnswered.Contains(answer.Id) || Draw.Of(Number, $"{answer.Id} missing") >= Missing).ToDictionary(answer => answer.Id, answer => answer.Answer);

    private IEnumerable<(string Id, string Answer)> All() => [.. Place(), .. Role(), .. Time(), .. Experience(), .. Future(), ("comments", "A synthetic answer.")];

    private IEnumerable<(string Id, string Answer)> Place() =>
    [
        ("key", $"20180000-0000-4000-8000-{Number:D12}"),
        ("localAuthority", Authority),
        ("phase", School.Phase),
        ("schoolPupils", Text(School.Pupils)),
        ("schoolsServed", Draw.Of(Number, "served", (0.93, "1"), (0.05, "2"), (0.02, "3"))),
        ("senSupport", Text(School.SenSupport)),
        ("ehcp", Text(School.Ehcp)),
    ];

    private IEnumerable<(string Id, string Answer)> Role()
    {
        var roles = School.Phase is "primary" or "nursery"
            ? Draw.Of(Number, "roles", (0.22, "sencoOnly"), (0.3, "classTeacher"), (0.12, "classTeacher;middleLeader"), (0.14, "assistantHead"), (0.12, "deputyHead"), (0.08, "headteacher"), (0.02, "other"))
            : Draw.Of(Number, "roles", (0.3, "sencoOnly"), (0.25, "subjectTeacher"), (0.15, "subjectTeacher;middleLeader"), (0.22, "assistantHead"), (0.06, "deputyHead"), (0.02, "other"));
        var leads = roles.Contains("ead", StringComparison.Ordinal) && !roles.Contains("middle", StringComparison.Ordinal);
        var years = Draw.Of(Number, "years", (0.12, "underOne"), (0.33, "oneToThree"), (0.36, "fourToTen"), (0.19, "overTen"));
        return
        [
            ("roles", roles),
            ("seniorLeadershipTeam", leads || Draw.Of(Number, "team") < 0.4 ? "yes" : "no"),
            ("yearsAsSenco", years),
            ("qualification", years switch
            {
                "underOne" => Draw.Of(Number, "award", (0.7, "workingTowards"), (0.2, "none"), (0.1, "nasenco")),
                "oneToThree" => Draw.Of(Number, "award", (0.45, "workingTowards"), (0.5, "nasenco"), (0.05, "none")),
                "fourToTen" => Draw.Of(Number, "award", (0.94, "nasenco"), (0.06, "none")),
                _ => Draw.Of(Number, "award", (0.55, "exemptBefore2009"), (0.45, "nasenco")),
            }),
            ("qualifiedTeacher", Draw.Of(Number, "teacher") < 0.97 ? "yes" : "no"),
        ];
    }

    private IEnumerable<(string Id, string Answer)> Time() =>
    [
        ("hoursAllocated", Draw.Quarters(School.Hours)),
        ("hoursWorked", Draw.Quarters(Math.Round(School.Hours * 4) / 4 + School.Extra)),
        ("adminSupportHours", Draw.Of(Number, "helped") < 0.6 ? "0" : Draw.Quarters(12 * Draw.Of(Number, "help"))),
        ("nonContactFullTime", School.Hours >= 24 ? "yes" : "no"),
        ("timeComparedWithLastYear", Draw.Of(Number, "last year", (0.17, "more"), (0.5, "same"), (0.22, "less"), (0.11, "notInRole"))),
    ];

    private IEnumerable<(string Id, string Answer)> Experience() =>
    [
        ("enoughTimeForRole", Enough(ShortForRole, "how short for the role")),
        ("enoughTimeForSenSupport", Enough(ShortForSupport, "how short for support")),
        ("enoughTimeForEhcp", Enough(Draw.Of(Number, "short for plans") < (ShortForRole ? 0.78 : 0.35), "how short for plans")),
        ("manageableByOnePerson", Agreement("manageable", agreed: 0.26)),
        ("understoodByLeaders", Agreement("understood", agreed: 0.46)),
        ("protectedTime", Agreement("protected", agreed: 0.95)),
        ("pulledAway", Draw.Of(Number, "pulled", (0.49, "often"), (0.29, "always"), (0.14, "sometimes"), (0.06, "rarely"), (0.02, "never"))),
    ];

    private IEnumerable<(string Id, string Answer)> Future()
    {
        yield return ("inRoleInFiveYears", Leaves ? "no" : Draw.Of(Number, "stays", (0.62, "yes"), (0.38, "notSure")));
        yield return ("leaveProfession", Draw.Of(Number, "profession", (Leaves ? 0.35 : 0.06, "yes"), (0.4, "no"), (0.54, "notSure")));
        if (!Leaves) yield break;
        yield return ("leaveRoleWithin", Draw.Of(Number, "when", (0.22, "oneYear"), (0.3, "twoYears"), (0.48, "fiveYears")));
        yield return ("mainReasonForLeaving", ForWorkload ? "workload" : Draw.Of(Number, "reason", (0.36, "funding"), (0.22, "retirement"), (0.16, "promotion"), (0.12, "wellbeing"), (0.08, "otherCareer"), (0.06, "other")));
    }

    private string Enough(bool isShort, string topic) => isShort
        ? Draw.Of(Number, topic, (0.6, "disagree"), (0.4, "stronglyDisagree"))
        : Draw.Of(Number, topic, (0.35, "neither"), (0.5, "agree"), (0.15, "stronglyAgree"));

    /// <param name="agreed">The share that agrees or strongly agrees, from 0 to 1.</param>
    private string Agreement(string topic, double agreed) =>
        Draw.Of(Number, topic, (agreed * 0.6, "agree"), (agreed * 0.4, "stronglyAgree"), ((1 - agreed) * 0.3, "neither"), ((1 - agreed) * 0.45, "disagree"), ((1 - agreed) * 0.25, "stronglyDisagree"));

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
