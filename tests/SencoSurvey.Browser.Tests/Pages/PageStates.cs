using Microsoft.Playwright;
using SencoSurvey.Browser.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.Browser.Tests.Pages;

/// <summary>Every page of the survey in every state, by name, and how to get there.</summary>
internal static class PageStates
{
    private const string Wrong = "twelve";

    private static readonly string[] QuestionPages = ["localAuthority", "roles", "qualification", "senSupport", "hoursAllocated", "nonContactFullTime", "enoughTimeForRole", "manageableByOnePerson", "inRoleInFiveYears", "leaveRoleWithin", "comments"];

    public static IReadOnlyDictionary<string, Func<SurveySite, Senco, Task>> All { get; } = new Dictionary<string, Func<SurveySite, Senco, Task>>
    {
        ["start"] = (_, senco) => senco.OpenAsync($"/survey/{SurveySite.Open}"),
        ["start, without consent"] = async (_, senco) =>
        {
            await senco.OpenAsync($"/survey/{SurveySite.Open}");
            await senco.PressAsync("Start now");
        },
        ["start, invited"] = (_, senco) => senco.OpenAsync($"/survey/{SurveySite.Invited}"),
        ["start, invited, nothing entered"] = async (_, senco) =>
        {
            await senco.OpenAsync($"/survey/{SurveySite.Invited}");
            await senco.PressAsync("Start now");
        },
        ["start, invited, unknown link"] = (_, senco) => senco.OpenAsync($"/survey/{SurveySite.Invited}?invitation=XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"),
        ["start, invited by a link"] = async (site, senco) => await senco.OpenAsync(await site.InviteAsync()),
        ["school, invited"] = InvitedAsync,
        ["check, invited"] = async (site, senco) =>
        {
            await InvitedAsync(site, senco);
            await senco.AnswerAllAsync(SurveyAnswers.Leaving);
        },
        ["link that is broken"] = (_, senco) => senco.OpenAsync($"/survey/{SurveySite.Open}?return=nonsense"),
        ["round that is planned"] = (_, senco) => senco.OpenAsync($"/survey/{SurveySite.Planned}"),
        ["round that is closed"] = (_, senco) => senco.OpenAsync($"/survey/{SurveySite.Closed}"),
        ["no such round"] = (_, senco) => senco.OpenAsync("/survey/none"),
        ["privacy"] = (_, senco) => senco.OpenAsync($"/survey/{SurveySite.Open}/privacy"),
        ["school, with errors"] = async (_, senco) =>
        {
            await senco.BeginAsync(SurveySite.Open);
            await senco.FillAsync(new Dictionary<string, string[]> { ["schoolPupils"] = [Wrong], ["schoolsServed"] = ["1.5"] });
            await senco.PressAsync("Save and continue");
        },
        ["pupils, with errors"] = (_, senco) => WrongAsync(senco, "senSupport", new() { ["senSupport"] = ["-1"], ["ehcp"] = [Wrong] }),
        ["time, with errors"] = (_, senco) => WrongAsync(senco, "hoursAllocated", new() { ["hoursAllocated"] = ["12.3"], ["hoursWorked"] = ["101"], ["adminSupportHours"] = [Wrong] }),
        ["comments, too long"] = (_, senco) => WrongAsync(senco, "comments", new() { ["comments"] = [new string('x', 2001)] }),
        ["is that right?"] = (_, senco) => WrongAsync(senco, "hoursAllocated", new() { ["hoursAllocated"] = ["45"], ["hoursWorked"] = ["70"] }),
        ["begun, back at the start"] = async (_, senco) =>
        {
            await senco.BeginAsync(SurveySite.Open);
            await senco.FillAsync(SurveyAnswers.Leaving);
            await senco.PressAsync("Save and continue");
            await senco.OpenAsync($"/survey/{SurveySite.Open}");
        },
        ["check, nothing answered"] = async (_, senco) =>
        {
            await senco.BeginAsync(SurveySite.Open);
            await senco.OpenAsync($"/survey/{SurveySite.Open}/answers");
        },
        ["check, nothing answered, sent"] = async (_, senco) =>
        {
            await senco.BeginAsync(SurveySite.Open);
            await senco.OpenAsync($"/survey/{SurveySite.Open}/answers");
            await senco.PressAsync("Send my answers");
        },
        ["check"] = (_, senco) => CheckAsync(senco, SurveySite.Open),
        ["confirmation, nothing published"] = (_, senco) => AfterAsync(senco, "/confirmation", SurveySite.Quiet),
        ["confirmation, beside others"] = (_, senco) => AfterAsync(senco, "/confirmation", SurveySite.Published),
        ["sent, back at the start"] = (_, senco) => AfterAsync(senco, ""),
        ["sent, check again"] = (_, senco) => AfterAsync(senco, "/answers"),
        ["sent, changed"] = async (_, senco) =>
        {
            await ChangeAsync(senco);
            await senco.OpenAsync($"/survey/{SurveySite.Open}");
        },
        ["sent, changed, check"] = (_, senco) => ChangeAsync(senco),
        ["sent, a page filled in"] = (_, senco) => AfterAsync(senco, "/questions/manageableByOnePerson"),
        ["copy"] = (_, senco) => AfterAsync(senco, "/copy"),
        ["copy of all"] = (_, senco) => AfterAsync(senco, "/copy?all=true"),
        ["withdraw"] = (_, senco) => AfterAsync(senco, "/withdraw"),
        ["withdrawn"] = async (_, senco) =>
        {
            await AfterAsync(senco, "/withdraw");
            await senco.PressAsync("Withdraw my answers");
        },
        ["return link"] = (_, senco) => AfterAsync(senco, "/return"),
        ["return link, wrong address"] = async (_, senco) =>
        {
            await AfterAsync(senco, "/return");
            await senco.FillAsync(new Dictionary<string, string[]> { ["email"] = ["nobody"] });
            await senco.PressAsync("Mail me the link");
        },
        ["return link, mailed"] = async (_, senco) =>
        {
            await AfterAsync(senco, "/return");
            await senco.FillAsync(new Dictionary<string, string[]> { ["email"] = ["senco@example.org"] });
            await senco.PressAsync("Mail me the link");
        },
        ["to be sent once more"] = async (_, senco) =>
        {
            await senco.BeginAsync(SurveySite.Open);
            await senco.Page.Context.ClearCookiesAsync();
            await senco.FillAsync(SurveyAnswers.Leaving);
            await senco.PressAsync("Save and continue");
        },
        ["stop the reports"] = async (site, senco) => await senco.OpenAsync(await site.ListAsync("reader")),
        ["reports that are stopped"] = async (site, senco) =>
        {
            await senco.OpenAsync(await site.ListAsync("reader-who-stops"));
            await senco.PressAsync("Stop the reports");
        },
        ["methodology"] = (_, senco) => senco.OpenAsync("/methodology"),
        ["report of 2016"] = (site, senco) => ReportAsync(site, senco, $"{ReportRounds.Of2016}/la/813"),
        ["report of an authority"] = (site, senco) => ReportAsync(site, senco, $"{ReportRounds.Annual}/la/813"),
        ["report of an authority, by size"] = (site, senco) => ReportAsync(site, senco, $"{ReportRounds.Annual}/la/813", "&by=schoolPupils"),
        ["report of a region"] = (site, senco) => ReportAsync(site, senco, $"{ReportRounds.Annual}/region/E12000003"),
        ["report of England"] = (site, senco) => ReportAsync(site, senco, $"{ReportRounds.Annual}/england"),
        ["report that is not there"] = (_, senco) => senco.OpenAsync($"/reports/{SurveySite.Planned}/england"),
    }.Concat(QuestionPages.SelectMany(page => new KeyValuePair<string, Func<SurveySite, Senco, Task>>[]
    {
        new($"{page}, empty", (_, senco) => EmptyAsync(senco, page)),
        new($"{page}, filled in", async (_, senco) =>
        {
            await EmptyAsync(senco, page);
            await senco.FillAsync(SurveyAnswers.Leaving);
            await senco.PressAsync("Save and continue");
            await senco.OpenAsync($"/survey/{SurveySite.Open}/questions/{page}");
        }),
    })).ToDictionary();

    /// <summary>The mails of reports, by name.</summary>
    public static IReadOnlyDictionary<string, Func<SurveySite, Senco, Task>> Mails { get; } = new Dictionary<string, Func<SurveySite, Senco, Task>>
    {
        ["mail to an officer"] = (site, senco) => MailAsync(site, senco, "reader-of-813"),
        ["mail to a leader"] = (site, senco) => MailAsync(site, senco, "reader-of-england"),
    };

    /// <summary>With everything open that a reader can open.</summary>
    private static async Task ReportAsync(SurveySite site, Senco senco, string report, string more = "")
    {
        await site.ReportsAsync();
        await senco.OpenAsync($"/reports/{report}?code={TestHost.FunctionKey}{more}");
        await senco.Page.EvaluateAsync("document.querySelectorAll('details').forEach(closed => closed.open = true)");
    }

    /// <summary>As a mail program shows it: there is no page of it.</summary>
    private static async Task MailAsync(SurveySite site, Senco senco, string recipient)
    {
        var html = await (await site.ReportsAsync()).MailAsync(recipient);
        await senco.Page.RouteAsync("**/mail", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html }));
        await senco.OpenAsync("/mail");
    }

    private static async Task InvitedAsync(SurveySite site, Senco senco)
    {
        await senco.OpenAsync(await site.InviteAsync());
        await senco.ConsentAsync();
    }

    private static async Task EmptyAsync(Senco senco, string page)
    {
        await senco.BeginAsync(SurveySite.Open);
        if (page == "leaveRoleWithin")
        {
            await senco.OpenAsync($"/survey/{SurveySite.Open}/questions/inRoleInFiveYears");
            await senco.FillAsync(SurveyAnswers.Leaving);
            await senco.PressAsync("Save and continue");
        }

        await senco.OpenAsync($"/survey/{SurveySite.Open}/questions/{page}");
    }

    private static async Task WrongAsync(Senco senco, string page, Dictionary<string, string[]> typed)
    {
        await EmptyAsync(senco, page);
        await senco.FillAsync(typed);
        await senco.PressAsync("Save and continue");
    }

    private static async Task CheckAsync(Senco senco, string round)
    {
        await senco.BeginAsync(round);
        await senco.AnswerAllAsync(SurveyAnswers.Leaving);
    }

    /// <summary>Someone whose answers are in, without going through all pages: they came over the API.</summary>
    private static async Task AfterAsync(Senco senco, string address, string round = SurveySite.Open)
    {
        await senco.OpenAsync($"/survey/{round}?return={await SurveySite.SubmitAsync(senco, round)}");
        if (address.Length > 0) await senco.OpenAsync($"/survey/{round}{address}");
    }

    private static async Task ChangeAsync(Senco senco)
    {
        await AfterAsync(senco, "/questions/hoursAllocated?changing=true");
        await senco.FillAsync(new Dictionary<string, string[]> { ["hoursAllocated"] = ["3.25"] });
        await senco.PressAsync("Save and continue");
    }
}
