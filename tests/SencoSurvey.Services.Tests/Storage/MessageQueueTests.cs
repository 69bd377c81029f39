using System.Text.Json;
using Azure.Storage.Queues;
using Microsoft.Extensions.Time.Testing;
using SencoSurvey.Services.Deliveries;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Storage;
using SencoSurvey.Services.Tallying;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Storage;

public sealed class MessageQueueTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly TallyMessage Message = new("r", "813", 0);

    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task A_burst_makes_one_message_and_after_the_delay_there_is_another()
    {
        var (queue, messages) = await QueueAsync();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => messages.SendAsync(Message, CancellationToken.None))));
        Assert.Equal(1, await LengthAsync(queue));

        time.Advance(Delay - TimeSpan.FromTicks(1));
        await messages.SendAsync(Message, CancellationToken.None);
        Assert.Equal(1, await LengthAsync(queue));

        time.Advance(TimeSpan.FromTicks(1));
        await messages.SendAsync(Message, CancellationToken.None);
        await messages.SendAsync(Message, CancellationToken.None);
        Assert.Equal(2, await LengthAsync(queue));
    }

    [Fact]
    public async Task A_message_covers_only_its_equals()
    {
        var (queue, messages) = await QueueAsync();
        await messages.SendAsync(Message, CancellationToken.None);
        await messages.SendAsync(Message with { }, CancellationToken.None);
        await messages.SendAsync(Message with { Bucket = 1 }, CancellationToken.None);
        await messages.SendAsync(Message with { La = "370" }, CancellationToken.None);
        Assert.Equal(3, await LengthAsync(queue));
    }

    /// <summary>Otherwise it might be handled before a commit that relies on it.</summary>
    [Fact]
    public async Task A_message_cannot_be_received_before_the_delay_is_over()
    {
        var (queue, messages) = await QueueAsync(TimeSpan.FromHours(1));
        await messages.SendAsync(Message, CancellationToken.None);
        Assert.Empty((await queue.ReceiveMessagesAsync(32)).Value);
        Assert.Equal(1, await LengthAsync(queue));
    }

    [Fact]
    public async Task A_later_message_is_there_when_its_pause_is_over_and_covers_for_no_other()
    {
        var (queue, messages) = await QueueAsync(TimeSpan.FromHours(1));
        await messages.SendLaterAsync(Message, TimeSpan.FromHours(1), CancellationToken.None);
        await messages.SendLaterAsync(Message, TimeSpan.FromMilliseconds(1), CancellationToken.None);
        await messages.SendAsync(Message, CancellationToken.None);
        Assert.Equal(3, await LengthAsync(queue));
        Assert.Empty((await queue.ReceiveMessagesAsync(32)).Value);
        Assert.Single(await Eventually.GetAsync(async () => (await queue.ReceiveMessagesAsync(32)).Value, found => found.Length > 0, "the message"));
    }

    [Fact]
    public async Task When_the_sending_fails_it_fails_for_all_who_rely_on_it_and_the_next_sends_anew()
    {
        var (requests, release) = (new StorageRequests(), new TaskCompletionSource());
        requests.Before = async _ =>
        {
            await release.Task;
            throw new KilledException();
        };
        var queue = requests.Connect(azurite.NewAccount()).TallyQueue;
        var messages = new MessageQueue<TallyMessage>(queue, Delay, time);

        var sends = Enumerable.Range(0, 10).Select(_ => messages.SendAsync(Message, CancellationToken.None)).ToList();
        release.SetResult();
        foreach (var send in sends) await Assert.ThrowsAsync<KilledException>(() => send);
        Assert.Equal(1, requests.Count);

        requests.Before = _ => Task.CompletedTask;
        await queue.CreateAsync();
        await messages.SendAsync(Message, CancellationToken.None);
        Assert.Equal(1, await LengthAsync(queue));
    }

    [Fact]
    public async Task A_caller_who_stops_waiting_does_not_stop_the_message()
    {
        var (requests, release) = (new StorageRequests(), new TaskCompletionSource());
        var queue = requests.Connect(azurite.NewAccount()).TallyQueue;
        await queue.CreateAsync();
        requests.Before = _ => release.Task;
        var messages = new MessageQueue<TallyMessage>(queue, Delay, time);

        using var gone = new CancellationTokenSource();
        var waiting = messages.SendAsync(Message, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        release.SetResult();
        await messages.SendAsync(Message, CancellationToken.None);
        Assert.Equal(1, await LengthAsync(queue));
    }

    [Fact]
    public async Task Without_a_delay_no_message_covers_another()
    {
        var (queue, messages) = await QueueAsync(TimeSpan.Zero);
        await messages.SendAsync(Message, CancellationToken.None);
        await messages.SendAsync(Message, CancellationToken.None);
        Assert.Equal(2, await LengthAsync(queue));
    }

    [Fact]
    public async Task A_message_is_plain_JSON_that_the_trigger_reads_back()
    {
        await RoundTripAsync(Message, """{"round":"r","la":"813","bucket":0}""");
        await RoundTripAsync(new PublishMessage("r"), """{"round":"r"}""");
        await RoundTripAsync(new DeliverMessage("r", "officer-1", "2026-10"), """{"round":"r","recipient":"officer-1","period":"2026-10"}""");
    }

    private async Task RoundTripAsync<T>(T message, string text)
        where T : notnull
    {
        var connection = azurite.NewAccount();
        var queue = StorageSetup.Connect(connection).TallyQueue;
        await queue.CreateAsync();
        await new MessageQueue<T>(queue, TimeSpan.Zero, time).SendAsync(message, CancellationToken.None);

        // As the platform receives it: with the encoding of host.json, which is none.
        var platform = new QueueClient(connection, QueueNames.Tally, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
        var received = Assert.Single((await platform.ReceiveMessagesAsync(32)).Value).MessageText;
        Assert.Equal(text, received);
        Assert.Equal(message, JsonSerializer.Deserialize<T>(received, JsonSerializerOptions.Web));
    }

    private async Task<(QueueClient Queue, MessageQueue<TallyMessage> Messages)> QueueAsync(TimeSpan? delay = null)
    {
        var queue = StorageSetup.Connect(azurite.NewAccount()).TallyQueue;
        await queue.CreateAsync();
        return (queue, new MessageQueue<TallyMessage>(queue, delay ?? Delay, time));
    }

    private static async Task<int> LengthAsync(QueueClient queue) => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;
}
