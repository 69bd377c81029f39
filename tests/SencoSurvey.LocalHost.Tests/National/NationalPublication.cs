using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CsvHelper;
using SencoSurvey.Core.Tests.Publications.Workbooks;
using SencoSurvey.Testing;
using SencoSurvey.Testing.National;

namespace SencoSurvey.LocalHost.Tests.National;

/// <summary>A host on which the synthetic national round was imported, closed, published and mailed: for tests that look at what came out of which door.</summary>
public sealed class NationalPublication(AzuriteFixture azurite) : IAsyncLifetime
{
    public const string Round = "synthetic-2018";

    private const string England = $"/api/rounds/{Round}/statistics/england";

    private TestHost? host;

    public JsonElement Json { get; private set; }

    /// <summary>The tidy table, by column.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Csv { get; private set; } = [];

    public byte[] Workbook { get; private set; } = [];

    /// <summary>The report page.</summary>
    public string Page { get; private set; } = "";

    /// <summary>The officer's mail, as the outbox shows it.</summary>
    public JsonElement Mail { get; private set; }

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(azurite.NewAccount());

        await host.PutOpenRoundAsync(Round, "senco-workload-1", new { title = NationalRound.Title });
        using var imported = await host.SendAsync(HttpMethod.Post, $"/api/rounds/{Round}/responses/import", new StringContent(NationalRound.Csv(), Encoding.UTF8, "text/csv"));
        Assert.Equal($$"""{"accepted":{{NationalRound.Responses}},"rejected":[]}""", await imported.Content.ReadAsStringAsync());
        (await host.SendAsync(HttpMethod.Post, $"/api/rounds/{Round}/close")).EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(async () => (await host.SendAsync(HttpMethod.Get, England)).IsSuccessStatusCode, "the final publication");
        Json = await host.GetJsonAsync(England);
        Csv = Table(await (await host.SendAsync(HttpMethod.Get, $"{England}.csv")).Content.ReadAsStringAsync());
        Workbook = await (await host.SendAsync(HttpMethod.Get, $"{England}.xlsx")).Content.ReadAsByteArrayAsync();
        Page = await host.Http.GetStringAsync($"/reports/{Round}/england");

        (await host.SendAsync(HttpMethod.Put, "/api/recipients/reader", JsonContent.Create(new { email = "reader@example.org", name = "A synthetic reader", scope = "england", role = "officer", frequency = "final" }))).EnsureSuccessStatusCode();
        await host.RunAsync("SendSummaryReports");
        Mail = Assert.Single((await Eventually.GetAsync(() => host.GetJsonAsync("/dev/outbox.json"), mails => mails.GetArrayLength() > 0, "the report")).EnumerateArray());
    }

    /// <returns>The workbook's row of an indicator, by heading.</returns>
    internal IReadOnlyDictionary<string, string> SheetRow(string label)
    {
        using var workbook = new ReadWorkbook(Workbook);
        return workbook.Row("Indicators", label).ToDictionary(cell => cell.Key, cell => workbook.Text(cell.Value));
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
    }

    private static List<IReadOnlyDictionary<string, string>> Table(string text)
    {
        using var csv = new CsvReader(new StringReader(text), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(row => (IReadOnlyDictionary<string, string>)((IDictionary<string, object>)row).ToDictionary(cell => cell.Key, cell => (string)cell.Value))];
    }
}
