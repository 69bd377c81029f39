using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Publications;

/// <summary>The published rows of North Lincolnshire's survey of 2016, from answers to publication. The expected figures were worked out with R from the same rows.</summary>
public sealed class NorthLincolnshire2016Tests
{
    /// <summary>SEN Support, statements or EHC plans, both together, hours a week.</summary>
    private static readonly (int SenSupport, int Ehcp, int TotalSend, double Hours)[] Rows =
    [
        (76, 8, 84, 24), (24, 3, 27, 18), (55, 7, 62, 16.25), (18, 2, 20, 12.5), (78, 4, 82, 12), (9, 1, 10, 12), (69, 4, 73, 6),
        (31, 2, 33, 6), (57, 3, 60, 5.5), (17, 4, 21, 4), (52, 9, 61, 3.25), (98, 4, 102, 3), (29, 0, 29, 3), (25, 3, 28, 3),
        (13, 2, 15, 3), (29, 6, 35, 2.5), (15, 1, 16, 2.5), (13, 1, 14, 2.5), (25, 2, 27, 2), (10, 0, 10, 1), (7, 0, 7, 1),
    ];

    private static readonly Publication Published = Publish();

    [Fact]
    public void All_21_SENCOs_are_counted()
    {
        Assert.Equal(("2016", "la/813", "North Lincolnshire"), (Published.Round, Published.Scope, Published.ScopeName));
        Assert.Equal(21, Published.Base.Responses);
        Assert.Equal(21, Published.Build.Responses);
        Assert.All(Published.Numbers.Values, number => Assert.Equal((21, 0, null), (number.N, number.Missing, number.Status)));
    }

    [Fact]
    public void Hours_a_week_are_those_of_the_rows()
    {
        var hours = Published.Numbers["hoursAllocated"];
        Same(143, hours.Total);
        Same(6.809524, hours.Mean);
        Same(6.419163, hours.Sd);
        Same(1, hours.Min);
        Same(2, hours.P10);
        Same(2.5, hours.Q1);
        Same(3.25, hours.Median);
        Same(12, hours.Q3);
        Same(16.25, hours.P90);
        Same(24, hours.Max);
    }

    [Theory]
    [InlineData("senSupport", 750)]
    [InlineData("ehcp", 66)]
    [InlineData("totalSend", 816)]
    public void Pupils_add_up(string number, double total) => Same(total, Published.Numbers[number].Total);

    [Fact]
    public void Minutes_for_each_pupil_are_those_of_the_rows()
    {
        Same(14.13839, Published.Numbers["minutesPerPupil"].Mean);
        Same(8.780488, Published.Numbers["minutesPerPupil"].Median);
    }

    [Fact]
    public void Six_of_21_have_a_day_and_a_half_or_more_and_15_have_less()
    {
        var (enough, less) = (Published.Indicators["atOrAboveMinimumTime"], Published.Indicators["belowMinimumTime"]);

        Assert.Equal((6, 21, 0), (enough.Count, enough.Base, enough.Missing));
        Assert.Equal((15, 21, 0), (less.Count, less.Base, less.Missing));
        Assert.Equal(71.4, less.Percent!.Value, 0.05);
        Assert.Equal(50.0, less.Lower!.Value, 0.05);
        Assert.Equal(86.2, less.Upper!.Value, 0.05);
        Assert.DoesNotContain(Rows, row => row.Hours is > 6 and < 12);
    }

    [Fact]
    public void Hours_against_all_pupils_with_SEND()
    {
        var found = Relationship("totalSend");
        Same(0.3594381, found.Pearson);
        Same(-0.0855181, found.PearsonLower);
        Same(0.6848589, found.PearsonUpper);
        Same(0.4697868, found.Spearman);
        Same(0.3744979, found.Kendall);
        Assert.StartsWith("A weak to moderate link, not settled: more of the one tends to go with more of the other. With 21 responses", found.Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_against_pupils_with_plans()
    {
        Same(0.4358725, Relationship("ehcp").Pearson);
        Same(0.5103989, Relationship("ehcp").Spearman);
    }

    [Fact]
    public void Hours_against_pupils_at_SEN_Support() => Same(0.3399229, Relationship("senSupport").Pearson);

    [Fact]
    public void Thirteen_of_21_on_the_leadership_team_stand_beside_the_rows_with_their_source()
    {
        var team = Published.Choices["seniorLeadershipTeam"];
        var yes = team.Options[0];

        Assert.Equal((21, 0, "The council's page on SENCO time"), (team.N, team.Missing, team.Source));
        Assert.Equal(("yes", 13), (yes.Id, yes.Count));
        Assert.Equal(61.9, yes.Percent!.Value, 0.05);
        Assert.Equal(40.88, yes.Lower!.Value, 0.005);
        Assert.Equal(79.25, yes.Upper!.Value, 0.005);
    }

    [Fact]
    public void Another_scope_does_not_get_the_reported_counts() => Assert.Empty(Publish("region/E12000003").Choices);

    internal static Publication Publish(string scope = "la/813")
    {
        var questionnaire = QuestionnaireLibrary.Load().Find("north-lincolnshire-2016")!;
        var definition = new RoundDefinition
        {
            Title = questionnaire.Title,
            Questionnaire = questionnaire.Id,
            OpensOn = new DateOnly(2016, 9, 1),
            ClosesOn = new DateOnly(2016, 12, 31),
            Access = Access.Open,
            Reported = [new ReportedCounts("la/813", "seniorLeadershipTeam", "Are you on the senior leadership team?", [new ReportedOption("yes", "Yes", 13), new ReportedOption("no", "No", 8)], "The council's page on SENCO time")],
        };
        var tally = Tally.Of(questionnaire, Rows.Select(row => Read(questionnaire, row)));
        return PublicationBuilder.Publish(new Round("2016", definition), questionnaire, Scope.Parse(scope), tally, DateTimeOffset.UnixEpoch, final: true);
    }

    private static AnswerSet Read(Questionnaire questionnaire, (int SenSupport, int Ehcp, int TotalSend, double Hours) row)
    {
        var errors = new Errors();
        var answers = AnswerReader.FromCells(
            questionnaire,
            new Dictionary<string, string>
            {
                ["localAuthority"] = "813",
                ["senSupport"] = Text(row.SenSupport),
                ["ehcp"] = Text(row.Ehcp),
                ["totalSend"] = Text(row.TotalSend),
                ["hoursAllocated"] = Text(row.Hours),
            },
            errors);
        Assert.Empty(errors.ByField);
        return answers!;

        static string Text(IFormattable number) => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static RelationshipFigure Relationship(string x) => Assert.Single(Published.Relationships, relationship => relationship.X == x && relationship.Y == "hoursAllocated");

    /// <summary>The same to six significant digits.</summary>
    private static void Same(double expected, double? actual)
    {
        var lastDigit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(expected))) - 5);
        Assert.Equal(expected, Assert.NotNull(actual), lastDigit / 2);
    }
}
