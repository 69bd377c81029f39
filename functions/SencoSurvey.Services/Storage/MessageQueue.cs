using System.Text.Json;
using Azure.Storage.Queues;

namespace SencoSurvey.Services.Storage;

/// <summary>
/// A queue whose messages may cover for each other. A message becomes visible only after a delay, so one that is already on its way will be handled
/// after everything that is committed before then: no second one is needed. A message costs more than a commit; in a burst one covers many.
/// </summary>
/// <typeparam name="T">A record without personal data: messages are kept, logged and looked at.</typeparam>
/// <param name="delay">Whole seconds.</param>
public sealed class MessageQueue<T>(QueueClient queue, TimeSpan delay, TimeProvider time)
    where T : notnull
{
    private readonly Dictionary<T, Sent> last = [];

    /// <summary>Call after the commit that the message tells of.</summary>
    public Task SendAsync(T message, CancellationToken cancel)
    {
        lock (last)
        {
            var now = time.GetTimestamp();
            if (last.TryGetValue(message, out var covering) && now < covering.Until && !covering.Sending.IsFaulted) return covering.Sending.WaitAsync(cancel);

            // From before it is sent: storage starts counting the delay later than that, never earlier.
            var sent = new Sent(now + (long)(delay.TotalSeconds * time.TimestampFrequency), SendNowAsync(message, delay));
            last[message] = sent;
            return sent.Sending.WaitAsync(cancel);
        }
    }

    /// <summary>Sends a message of its own, which covers for no other.</summary>
    /// <param name="pause">Until it becomes visible, in whole seconds, rounded up; less than the seven days that a message lives.</param>
    public Task SendLaterAsync(T message, TimeSpan pause, CancellationToken cancel) =>
        SendNowAsync(message, TimeSpan.FromSeconds(Math.Ceiling(pause.TotalSeconds))).WaitAsync(cancel);

    private async Task SendNowAsync(T message, TimeSpan invisibleFor) =>
        await queue.SendMessageAsync(JsonSerializer.Serialize(message, JsonSerializerOptions.Web), visibilityTimeout: invisibleFor, cancellationToken: CancellationToken.None);

    /// <param name="Until">On this machine's steady clock: what is committed before then is covered.</param>
    private sealed record Sent(long Until, Task Sending);
}
