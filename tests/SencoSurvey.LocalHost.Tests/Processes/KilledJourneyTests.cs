using System.Net.Http.Json;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Processes;

/// <summary>The plug is pulled between any two pages of the survey.</summary>
public sealed class KilledJourneyTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_host_that_is_killed_after_every_page_loses_nothing_that_was_entered_on_an_earlier_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix's.");
        var (connection, _) = await azurite.NewStorageAsync();
        var port = Ports.Free(1)[0];
        using var senco = new SurveyClient(new Uri($"http://localhost:{port}"));
        var host = await StartAsync(port, connection);
        try
        {
            (await host.Http.PutAsJsonAsync("/api/rounds/r", new { title = "A synthetic round", questionnaire = "senco-workload-1", opensOn = "2020-01-01", closesOn = "2099-12-31", access = "open" })).EnsureSuccessStatusCode();
            await senco.BeginAsync("r");
            var pages = 0;
            while (!senco.Address.EndsWith("/answers", StringComparison.Ordinal))
            {
                // The page is open in the browser while the host dies and comes back; its form, and all that was saved, must still be good.
                var begun = senco.Address;
                host = await PullThePlugAsync(host, port, connection);
                await senco.PressAsync(SurveyAnswers.For(senco));
                Assert.NotEqual(begun, senco.Address);
                pages++;
            }

            Assert.InRange(pages, 11, 20);
            host = await PullThePlugAsync(host, port, connection);
            await senco.GetAsync("/survey/r/answers");
            Assert.DoesNotContain("Not answered", senco.Words, StringComparison.Ordinal);
            await senco.PressAsync();
            Assert.Equal("Your answers are in", senco.Title);
            var reference = senco.Page.QuerySelector(".reference")!.TextContent;
            host = await PullThePlugAsync(host, port, connection);
            Assert.Equal(reference, (await senco.GetAsync("/survey/r/confirmation")).Page.QuerySelector(".reference")!.TextContent);
            foreach (var (question, typed) in SurveyAnswers.Leaving.Where(answer => answer.Value.Length == 1 && answer.Key is "comments" or "hoursWorked" or "senSupport"))
                Assert.Contains(typed[0].Split('\n')[0], (await senco.GetAsync("/survey/r/copy?all=true")).Words, StringComparison.Ordinal);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task<HostProcess> PullThePlugAsync(HostProcess host, int port, string connection)
    {
        host.Send(HostProcess.Sigkill);
        await host.EndsAsync();
        await host.DisposeAsync();
        return await StartAsync(port, connection);
    }

    private static async Task<HostProcess> StartAsync(int port, string connection)
    {
        var host = HostProcess.Start(port, connection, null, "--empty");
        await host.IsUpAsync();
        return host;
    }
}
