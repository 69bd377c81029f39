using SencoSurvey.Core;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Reports.Sections;

namespace SencoSurvey.Web.Tests.Reports.Sections;

public sealed class FullReportTests
{
    [Fact]
    public void What_leads_does_not_say_the_same_twice_and_has_time_by_need_where_there_is_room() =>
        Assert.Equal(["hoursAllocated", "belowMinimumTime", "minutesPerPupil"], FullReport.Of(Publications.NorthLincolnshire(), "q").Main.Select(figure => figure.Id));

    [Fact]
    public void The_five_that_lead_in_an_annual_round() =>
        Assert.Equal(["hoursAllocated", "belowMinimumTime", "notEnoughTimeForRole", "leavingRoleWithinFiveYears", "leavingMainlyForWorkload"], Rich().Main.Select(figure => figure.Id));

    [Fact]
    public void What_stands_beside_a_figure_has_interval_base_and_wording_in_full()
    {
        var besides = Rich().Main.Single(figure => figure.Id == "leavingRoleWithinFiveYears").Besides.ToDictionary(beside => beside.Term, beside => beside.Detail);

        Assert.Equal("25.6% in the same words (62 of 240; 95% interval from 19.6% to 31.6%). This round: no clear difference from the round before, +4.0 points, 95% interval from −4.6 points to +12.5 points.", besides["Round 2026"]);
        Assert.StartsWith("Among the 64 schools that answered in both rounds the change is +6.3 points, 95% interval from +0.4 points to +12.6 points.", besides["Same schools"], StringComparison.Ordinal);
        Assert.EndsWith("groups by “What kind of school is it?”. It is as sure as 172 responses that count equally (the effective base), of 240.", besides["Weighted"], StringComparison.Ordinal);
        Assert.Contains("(5,100 of 10,200). Here: lower than in the rest of England, −20.4 points", besides["The rest of England"], StringComparison.Ordinal);
        Assert.Contains("September to October 2018: 30% of", besides["Nationally, 2018"], StringComparison.Ordinal);
        Assert.Contains("The wording there was another: “do not intend to be in the same role in five years”.", besides["Nationally, 2018"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_that_was_asked_otherwise_gives_no_figure_beside_this_one()
    {
        var beside = Rich().Main.Single(figure => figure.Id == "leavingMainlyForWorkload").Besides[0];

        Assert.Equal(new Beside("Round 2026", "not asked in the same way", "Not compared, because the question, its answers or those who are asked it have changed since."), beside);
    }

    [Fact]
    public void A_hidden_figure_has_nothing_beside_it()
    {
        var publication = RichPublications.All();
        var hidden = publication with { Indicators = publication.Indicators.ToDictionary(pair => pair.Key, pair => pair.Value with { Status = Symbols.Confidential }) };

        var report = FullReport.Of(hidden, "q");

        Assert.Equal(["hoursAllocated", "minutesPerPupil"], report.Main.Where(figure => figure.Value is not null).Select(figure => figure.Id));
        Assert.All(report.Main, figure => Assert.Empty(figure.Besides));
        Assert.Null(report.Trend);
        Assert.All(report.Published, published => Assert.Null(published.Here));
    }

    [Fact]
    public void Questions_on_a_scale_are_known_by_their_options()
    {
        var scales = Rich().Scales;

        Assert.Equal([("agreement", 6), ("frequency", 1)], scales.Select(figure => (figure.Scale.Id, figure.Questions.Count)));
        Assert.Equal(["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"], scales[0].Labels);
        Assert.All(scales.SelectMany(figure => figure.Questions), question => Assert.Equal(100, question.Left + question.Centre + question.Right, 9));
        var often = scales[1].Questions.Single();
        Assert.Equal(RichPublications.Plain().Indicators["pulledAwayOften"].Percent!.Value, often.Right, 9);
    }

    [Fact]
    public void A_hidden_question_on_a_scale_says_why()
    {
        var publication = RichPublications.Plain();
        var choice = publication.Choices["pulledAway"];
        var hidden = publication with { Choices = publication.Choices.ToDictionary(pair => pair.Key, pair => pair.Key == "pulledAway" ? choice with { Options = [.. choice.Options.Select(option => option with { Count = null, Percent = null, Status = Symbols.Confidential })] } : pair.Value) };

        var question = FullReport.Of(hidden, "q").Scales[1].Questions.Single();

        Assert.True(question.Hidden);
        Assert.Contains("recognised", question.Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void When_and_why_say_of_whom()
    {
        var leaving = Rich().Leaving!;

        Assert.Equal("Asked of the 71 who do not expect to be a SENCO in five years’ time.", leaving.Among);
        Assert.Equal("71 answered, none missing.", leaving.Reason!.Reading);
        Assert.Null(FullReport.Of(Publications.NorthLincolnshire(), "q").Leaving);
    }

    [Fact]
    public void Bands_are_drawn_where_there_are_any_and_none_is_hidden()
    {
        var bands = Rich().Bands.Single(bands => bands.Id == "hoursAllocated");
        Assert.Equal("The band with the most answers is “Half a day to under 1.5 days (9.75 hours)”: 40.0%.", bands.Sentence);

        var publication = RichPublications.All();
        var hours = publication.Numbers["hoursAllocated"];
        var hidden = publication with { Numbers = new Dictionary<string, NumberFigure> { ["hoursAllocated"] = hours with { Bands = [.. hours.Bands!.Select((band, index) => index > 0 ? band : band with { Count = null, Percent = null, Status = Symbols.Confidential })] } } };
        Assert.Empty(FullReport.Of(hidden, "q").Bands);
    }

    [Fact]
    public void Groups_that_differ_clearly_are_named_by_direction()
    {
        var comparison = Rich().Comparison!;

        Assert.StartsWith("Special: lower than among the others are “Often or always taken away from SENCO work” (33.3%, others 50.0%)", comparison.Sentences.Single(sentence => sentence.StartsWith("Special: lower", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.All(comparison.Differences, difference => Assert.DoesNotContain("no clear", difference.Figure.Others!.Reading, StringComparison.Ordinal));
        Assert.Contains("Nursery", comparison.Empty);
        Assert.Equal(["schoolPupils", "roles", "seniorLeadershipTeam", "yearsAsSenco"], comparison.Others.Select(other => other.Id));
    }

    [Fact]
    public void Groups_are_compared_by_the_first_question_that_shows_any_where_kinds_of_school_are_hidden()
    {
        var publication = RichPublications.All();
        var hidden = publication with { Breakdowns = publication.Breakdowns!.ToDictionary(pair => pair.Key, pair => pair.Key != "phase" ? pair.Value : RichPublications.Sparse().Breakdowns!["phase"]) };

        Assert.Equal("schoolPupils", FullReport.Of(hidden, "q").Comparison!.By);
        Assert.Equal("phase", FullReport.Of(hidden, "q", "phase").Comparison!.By);
    }

    [Fact]
    public void A_breakdown_that_is_not_there_is_refused()
    {
        Assert.Equal(400, Assert.Throws<Refusal>(() => FullReport.Of(RichPublications.Plain(), "q", "hoursAllocated")).Status);
        Assert.Equal(400, Assert.Throws<Refusal>(() => FullReport.Of(Publications.NorthLincolnshire(), "q", "phase")).Status);
    }

    [Fact]
    public void The_response_rate_says_how_many_are_missing_and_without_one_that_nobody_knows()
    {
        Assert.Equal("240 responses from 310 schools invited (77.4%). That leaves 70 which are not in these figures.", Rich().Coverage.Sentence);
        Assert.True(Rich().Coverage.Doubtful);
        Assert.Contains("so there is no response rate.", FullReport.Of(Publications.NorthLincolnshire(), "q").Coverage.Sentence, StringComparison.Ordinal);
        var open = RichPublications.All();
        Assert.Equal("240 responses, beside 310 schools in the school register (77.4%). In a round that is open to all, a school may have answered more than once.", FullReport.Of(open with { Base = open.Base with { Invited = null, ResponseRate = null } }, "q").Coverage.Sentence);
    }

    [Fact]
    public void Regions_are_found_in_England_authorities_in_their_region_and_nothing_in_an_authority()
    {
        var published = new HashSet<string> { "la/813", "la/202", "region/E12000003" };

        Assert.Equal(9, Places.In("r", Scope.England, published)!.All.Count);
        var region = Assert.Single(Places.In("r", Scope.Parse("region/E12000003"), published)!.All);
        Assert.Equal([("la/813", "North Lincolnshire")], region.Authorities);
        Assert.Null(Places.In("r", Scope.Parse("la/813"), published));
    }

    private static FullReport Rich() => FullReport.Of(RichPublications.All(), "senco-workload-1");
}
