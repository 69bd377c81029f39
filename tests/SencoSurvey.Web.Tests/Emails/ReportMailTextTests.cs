using SencoSurvey.Core.Reports.Mails;

namespace SencoSurvey.Web.Tests.Emails;

public sealed class ReportMailTextTests
{
    [Fact]
    public void Lines_are_72_characters_at_most_but_for_the_links() =>
        Assert.All(Text(Workload.ForOfficer(Workload.Publish(60), Workload.Publish(40))).Split('\n'), line => Assert.True(line.Length <= 72 || line == Render.Link.AbsoluteUri || line == Render.Stop.AbsoluteUri, line));

    [Theory]
    [InlineData(ReportReader.Officer)]
    [InlineData(ReportReader.Leader)]
    public void It_is_complete_in_itself(ReportReader reader)
    {
        var source = reader == ReportReader.Officer ? Workload.ForOfficer(Workload.Publish(60), Workload.Publish(40)) : Workload.ForLeader(Workload.Publish(60), Workload.Publish(40));
        var content = ReportMailContent.Of(source);
        var text = Text(source).Words();

        string?[] said =
        [
            content.Survey, content.Heading, content.Standing, content.TimeAndNeed, content.Why, content.SinceLastReport?.Reading, content.Gaps?.Reading, content.Gaps?.Lowest,
            .. content.Figures.SelectMany(figure => new[] { figure.Label, figure.Value, figure.Unit, figure.Reading, figure.Basis, figure.Comparison }),
            .. content.SinceLastReport?.Moved.SelectMany(figure => new[] { figure.Label, figure.From, figure.To }) ?? [],
            .. content.Gaps?.Kinds.Select(kind => kind.Label) ?? [],
            .. content.Checklist?.Items.Select(item => item.Text) ?? [],
            .. content.Asked.Concat(content.Notes).SelectMany(note => new[] { note.Term, note.Text }),
        ];
        Assert.All(said.OfType<string>(), words => Assert.Contains(words.Words(), text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_label_from_right_to_left_has_a_line_of_its_own() =>
        Assert.Contains("\n\u202eabc\n  71.4%. Just over seven in ten.", Text(new ReportMailSource(Publications.Labelled("\u202eabc"), ReportReader.Officer)), StringComparison.Ordinal);

    private static string Text(ReportMailSource source) => ReportMailText.Of(ReportMailContent.Of(source), Render.Link, new DateOnly(2017, 4, 9), Render.Stop);
}
