using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Reports;

namespace SencoSurvey.Web.Tests.Reports;

public sealed class ReportContentTests
{
    [Fact]
    public void A_closed_round_has_final_figures_dated_by_the_day_in_the_United_Kingdom()
    {
        var summer = Publications.NorthLincolnshire() with { PublishedAt = new DateTimeOffset(2017, 6, 30, 23, 30, 0, TimeSpan.Zero) };

        Assert.Equal("Final figures, 21 responses, published on 1 July 2017", ReportContent.Of(summer).Standing);
        Assert.Equal("Final figures, 21 responses, published on 9 January 2017", ReportContent.Of(Publications.NorthLincolnshire()).Standing);
    }

    [Fact]
    public void An_open_round_has_figures_so_far() =>
        Assert.StartsWith("Figures so far, 21 responses, published on", ReportContent.Of(Publications.NorthLincolnshire(final: false)).Standing, StringComparison.Ordinal);

    [Fact]
    public void The_response_rate_is_given_where_it_is_known()
    {
        var publication = Publications.NorthLincolnshire();

        var content = ReportContent.Of(publication with { Base = publication.Base with { Invited = 80, ResponseRate = 26.25 } });

        Assert.Contains("21 responses from 80 schools invited (26.3%)", content.Standing, StringComparison.Ordinal);
    }

    [Fact]
    public void Live_figures_go_into_no_report() => Assert.Throws<ArgumentException>(() => ReportContent.Of(Publications.Live()));

    [Fact]
    public void At_most_five_figures_lead_and_the_preferred_ones_come_first()
    {
        var publication = Publications.NorthLincolnshire();
        var figure = publication.Indicators["belowMinimumTime"];
        string[] ids = ["understood", "leavingMainlyForWorkload", "manageable", "pulledAwayOften", "belowMinimumTime", "wantsProtectedTime"];

        var content = ReportContent.Of(publication with { Indicators = ids.ToDictionary(id => id, _ => figure) });

        Assert.Equal(["hoursAllocated", "belowMinimumTime", "leavingMainlyForWorkload", "pulledAwayOften", "understood"], content.Main);
        Assert.Equal(["belowMinimumTime", "leavingMainlyForWorkload", "pulledAwayOften", "understood"], content.Headlines.Select(headline => headline.Id));
    }

    [Fact]
    public void A_headline_carries_count_base_interval_missing_and_wording()
    {
        var headline = ReportContent.Of(Publications.NorthLincolnshire()).Headlines[0];

        Assert.Equal("15 of 21; 95% interval from 50.0% to 86.2%; none missing", headline.Share?.Basis);
        Assert.Equal("71.4%", ReportFormat.Percent(headline.Share!.Percent));
        Assert.Contains("9.75", headline.Wording, StringComparison.Ordinal);
        Assert.Null(headline.Hidden);
    }

    [Theory]
    [InlineData(Symbols.Confidential, "could be recognised")]
    [InlineData(Symbols.NotApplicable, "Nobody answered")]
    public void A_figure_with_a_symbol_is_a_reason_and_no_number_whatever_else_it_holds(string symbol, string reason)
    {
        var publication = Publications.NorthLincolnshire();
        var figure = publication.Indicators["belowMinimumTime"] with { Status = symbol, Previous = new PreviousFigure("2015", 12, 18, 66.7, 43.7, 83.7) };

        var headline = ReportContent.Of(publication with { Indicators = new Dictionary<string, IndicatorFigure> { ["a"] = figure } }).Headlines.Single();

        Assert.Null(headline.Share);
        Assert.Empty(headline.Comparisons);
        Assert.Contains(reason, headline.Hidden, StringComparison.Ordinal);
    }

    [Fact]
    public void One_hidden_option_hides_the_whole_choice()
    {
        var publication = Publications.NorthLincolnshire();
        var choice = publication.Choices["seniorLeadershipTeam"];
        var oneHidden = choice with { Options = [choice.Options[0] with { Count = null, Percent = null, Status = Symbols.Confidential }, choice.Options[1]] };

        var hidden = ReportContent.Of(publication with { Choices = new Dictionary<string, ChoiceFigure> { ["a"] = oneHidden } }).Choices.Single();

        Assert.True(hidden.Hidden);
        Assert.Empty(hidden.Options);
        Assert.Contains("recognised", hidden.Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void Comparisons_say_base_and_that_the_wording_is_another()
    {
        var publication = Publications.NorthLincolnshire();
        var figure = publication.Indicators["belowMinimumTime"] with
        {
            Previous = new PreviousFigure("2015", 12, 18, 66.66, 43.7, 83.7),
            Benchmarks = [new PublishedFigure("2018", 70, "over 1,900 responses", "not enough time allocated to the role", "Bath Spa University", "There of all, here of some.")],
        };

        var comparisons = ReportContent.Of(publication with { Indicators = new Dictionary<string, IndicatorFigure> { ["a"] = figure } }).Headlines.Single().Comparisons;

        Assert.Equal("Round 2015, the same wording: 66.7% (12 of 18; 95% interval from 43.7% to 83.7%).", comparisons[0]);
        Assert.Contains("70% of over 1,900 responses. The wording there was another: “not enough time allocated to the role”", comparisons[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_from_elsewhere_say_where_from_and_that_no_response_is_joined_to_them()
    {
        var choice = ReportContent.Of(Publications.NorthLincolnshire()).FromElsewhere.Single();

        Assert.Equal("From North Lincolnshire’s published page of 2016; not joined to the responses.", choice.Source);
        Assert.Equal("13 of 21; 95% interval from 40.9% to 79.2%; none missing", choice.Options[0].Share.Basis);
    }

    [Fact]
    public void Answers_that_add_up_to_more_than_those_who_answered_are_explained()
    {
        var publication = Publications.NorthLincolnshire();
        var choice = publication.Choices["seniorLeadershipTeam"];
        var several = choice with { Options = [.. choice.Options.Select(option => option with { Count = 13 })] };

        var content = ReportContent.Of(publication with { Choices = new Dictionary<string, ChoiceFigure> { ["one"] = choice, ["several"] = several } });

        Assert.Equal("21 answered, none missing.", content.Choices[0].Reading);
        Assert.Equal("21 answered, none missing. Several answers were possible.", content.Choices[1].Reading);
    }

    [Fact]
    public void The_notes_say_what_a_reader_must_know()
    {
        var publication = Publications.NorthLincolnshire();

        var notes = string.Join('\n', ReportContent.Of(publication).Notes.Select(note => note.Text));

        Assert.Contains("Wilson", notes, StringComparison.Ordinal);
        Assert.Contains("cover sampling error only", notes, StringComparison.Ordinal);
        Assert.Contains("No figure rests on fewer than 10 responses.", notes, StringComparison.Ordinal);
        Assert.Contains("The letter c stands for", notes, StringComparison.Ordinal);
        Assert.Contains(publication.Build.TallyHash, notes, StringComparison.Ordinal);
    }
}
