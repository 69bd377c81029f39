using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SencoSurvey.Services.Storage;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Storage;

public sealed class StorageCreationTests(AzuriteFixture azurite)
{
    private readonly FakeTimeProvider time = new();
    private readonly StorageRequests requests = new();

    [Fact]
    public async Task Everything_is_made_before_the_first_function_can_run()
    {
        await using var services = Services();
        var creation = Creation(services);
        await creation.StartingAsync(CancellationToken.None);
        await services.GetRequiredService<SurveyStorage>().Rounds.AddEntityAsync(new TableEntity("p", "r"));
        Assert.Equal(6, (await services.GetRequiredService<SurveyStorage>().QueueLengthsAsync(CancellationToken.None)).Count);

        // A second time, as every start but the first is.
        await creation.StartingAsync(CancellationToken.None);
        await creation.StartAsync(CancellationToken.None);
        await creation.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task While_storage_is_away_the_host_starts_all_the_same_and_everything_is_made_when_it_is_back()
    {
        await using var services = Services();
        var storage = services.GetRequiredService<SurveyStorage>();
        requests.Before = _ => throw new RequestFailedException(503, "Server busy");
        var creation = Creation(services);
        await creation.StartingAsync(CancellationToken.None);
        await creation.StartAsync(CancellationToken.None);

        requests.Before = _ => Task.CompletedTask;
        await Eventually.IsTrueAsync(
            async () =>
            {
                time.Advance(TimeSpan.FromSeconds(5));
                return await Record.ExceptionAsync(() => storage.QueueLengthsAsync(CancellationToken.None)) is null;
            },
            "tables and queues");
        await creation.StopAsync(CancellationToken.None);
    }

    private static IHostedLifecycleService Creation(ServiceProvider services) => services.GetServices<IHostedService>().OfType<IHostedLifecycleService>().Single();

    private ServiceProvider Services()
    {
        var connection = azurite.NewAccount();
        return TestSurvey.Build(connection, configure: collection =>
        {
            collection.AddStorageCreation();
            collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
            collection.Replace(ServiceDescriptor.Singleton(requests.Connect(connection)));
        });
    }
}
