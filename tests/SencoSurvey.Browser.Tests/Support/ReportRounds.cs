using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SencoSurvey.Testing;

namespace SencoSurvey.Browser.Tests.Support;

/// <summary>Closed rounds whose reports are worth looking at: the rows of 2016, and two annual rounds of synthetic answers, of which the later one is compared with the earlier.</summary>
public sealed class ReportRounds
{
    public const string Of2016 = "nl-2016";
    public const string Annual = "annual";

    private const string Before = "annual-before";
    private const int Responses = 180;

    private static readonly string[] Columns =
    [
        "localAuthority", "phase", "schoolPupils", "seniorLeadershipTeam", "yearsAsSenco", "senSupport", "ehcp", "hoursAllocated", "hoursWorked", "enoughTimeForRole", "enoughTimeForSenSupport",
        "enoughTimeForEhcp", "manageableByOnePerson", "understoodByLeaders", "protectedTime", "pulledAway", "inRoleInFiveYears", "leaveRoleWithin", "mainReasonForLeaving", "leaveProfession",
    ];

    private static readonly string[] Agreement = ["stronglyAgree", "agree", "neither", "disagree", "stronglyDisagree"];

    private readonly TestHost host;

    private ReportRounds(TestHost host) => this.host = host;

    public static async Task<ReportRounds> PublishAsync(TestHost host)
    {
        var rounds = new ReportRounds(host);
        await rounds.PublishAsync();
        return rounds;
    }

    /// <returns>The HTML of the annual round's report as it was mailed to them.</returns>
    public async Task<string> MailAsync(string recipient)
    {
        var mails = await Eventually.GetAsync(() => host.GetJsonAsync("/dev/outbox.json"), mails => Of(mails, recipient).Any(), $"the report for {recipient}");
        return Of(mails, recipient).First().GetProperty("html").GetString()!;
    }

    private async Task PublishAsync()
    {
        await host.PutOpenRoundAsync(Of2016, more: new
        {
            title = "SENCO time in North Lincolnshire, 2016",
            reported = new[] { new { scope = "la/813", question = "seniorLeadershipTeam", label = "Is the SENCO on the senior leadership team?", source = "North Lincolnshire’s published page", options = new[] { new { id = "yes", label = "Yes", count = 13 }, new { id = "no", label = "No", count = 8 } } } },
        });
        await host.PutOpenRoundAsync(Before, "senco-workload-1");
        await host.PutOpenRoundAsync(Annual, "senco-workload-1", new { previousRound = Before });
        var rows2016 = Rows2016.All.Select(row => JsonSerializer.SerializeToElement(row.Answers)).Select(row => $"{row.GetProperty("localAuthority")},{row.GetProperty("senSupport")},{row.GetProperty("ehcp")},{row.GetProperty("hoursAllocated")}");
        await ImportAsync(Of2016, "localAuthority,senSupport,ehcp,hoursAllocated", rows2016);
        await ImportAsync(Before, string.Join(',', Columns), Enumerable.Range(0, Responses).Select(number => Row(number, years: 1)));
        await ImportAsync(Annual, string.Join(',', Columns), Enumerable.Range(0, Responses).Select(number => Row(number, years: 0)));

        // The earlier one first: the later one is compared with what is published of it.
        await Task.WhenAll(CloseAsync(Of2016), CloseAsync(Before));
        await CloseAsync(Annual);
        await ListAsync("reader-of-813", "la/813", "officer");
        await ListAsync("reader-of-england", "england", "leader");
        await host.RunAsync("SendSummaryReports");
    }

    private static IEnumerable<JsonElement> Of(JsonElement mails, string recipient) =>
        mails.EnumerateArray().Where(mail => mail.GetProperty("to").GetString() == $"{recipient}@example.org" && mail.GetProperty("html").GetString()!.Contains($"/reports/{Annual}/", StringComparison.Ordinal));

    private async Task ImportAsync(string round, string header, IEnumerable<string> rows)
    {
        using var response = await host.SendAsync(HttpMethod.Post, $"/api/rounds/{round}/responses/import", new StringContent(string.Join('\n', rows.Prepend(header)), Encoding.UTF8, "text/csv"));
        var result = JsonElement.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        Assert.Equal(0, result.GetProperty("rejected").GetArrayLength());
    }

    private async Task CloseAsync(string round)
    {
        (await host.SendAsync(HttpMethod.Post, $"/api/rounds/{round}/close")).EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(async () => (await host.GetJsonAsync($"/api/rounds/{round}/statistics/england")) is var england && england.TryGetProperty("final", out var final) && final.GetBoolean(), $"the final figures of {round}");
    }

    private async Task ListAsync(string recipient, string scope, string role)
    {
        var body = new { email = $"{recipient}@example.org", name = "A synthetic recipient", scope, role, frequency = "final" };
        (await host.SendAsync(HttpMethod.Put, $"/api/recipients/{recipient}", JsonContent.Create(body))).EnsureSuccessStatusCode();
    }

    /// <summary>Synthetic: spread evenly enough that most figures are shown, with more in North Lincolnshire than elsewhere.</summary>
    private static string Row(int number, int years)
    {
        var mixed = (int)((number + (years * 7)) * 2654435761L % 4294967296L >> 12) % 1000;
        var leaves = mixed % 3 == 0;
        var hours = new[] { "2", "3", "5", "6.5", "9.75", "12", "16.25", "24" }[mixed % 8];
        string[] answers =
        [
            (number % 3) switch { 0 or 1 => "813", _ => "370" },
            new[] { "primary", "primary", "secondary" }[mixed % 3],
            $"{new[] { 90, 150, 300, 800, 1200 }[mixed % 5]}",
            mixed % 5 < 3 ? "yes" : "no",
            new[] { "underOne", "oneToThree", "fourToTen", "overTen" }[mixed % 4],
            $"{5 + (mixed % 80)}",
            $"{mixed % 17}",
            hours,
            $"{25 + (mixed % 14)}",
            .. Enumerable.Range(1, 6).Select(shift => Agreement[((mixed / shift) + number) % 5]),
            new[] { "never", "rarely", "sometimes", "often", "always" }[(mixed / 7) % 5],
            leaves ? "no" : mixed % 2 == 0 ? "yes" : "notSure",
            leaves ? new[] { "oneYear", "twoYears", "fiveYears" }[number % 3] : "",
            leaves ? new[] { "workload", "funding", "retirement" }[mixed / 3 % 3] : "",
            new[] { "yes", "no", "notSure" }[mixed % 7 % 3],
        ];
        return string.Join(',', answers);
    }
}
