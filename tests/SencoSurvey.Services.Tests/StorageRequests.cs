using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Tests;

/// <param name="Number">1 for the first since the counting began.</param>
/// <param name="Target">The table, queue or container, then what is in it: <c>Rounds(PartitionKey='round',RowKey='r')</c>. A transaction's is <c>$batch</c>.</param>
internal sealed record StorageRequest(int Number, string Method, string Target)
{
    public override string ToString() => $"{Number}: {Method} {Target}";
}

/// <summary>What a test makes storage do instead of answering. No service expects it, as none expects to be killed.</summary>
internal sealed class KilledException() : Exception("The process was killed here.");

/// <summary>Sees every request to storage: counts them, and lets a test fail one, or do something just before or after it.</summary>
internal sealed partial class StorageRequests : HttpPipelinePolicy
{
    private static readonly Func<StorageRequest, Task> Nothing = _ => Task.CompletedTask;

    private int count;

    /// <summary>Since <see cref="CountAnew"/>.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Called before the request is sent; what it throws is thrown instead.</summary>
    public Func<StorageRequest, Task> Before { get; set; } = Nothing;

    /// <summary>Called once the request was carried out; what it throws takes the answer's place.</summary>
    public Func<StorageRequest, Task> After { get; set; } = Nothing;

    public void CountAnew() => Volatile.Write(ref count, 0);

    /// <summary>Kills the process at a request: that one, or its answer, and all that follow are lost.</summary>
    /// <param name="carriedOut">Whether storage still carries the request out.</param>
    public void KillAt(int number, bool carriedOut)
    {
        CountAnew();
        Before = request => request.Number > number || (request.Number == number && !carriedOut) ? throw new KilledException() : Task.CompletedTask;
        After = request => request.Number == number ? throw new KilledException() : Task.CompletedTask;
    }

    /// <summary>Loses one request, or its answer, in a way that the storage client tries again by itself. Only within its retries: see <see cref="Connect"/>.</summary>
    public void HiccupAt(int number, bool carriedOut)
    {
        CountAnew();
        Before = request => request.Number == number && !carriedOut ? throw new IOException("Lost on the way there.") : Task.CompletedTask;
        After = request => request.Number == number ? throw new IOException("Lost on the way back.") : Task.CompletedTask;
    }

    /// <summary>Connects as the services do, but impatiently, and with every request seen.</summary>
    /// <param name="withinRetries">Whether each try is seen, or each call with all its tries.</param>
    public SurveyStorage Connect(string connection, bool withinRetries = false)
    {
        var position = withinRetries ? HttpPipelinePosition.PerRetry : HttpPipelinePosition.PerCall;
        return new SurveyStorage(
            new TableServiceClient(connection, Seen(new TableClientOptions(), position)),
            new QueueServiceClient(connection, Seen(StorageSetup.QueueOptions(), position)),
            new BlobServiceClient(connection, Seen(StorageSetup.BlobOptions(), position)));
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var request = new StorageRequest(Interlocked.Increment(ref count), message.Request.Method.Method, Account().Replace(Uri.UnescapeDataString(message.Request.Uri.ToUri().AbsolutePath), ""));
        await Before(request);
        await ProcessNextAsync(message, pipeline);
        await After(request);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The services wait for storage asynchronously.");

    private T Seen<T>(T options, HttpPipelinePosition position)
        where T : ClientOptions
    {
        options.AddPolicy(this, position);
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        return options;
    }

    [GeneratedRegex("^/[^/]+/")]
    private static partial Regex Account();
}
