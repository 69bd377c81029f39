namespace SencoSurvey.Browser.Tests.Pages;

/// <summary>What holds for every page in every state.</summary>
public sealed class PageTests(Gallery gallery) : IClassFixture<Gallery>
{
    public static TheoryData<string> States => [.. PageStates.All.Keys];

    public static TheoryData<string> Mails => [.. PageStates.Mails.Keys];

    public static TheoryData<string> WithErrors => ["start, without consent", "start, invited, nothing entered", "start, invited, unknown link", "school, with errors", "pupils, with errors", "time, with errors", "comments, too long", "check, nothing answered, sent", "return link, wrong address"];

    [Theory, MemberData(nameof(States))]
    public void Axe_finds_nothing(string state) => Assert.Empty(gallery[state].Violations);

    [Theory, MemberData(nameof(States))]
    public void Its_HTML_is_valid(string state) => Assert.Empty(gallery[state].Invalid);

    [Theory, MemberData(nameof(States))]
    public void Nothing_is_refused_by_its_policy_asked_of_others_or_told_to_others(string state) => Assert.Empty(gallery[state].Complaints);

    [Theory, MemberData(nameof(States))]
    public void It_does_not_scroll_sideways_on_a_phone(string state) => Assert.False(gallery[state].ScrollsSideways);

    /// <summary>
    /// Mails are laid out with tables and inline styles, as mail programs need: no HTML validator would have that. And landmarks are those of the mail program, into whose page a mail is put.
    /// </summary>
    [Theory, MemberData(nameof(Mails))]
    public void In_a_mail_axe_finds_nothing_and_nothing_is_loaded_or_scrolls_sideways(string mail)
    {
        Assert.All(gallery[mail].Violations, violation => Assert.Matches(": (landmark-one-main|region),", violation));
        Assert.Empty(gallery[mail].Complaints);
        Assert.False(gallery[mail].ScrollsSideways);
    }

    [Theory, MemberData(nameof(WithErrors))]
    public void An_error_is_in_the_status_the_title_and_the_focus(string state)
    {
        Assert.InRange(gallery[state].Status, 400, 403);
        Assert.StartsWith("Error: ", gallery[state].Title, StringComparison.Ordinal);
        Assert.Equal("govuk-error-summary", gallery[state].Focused);
    }
}
