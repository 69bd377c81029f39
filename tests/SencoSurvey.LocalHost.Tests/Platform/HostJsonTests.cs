using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Platform;

/// <summary>That the local host takes every value of host.json; what each of them does is tested with the queues.</summary>
public sealed class HostJsonTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_value_is_taken_as_it_stands_there()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), functions: []);
        var hostJson = host.Services.GetRequiredService(typeof(LocalHostApp).Assembly.GetType("SencoSurvey.LocalHost.Platform.HostJson", throwOnError: true)!);
        var queues = Get(hostJson, "Queues")!;
        Assert.Equal(HostJsonFile.RoutePrefix, Get(hostJson, "RoutePrefix"));
        Assert.Equal(HostJsonFile.BatchSize, Get(queues, "BatchSize"));
        Assert.Equal(HostJsonFile.NewBatchThreshold, Get(queues, "NewBatchThreshold"));
        Assert.Equal(HostJsonFile.MaxDequeueCount, Get(queues, "MaxDequeueCount"));
        Assert.Equal(HostJsonFile.VisibilityTimeout, Get(queues, "VisibilityTimeout"));
        Assert.Equal(HostJsonFile.MaxPollingInterval, Get(queues, "MaxPollingInterval"));
        Assert.Equal(HostJsonFile.MessageEncoding, Get(queues, "MessageEncoding"));

        static object? Get(object of, string name) => of.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.GetValue(of);
    }
}
