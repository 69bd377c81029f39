using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SencoSurvey.Services.Health;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Health;

public sealed class HealthServiceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Where_storage_answers_the_lengths_of_all_queues_are_told()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        await survey.SubmitAsync("r", Synthetic.NewKey());
        var report = await survey.Get<HealthService>().CheckAsync(CancellationToken.None);
        Assert.Equal("ok", report.Status);
        Assert.Equal(["deliver 0", "deliver-poison 0", "publish 0", "publish-poison 0", "tally 1", "tally-poison 0"], report.Queues!.Select(queue => $"{queue.Key} {queue.Value}"));
    }

    [Fact]
    public async Task Where_storage_is_not_set_up_yet_it_is_unavailable() => await AssertUnavailableAsync(azurite.NewAccount());

    [Fact]
    public async Task Where_nobody_answers_storage_is_unavailable()
    {
        var ports = AzuriteFixture.FreePorts(3);
        await AssertUnavailableAsync(AzuriteFixture.Connection("nobody", ports[0], ports[1], ports[2]));
    }

    private static async Task AssertUnavailableAsync(string connection)
    {
        await using var services = TestSurvey.Build(connection, configure: collection => collection.Replace(ServiceDescriptor.Singleton(new StorageRequests().Connect(connection))));
        var report = await services.GetRequiredService<HealthService>().CheckAsync(CancellationToken.None);
        Assert.Equal(("storage unavailable", null), (report.Status, report.Queues));
    }
}
