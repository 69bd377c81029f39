using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using SencoSurvey.LocalHost.Platform;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Services.Storage;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Platform;

public sealed record Work(string Name, int Number);

/// <summary>A queue function that does what its test says.</summary>
public sealed class TakeWork(Func<Work, CancellationToken, Task> take)
{
    [Function(nameof(TakeWork))]
    public Task Run([QueueTrigger(WorkQueue.Name, Connection = StorageSetup.Setting)] Work work, CancellationToken cancel) => take(work, cancel);
}

/// <summary>The same with the message as it is.</summary>
public sealed class TakeText(Func<string, Task> take)
{
    [Function(nameof(TakeText))]
    public Task Run([QueueTrigger(WorkQueue.Name, Connection = StorageSetup.Setting)] string message) => take(message);
}

/// <summary>One test's queue and the hosts that work on it.</summary>
internal sealed class WorkQueue
{
    public const string Name = "work";

    private WorkQueue(string connection)
    {
        Connection = connection;
        Queue = new QueueClient(connection, Name, StorageSetup.QueueOptions());
        Poison = new QueueClient(connection, $"{Name}-poison", StorageSetup.QueueOptions());
    }

    public string Connection { get; }

    public QueueClient Queue { get; }

    public QueueClient Poison { get; }

    public static async Task<WorkQueue> NewAsync(AzuriteFixture azurite)
    {
        var work = new WorkQueue(azurite.NewAccount());
        await work.Queue.CreateAsync();
        return work;
    }

    public Task SendAsync(string text) => Queue.SendMessageAsync(text);

    public Task<TestHost> StartAsync(Func<Work, CancellationToken, Task> take, CapturedLogs? logs = null, string? connection = null) =>
        TestHost.StartAsync(connection ?? Connection, functions: [typeof(TakeWork)], configure: builder =>
        {
            builder.Services.AddSingleton(take);
            (logs ?? new CapturedLogs()).Capture(builder);
        });

    public Task<TestHost> StartAsync(Func<string, Task> take) => TestHost.StartAsync(Connection, functions: [typeof(TakeText)], configure: builder =>
    {
        builder.Services.AddSingleton(take);
        new CapturedLogs().Capture(builder);
    });

    /// <summary>Visible or not.</summary>
    public async Task<int> LengthAsync() => (await Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;

    public Task EmptyAsync() => Eventually.IsTrueAsync(async () => await LengthAsync() == 0, "the queue to be empty");
}
