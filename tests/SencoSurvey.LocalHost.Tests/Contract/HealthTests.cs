using System.Net;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>What a watcher sees. Storage that is away has tests of its own.</summary>
public sealed class HealthTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Health_is_200_for_anyone_with_the_version_and_the_length_of_every_queue_and_poison_queue()
    {
        var (connection, storage) = await azurite.NewStorageAsync();
        await using var host = await TestHost.StartAsync(connection, functions: [typeof(Functions.Http.Health)]);
        await storage.TallyQueue.SendMessageAsync("{}");
        await storage.TallyQueue.SendMessageAsync("{}");
        using var response = await host.Http.GetAsync("/api/health");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var health = await response.JsonAsync();
        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+$", health.GetProperty("version").GetString());
        var queues = health.GetProperty("queues").EnumerateObject().ToDictionary(queue => queue.Name, queue => queue.Value.GetInt32());
        Assert.Equal(["deliver", "deliver-poison", "publish", "publish-poison", "tally", "tally-poison"], queues.Keys);
        Assert.Equal(2, queues["tally"]);
        Assert.Equal(2, queues.Values.Sum());
    }
}
