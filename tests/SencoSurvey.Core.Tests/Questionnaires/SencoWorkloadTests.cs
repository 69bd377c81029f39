using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tests.Questionnaires;

/// <summary>The annual questionnaire keeps the ids that other programs rely on.</summary>
public sealed class SencoWorkloadTests
{
    private const string Agreement = "stronglyAgree agree neither disagree stronglyDisagree";

    private static Questionnaire Questionnaire => Example.Workload;

    [Fact]
    public void It_asks_what_the_contract_lists_and_nothing_else() =>
        Assert.Equal(
            Words("""
                localAuthority phase schoolPupils schoolsServed roles seniorLeadershipTeam yearsAsSenco qualification qualifiedTeacher
                senSupport ehcp hoursAllocated hoursWorked adminSupportHours nonContactFullTime
                enoughTimeForRole enoughTimeForSenSupport enoughTimeForEhcp manageableByOnePerson understoodByLeaders protectedTime pulledAway timeComparedWithLastYear
                inRoleInFiveYears leaveRoleWithin leaveProfession mainReasonForLeaving comments
                """).Order(StringComparer.Ordinal),
            Questionnaire.Questions.Select(question => question.Id).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("phase", "primary secondary allThrough special alternativeProvision nursery post16 independent")]
    [InlineData("roles", "sencoOnly classTeacher subjectTeacher middleLeader assistantHead deputyHead headteacher other")]
    [InlineData("seniorLeadershipTeam", "yes no")]
    [InlineData("yearsAsSenco", "underOne oneToThree fourToTen overTen")]
    [InlineData("qualification", "nasenco npq workingTowards exemptBefore2009 none notApplicable")]
    [InlineData("qualifiedTeacher", "yes no")]
    [InlineData("nonContactFullTime", "yes no")]
    [InlineData("enoughTimeForRole", Agreement)]
    [InlineData("enoughTimeForSenSupport", Agreement)]
    [InlineData("enoughTimeForEhcp", Agreement)]
    [InlineData("manageableByOnePerson", Agreement)]
    [InlineData("understoodByLeaders", Agreement)]
    [InlineData("protectedTime", Agreement)]
    [InlineData("pulledAway", "never rarely sometimes often always")]
    [InlineData("timeComparedWithLastYear", "more same less notInRole")]
    [InlineData("inRoleInFiveYears", "yes no notSure")]
    [InlineData("leaveRoleWithin", "oneYear twoYears fiveYears")]
    [InlineData("leaveProfession", "yes no notSure")]
    [InlineData("mainReasonForLeaving", "workload funding retirement promotion wellbeing otherCareer other")]
    public void Options_have_the_ids_of_the_contract(string question, string options)
    {
        var choice = Assert.IsType<ChoiceQuestion>(Questionnaire.Find(question));
        Assert.Equal(Words(options), choice.Options.Select(option => option.Id));
        Assert.Equal(question == "roles", choice.Several);
    }

    [Theory]
    [InlineData("hoursAllocated", 0, 60, 0.25)]
    [InlineData("hoursWorked", 0, 100, 0.25)]
    [InlineData("adminSupportHours", 0, 100, 0.25)]
    public void Hours_have_the_ranges_of_the_contract(string question, double minimum, double maximum, double step)
    {
        var number = Assert.IsType<NumberQuestion>(Questionnaire.Find(question));
        Assert.Equal(((decimal)minimum, (decimal)maximum, (decimal)step), (number.Minimum, number.Maximum, number.Step));
    }

    [Fact]
    public void Pupils_and_schools_are_counted_in_whole_numbers() =>
        Assert.All(["schoolPupils", "schoolsServed", "senSupport", "ehcp"], id => Assert.Equal(1, Assert.IsType<NumberQuestion>(Questionnaire.Find(id)).Step));

    [Fact]
    public void Only_the_authority_is_required() =>
        Assert.Equal(["localAuthority"], Questionnaire.Questions.Where(question => question.Required).Select(question => question.Id));

    [Fact]
    public void Only_those_who_leave_the_role_are_asked_when_and_why()
    {
        Assert.Equal(["leaveRoleWithin", "mainReasonForLeaving"], Questionnaire.Questions.Where(question => question.AppliesWhen is not null).Select(question => question.Id));
        Assert.NotNull(Example.Read("""  "inRoleInFiveYears": "no", "leaveRoleWithin": "oneYear", "mainReasonForLeaving": "workload" """, Questionnaire));
        Example.ErrorAt("leaveRoleWithin", """  "inRoleInFiveYears": "notSure", "leaveRoleWithin": "oneYear" """, Questionnaire);
    }

    [Fact]
    public void No_question_shows_its_extremes() =>
        Assert.DoesNotContain(Questionnaire.Questions.OfType<NumberQuestion>().Select(number => number.ShowExtremes).Concat(Questionnaire.Derived.Select(derived => derived.ShowExtremes)), shown => shown);

    [Fact]
    public void No_two_options_of_a_question_and_no_two_questions_read_the_same()
    {
        Assert.Distinct(Questionnaire.Questions.Select(question => question.Label));
        Assert.All(Questionnaire.ChoiceQuestions, question => Assert.Distinct(question.Options.Select(option => option.Label)));
    }

    [Fact]
    public void The_statistics_are_broken_down_by_phase_size_roles_leadership_and_experience() =>
        Assert.Equal(["phase", "schoolPupils", "roles", "seniorLeadershipTeam", "yearsAsSenco"], Questionnaire.BreakdownBy);

    [Theory]
    [InlineData("schoolPupils", "100", "upTo100")]
    [InlineData("schoolPupils", "101", "upTo200")]
    [InlineData("schoolPupils", "1000", "upTo1000")]
    [InlineData("schoolPupils", "1001", "over1000")]
    [InlineData("roles", "[\"classTeacher\", \"headteacher\"]", "headteacher")]
    [InlineData("roles", "[\"middleLeader\", \"assistantHead\"]", "leader")]
    [InlineData("roles", "[\"other\", \"subjectTeacher\"]", "teacher")]
    [InlineData("roles", "[\"sencoOnly\"]", "sencoOnly")]
    public void Each_belongs_to_one_group(string question, string answer, string group) =>
        Assert.Equal(group, Questionnaire.GroupingBy(question)!.GroupOf(Example.Read($"\"{question}\": {answer}", Questionnaire)));

    [Fact]
    public void Sizes_are_those_of_the_school_register() =>
        Assert.Equal(
            [.. Core.Populations.SchoolSizes.All.Select(size => (size.Id, Below: size.Largest + 1m))],
            [.. Questionnaire.GroupingBy(Core.Populations.SchoolSizes.QuestionId)!.Groups.Select(group => (group.Id, group.When.Below)), (Core.Populations.SchoolSizes.Unknown.Id, null)]);

    [Theory]
    [InlineData("belowMinimumTime", """ "hoursAllocated": 9.5 """, """ "hoursAllocated": 9.75 """)]
    [InlineData("atOrAboveMinimumTime", """ "hoursAllocated": 9.75 """, """ "hoursAllocated": 9.5 """)]
    [InlineData("nineOrMoreExtraHours", """ "hoursAllocated": 6, "hoursWorked": 15 """, """ "hoursAllocated": 6, "hoursWorked": 14.75 """)]
    [InlineData("notEnoughTimeForRole", """ "enoughTimeForRole": "disagree" """, """ "enoughTimeForRole": "neither" """)]
    [InlineData("notEnoughTimeForRole", """ "enoughTimeForRole": "stronglyDisagree" """, """ "enoughTimeForRole": "agree" """)]
    [InlineData("notEnoughTimeForSenSupport", """ "enoughTimeForSenSupport": "disagree" """, """ "enoughTimeForSenSupport": "neither" """)]
    [InlineData("notEnoughTimeForSenSupport", """ "enoughTimeForSenSupport": "stronglyDisagree" """, """ "enoughTimeForSenSupport": "stronglyAgree" """)]
    [InlineData("onSeniorLeadershipTeam", """ "seniorLeadershipTeam": "yes" """, """ "seniorLeadershipTeam": "no" """)]
    [InlineData("leavingRoleWithinFiveYears", """ "inRoleInFiveYears": "no" """, """ "inRoleInFiveYears": "notSure" """)]
    [InlineData("leavingMainlyForWorkload", """ "inRoleInFiveYears": "no", "mainReasonForLeaving": "workload" """, """ "inRoleInFiveYears": "no", "mainReasonForLeaving": "wellbeing" """)]
    [InlineData("leavingProfession", """ "leaveProfession": "yes" """, """ "leaveProfession": "notSure" """)]
    [InlineData("pulledAwayOften", """ "pulledAway": "often" """, """ "pulledAway": "sometimes" """)]
    [InlineData("pulledAwayOften", """ "pulledAway": "always" """, """ "pulledAway": "never" """)]
    [InlineData("manageable", """ "manageableByOnePerson": "agree" """, """ "manageableByOnePerson": "neither" """)]
    [InlineData("manageable", """ "manageableByOnePerson": "stronglyAgree" """, """ "manageableByOnePerson": "disagree" """)]
    [InlineData("understood", """ "understoodByLeaders": "agree" """, """ "understoodByLeaders": "neither" """)]
    [InlineData("wantsProtectedTime", """ "protectedTime": "stronglyAgree" """, """ "protectedTime": "neither" """)]
    public void An_indicator_counts_the_first_and_not_the_second_of_two_who_are_both_in_its_base(string indicator, string first, string second)
    {
        var tally = Core.Tallies.Tally.Of(Questionnaire, [Example.Read(first, Questionnaire), Example.Read(second, Questionnaire)]).Indicators[indicator];
        Assert.Equal((1, 2, 0), (tally.Met, tally.Base, tally.Missing));

        var alone = Core.Tallies.Tally.Of(Questionnaire, [Example.Read(first, Questionnaire)]).Indicators[indicator];
        Assert.Equal((1, 1), (alone.Met, alone.Base));
    }

    [Fact]
    public void The_contracts_indicators_and_one_more_are_there() =>
        Assert.Equal(
            Words("""
                atOrAboveMinimumTime belowMinimumTime leavingMainlyForWorkload leavingProfession leavingRoleWithinFiveYears manageable nineOrMoreExtraHours
                notEnoughTimeForRole notEnoughTimeForSenSupport onSeniorLeadershipTeam pulledAwayOften understood wantsProtectedTime
                """),
            Questionnaire.Indicators.Select(indicator => indicator.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Workload_as_the_reason_is_a_share_of_those_leaving()
    {
        var tally = Core.Tallies.Tally.Of(Questionnaire, [Example.Read("""  "inRoleInFiveYears": "yes" """, Questionnaire), Example.Read("""  "inRoleInFiveYears": "no" """, Questionnaire)]).Indicators["leavingMainlyForWorkload"];
        Assert.Equal((0, 0, 1), (tally.Met, tally.Base, tally.Missing));
    }

    [Fact]
    public void Wordings_quote_the_question_as_it_is_asked() =>
        Assert.All(
            Questionnaire.Indicators.Where(indicator => indicator.Counts.AnyOf is not null),
            indicator => Assert.Contains($"\"{Questionnaire.Find(indicator.Counts.Question)!.Label}\"", indicator.Wording, StringComparison.Ordinal));

    [Fact]
    public void Wordings_say_of_whom() =>
        Assert.All(Questionnaire.Indicators, indicator => Assert.Matches(", of (all|those) who ", indicator.Wording));

    [Theory]
    [InlineData("workedUnderAllocated", """ "hoursAllocated": 12, "hoursWorked": 11.75 """)]
    [InlineData("workedOverSixty", """ "hoursWorked": 60.25 """)]
    [InlineData("allocatedOverForty", """ "hoursAllocated": 40.25 """)]
    [InlineData("adminSupportOverForty", """ "adminSupportHours": 40.25 """)]
    [InlineData("ehcpAboveSenSupport", """ "senSupport": 4, "ehcp": 5 """)]
    [InlineData("sendAbovePupilsOnRoll", """ "schoolPupils": 100, "senSupport": 91, "ehcp": 10 """)]
    [InlineData("noPupilsWithSend", """ "senSupport": 0, "ehcp": 0 """)]
    [InlineData("manySchoolsServed", """ "schoolsServed": 11 """)]
    public void What_is_possible_but_unlikely_is_asked_about(string check, string members) =>
        Assert.Equal(check, Assert.Single(Example.Read(members, Questionnaire).SoftChecks).Id);

    [Fact]
    public void What_is_likely_is_not_asked_about() =>
        Assert.Empty(Example.Read("""  "schoolPupils": 100, "schoolsServed": 1, "senSupport": 14, "ehcp": 5, "hoursAllocated": 12, "hoursWorked": 12, "adminSupportHours": 0 """, Questionnaire).SoftChecks);

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
