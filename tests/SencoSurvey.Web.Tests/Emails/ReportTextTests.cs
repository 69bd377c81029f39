using SencoSurvey.Core.Reports;

namespace SencoSurvey.Web.Tests.Emails;

public sealed class ReportTextTests
{
    private static string Text(Core.Publications.Publication publication) => ReportText.Of(ReportContent.Of(publication), Render.Link, new DateOnly(2017, 4, 9), Render.Stop);

    [Fact]
    public void Lines_are_72_characters_at_most_but_for_the_links() =>
        Assert.All(Text(Publications.NorthLincolnshire()).Split('\n'), line => Assert.True(line.Length <= 72 || line == Render.Link.AbsoluteUri || line == Render.Stop.AbsoluteUri || line.Trim().StartsWith("sha256:", StringComparison.Ordinal), line));

    [Fact]
    public void It_is_complete_in_itself()
    {
        var content = ReportContent.Of(Publications.NorthLincolnshire());
        var text = Text(Publications.NorthLincolnshire()).Words();

        string[] said =
        [
            .. content.Headlines.SelectMany(headline => new[] { headline.Label, headline.Wording, headline.Reading }),
            .. content.Numbers.SelectMany(number => new[] { number.Label, number.Reading }),
            .. content.Choices.SelectMany(choice => choice.Options.Select(option => $"{option.Label}: {option.Reading}").Concat([choice.Label, choice.Reading, choice.Source!])),
            .. content.Relationships.SelectMany(relationship => new[] { relationship.Label, relationship.Reading, relationship.Basis! }),
            .. content.Notes.SelectMany(note => new[] { note.Term, note.Text }),
        ];
        Assert.All(said, words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_label_from_right_to_left_has_a_line_of_its_own()
    {
        var text = Text(Publications.Labelled("\u202eabc"));

        Assert.Contains("\n\u202eabc\n  71.4%: 15 of 21", text, StringComparison.Ordinal);
    }
}
