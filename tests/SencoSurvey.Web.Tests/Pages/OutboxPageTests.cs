using AngleSharp.Html.Dom;
using SencoSurvey.Web.Pages;

namespace SencoSurvey.Web.Tests.Pages;

public sealed class OutboxPageTests
{
    internal static OutboxMail Mail(string subject, int day = 1) =>
        new($"mail {day}", new DateTimeOffset(2017, 1, day, 9, 30, 5, TimeSpan.Zero), "officer@authority.example", subject, $"Text: {subject}", $"<!DOCTYPE html><p>{subject}</p>");

    internal static Task<IHtmlDocument> Outbox(params OutboxMail[] mails) => Render.Page<OutboxPage>(new() { [nameof(OutboxPage.Mails)] = mails });

    [Fact]
    public async Task It_says_that_nothing_was_sent()
    {
        Assert.Contains("Nothing here was sent.", (await Outbox()).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Nothing here was sent.", (await Outbox(Mail("One"))).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_mail_stands_first()
    {
        var page = await Outbox(Mail("First", day: 1), Mail("Third", day: 3), Mail("Second", day: 2));

        Assert.Equal(["Third", "Second", "First"], page.QuerySelectorAll("article h2").Select(heading => heading.Words()));
    }

    [Fact]
    public async Task A_mail_shows_to_whom_when_and_both_its_bodies()
    {
        var mail = Mail("Subject & <b>more</b>");

        var article = (await Outbox(mail)).QuerySelector("article")!;

        Assert.Contains(mail.To, article.QuerySelector("dl")!.Words(), StringComparison.Ordinal);
        Assert.Equal("2017-01-01T09:30:05Z", article.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("1 January 2017, 09:30:05 UTC", article.QuerySelector("time")!.Words());
        Assert.Equal(mail.Text, article.QuerySelector("pre")!.TextContent);
        Assert.Equal(mail.Html, article.QuerySelector("iframe")!.GetAttribute("srcdoc"));
    }

    [Fact]
    public async Task A_mail_shows_its_headers_and_what_is_attached_with_its_size()
    {
        var mail = Mail("One") with { Headers = new Dictionary<string, string> { ["List-Unsubscribe"] = "<https://survey.example/stop/a>" }, Attachments = [new OutboxAttachment("a&b.csv", 12345)] };

        var facts = (await Outbox(mail)).QuerySelectorAll("dl div").Select(fact => fact.Words()).ToList();

        Assert.Contains("List-Unsubscribe<https://survey.example/stop/a>", facts);
        Assert.Contains("Attacheda&b.csv, 12,345 bytes", facts);
    }

    [Fact]
    public async Task Its_HTML_can_do_nothing() =>
        Assert.Equal("", (await Outbox(Mail("One"))).QuerySelector("iframe")!.GetAttribute("sandbox"));
}
