using System.Diagnostics;
using System.Net.Http.Json;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SencoSurvey.LocalHost.Platform;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Processes;

/// <summary>A host that is asked to end in the middle of its work: here while it hands a report over to a slow mail service.</summary>
public sealed class DrainTests(AzuriteFixture azurite)
{
    /// <summary>Longer than any frame or library waits by itself before it ends a process.</summary>
    private static readonly TimeSpan QuiteAWhile = TimeSpan.FromSeconds(6);

    public sealed record Gate(TaskCompletionSource Asked, TaskCompletionSource Answer);

    public sealed class TakeMailSlowly(Gate gate)
    {
        [Function(nameof(TakeMailSlowly))]
        public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v3/mail/send")] HttpRequest request)
        {
            gate.Asked.TrySetResult();
            await gate.Answer.Task;
            return Results.Accepted();
        }
    }

    [Theory]
    [InlineData(HostProcess.Sigterm)]
    [InlineData(HostProcess.Sigint)]
    public async Task What_it_has_begun_it_finishes_however_long_it_takes_and_then_ends_well(int signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix\'s.");
        var (account, storage) = await azurite.NewStorageAsync();
        await using (var host = await TestHost.StartAsync(account))
        {
            await host.PutOpenRoundAsync("r", more: new { minimumBase = 1, minimumCell = 1 });
            await host.SubmitAsync("r", Rows2016.All[0].Key, Rows2016.All[0].Answers);
            await Eventually.IsTrueAsync(async () => (await host.SendAsync(HttpMethod.Get, "/api/rounds/r/statistics/england")).IsSuccessStatusCode, "the publication");
            await host.StopAsync();
        }

        var gate = new Gate(new TaskCompletionSource(), new TaskCompletionSource());
        await using var sendGrid = await TestHost.StartAsync(azurite.NewAccount(), functions: [typeof(TakeMailSlowly)], configure: builder => builder.Services.AddSingleton(gate));
        var settings = new Dictionary<string, string?> { ["SendGrid:ApiKey"] = "SG.any", ["SendGrid:Host"] = sendGrid.Http.BaseAddress!.ToString() };
        await using var process = HostProcess.Start(Ports.Free(1)[0], account, settings, "--empty");
        await process.IsUpAsync();
        (await process.Http.PutAsJsonAsync("/api/recipients/officer-1", new { email = "officer@example.org", name = "An officer", scope = "england", role = "officer", frequency = "monthly" })).EnsureSuccessStatusCode();
        process.Http.DefaultRequestHeaders.Remove("x-functions-key");
        (await process.Http.PostAsync($"/admin/functions/SendSummaryReports?code={TestHost.MasterKey}", null)).EnsureSuccessStatusCode();
        await gate.Asked.Task;

        var began = Stopwatch.GetTimestamp();
        process.Send(signal);
        await Eventually.IsTrueAsync(() => process.HasEnded || Stopwatch.GetElapsedTime(began) > QuiteAWhile, "a while to pass");
        Assert.False(process.HasEnded, "It ended in the middle of its work.");
        gate.Answer.SetResult();
        Assert.Equal(0, await process.EndsAsync());
        Assert.Equal("Stopped.", process.Output[^1]);
        Assert.Equal("Sent", Assert.Single(await storage.Deliveries.QueryAsync<TableEntity>().ToListAsync()).GetString("State"));
        Assert.Equal(0, (await storage.DeliverQueue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }
}
