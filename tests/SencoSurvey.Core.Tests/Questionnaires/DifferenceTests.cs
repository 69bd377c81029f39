using System.Text.Json;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Workbooks;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Statistics;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Core.Tests.Publications;
using SencoSurvey.Core.Tests.Publications.Workbooks;

namespace SencoSurvey.Core.Tests.Questionnaires;

/// <summary>A derived number that is the difference of two: hours worked less hours given, which may be below 0.</summary>
public sealed class DifferenceTests
{
    private const string Id = "hoursBeyondAllocated";

    [Theory]
    [InlineData(12.5, 6, "13/2")]
    [InlineData(6, 6, "0")]
    [InlineData(4.25, 10, "-23/4")]
    public void It_is_the_one_less_the_other(double worked, double given, string expected) =>
        Assert.Equal(expected, Read(worked, given).Number(Id).ToString());

    [Fact]
    public void It_is_missing_where_either_is()
    {
        Assert.Null(Read(12, null).Number(Id));
        Assert.Null(Read(null, 6).Number(Id));
    }

    [Fact]
    public void Whoever_sends_it_must_send_what_follows()
    {
        Assert.NotNull(Example.Read($$""" "hoursWorked": 4, "hoursAllocated": 10.5, "{{Id}}": -6.5 """, Example.Workload));
        Assert.Equal("Is worked out from other answers: leave it out, or give exactly what follows from them.", Example.ErrorAt(Id, $$""" "hoursWorked": 4, "hoursAllocated": 10.5, "{{Id}}": 6.5 """, Example.Workload));
    }

    [Fact]
    public void A_tally_of_negative_ones_is_read_back_the_same()
    {
        var tally = Some;
        var read = TallyJson.Read(Example.Workload, TallyJson.Write(tally));
        Assert.Equal(tally.Numbers[Id].Values, read.Numbers[Id].Values);
        Assert.Equal(TallyJson.Hash(tally), TallyJson.Hash(read));
    }

    [Fact]
    public void It_has_quantiles_and_the_medians_interval_alone()
    {
        var figure = Figures().Numbers[Id];
        var summary = NumberSummary.Of(Some.Numbers[Id].Values)!;
        Assert.Equal((40L, 5L, summary.Q1, summary.Median, summary.Q3, summary.P10, summary.P90), (figure.N!.Value, figure.Missing!.Value, figure.Q1!.Value, figure.Median!.Value, figure.Q3!.Value, figure.P10!.Value, figure.P90!.Value));
        Assert.Equal((-6.0, -4.25), (figure.P10, figure.Q1));
        Assert.True(figure.MedianLower < 0);
        Assert.Equal((null, null, null), (figure.Total, figure.Mean, figure.Sd));
        Assert.NotNull(Figures().Numbers["hoursWorked"].Mean);
    }

    /// <summary>The total of those who gave only one of the two follows from the totals of the parts and of the difference; without the latter it does not.</summary>
    [Fact]
    public void With_its_total_those_who_gave_only_one_of_the_two_would_be_found_out()
    {
        var numbers = Figures().Numbers;
        var found = numbers["hoursWorked"].Total - numbers["hoursAllocated"].Total - (double)Some.Numbers[Id].Values.Sum(pair => pair.Key.ToDecimal() * pair.Value);
        Assert.Equal((2 * 7.0) - (3 * 9.0), found!.Value, 1e-9);
        Assert.Null(numbers[Id].Total ?? numbers[Id].Mean ?? numbers[Id].Sd);
        Assert.All(Figures().Breakdowns!.Values.SelectMany(breakdown => breakdown.All), group => Assert.Null(group.Numbers.GetValueOrDefault(Id)?.Mean));
    }

    [Fact]
    public async Task Files_have_a_minus_before_negative_ones_and_the_letter_for_what_is_hidden()
    {
        var publication = Figures().BrokenDownBy(null)!;
        var row = Assert.Single((await TidyFile.OfAsync("difference", publication, SamplePublications.Round)).Rows, row => row["measure"] == Id);
        Assert.Equal(("-6", "-4.25", "c", "c", "c"), (row["p10"], row["q1"], row["mean"], row["sd"], row["total"]));
        using var workbook = new ReadWorkbook(PublicationWorkbook.Write(publication, SamplePublications.Round, new WorkbookPublisher("An organiser made up for tests", "survey@example.org", new Uri("https://survey.example.org"))));
        var line = workbook.Row("Numbers", publication.Numbers[Id].Label);
        Assert.Contains("-4.25", line.Values.Select(workbook.Text));
        Assert.All((string[])["Total", "Mean", "Standard deviation"], heading => Assert.Equal("[c]", workbook.Text(line[heading])));
        Assert.Empty(workbook.Faults);
    }

    [Fact]
    public void The_codebook_and_the_schema_say_how_it_is_worked_out()
    {
        Assert.EndsWith("(hoursAllocated); below 0 where that is more.", Assert.Single(Codebook.Rows(Example.Workload), row => row.Question == Id).Asked, StringComparison.Ordinal);
        Assert.Contains("it must be hoursWorked less hoursAllocated.", AnswerSchema.Of(Example.Workload)["properties"]![Id]!["description"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    /// <summary>40 gave both, from 6 hours less to 13.5 more; two gave hours worked alone, three hours given alone.</summary>
    private static Tally Some => Tally.Of(Example.Workload, [
        .. Enumerable.Range(0, 40).Select(person => Read(10 + (person < 20 ? -6 + (person % 4) : person % 4 * 4.5), 10)),
        .. Enumerable.Range(0, 2).Select(_ => Read(7, null)),
        .. Enumerable.Range(0, 3).Select(_ => Read(null, 9)),
    ]);

    private static Publication Figures() => PublicationBuilder.Publish(new("r", SamplePublications.Round), Example.Workload, Scope.England, Some, DateTimeOffset.UnixEpoch, final: true);

    private static AnswerSet Read(double? worked, double? given)
    {
        var answers = new Dictionary<string, object> { ["localAuthority"] = "813" };
        if (worked is { } hours) answers["hoursWorked"] = hours;
        if (given is { } allocated) answers["hoursAllocated"] = allocated;
        return AnswerReader.FromJson(Example.Workload, JsonSerializer.SerializeToElement(answers), new Errors())!;
    }
}
