using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using SencoSurvey.LocalHost.Platform;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>A mail service that is busy for an hour costs no report.</summary>
public sealed class BusyMailTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_it_does_not_take_waits_as_long_as_it_asks_and_is_no_failure_of_the_queue()
    {
        await using var sendGrid = await TestHost.StartAsync(azurite.NewAccount(), functions: [typeof(RefuseForAnHour)]);
        var settings = new Dictionary<string, string?> { ["SendGrid:ApiKey"] = "SG.a-key-for-tests", ["SendGrid:Host"] = sendGrid.Http.BaseAddress!.ToString() };
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), settings, configure: new CapturedLogs().Capture);
        await host.PutOpenRoundAsync("r", more: new { minimumBase = 1, minimumCell = 1 });
        (await host.SubmitAsync("r", Guid.NewGuid().ToString(), new { localAuthority = "813", hoursAllocated = 3 })).EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(async () => (await host.SendAsync(HttpMethod.Get, "/api/rounds/r/statistics/la/813")).IsSuccessStatusCode, "the publication");
        (await host.SendAsync(HttpMethod.Put, "/api/recipients/officer-1", JsonContent.Create(new { email = "officer@example.org", name = "An officer", scope = "la/813", role = "officer", frequency = "monthly" }))).EnsureSuccessStatusCode();
        await host.RunAsync("SendSummaryReports");

        var delivery = (await Eventually.GetAsync(() => host.GetJsonAsync("/api/rounds/r/deliveries?state=pending"), found => found.GetArrayLength() > 0 && found[0].GetProperty("attempts").GetInt32() == 1, "the first try"))[0];
        Assert.Equal("SendGrid answered 429.", delivery.GetProperty("reason").GetString());
        Assert.Equal(delivery.GetProperty("changedAt").GetDateTimeOffset().AddHours(1), delivery.GetProperty("nextTryAt").GetDateTimeOffset(), TimeSpan.FromSeconds(1));

        // The message that was handled is gone, and the one for the next try waits.
        await Eventually.IsTrueAsync(async () => await WaitingAsync(host) == (1, 0), "one message to wait, and none in the poison queue");
    }

    /// <summary>Answers as SendGrid does when too much was sent.</summary>
    public sealed class RefuseForAnHour
    {
        [Function(nameof(RefuseForAnHour))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v3/mail/send")] HttpRequest request)
        {
            request.HttpContext.Response.Headers.RetryAfter = "3600";
            return Results.Json(new { errors = new[] { new { message = "too many requests", field = (string?)null } } }, statusCode: 429);
        }
    }

    private static async Task<(int Deliver, int Poison)> WaitingAsync(TestHost host)
    {
        var queues = (await host.GetJsonAsync("/api/health")).GetProperty("queues");
        return (queues.GetProperty("deliver").GetInt32(), queues.GetProperty("deliver-poison").GetInt32());
    }
}
