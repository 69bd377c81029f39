using System.Collections.Concurrent;
using SencoSurvey.Services.Email;

namespace SencoSurvey.Services.Tests.Email;

/// <summary>A mail service that does as a test says.</summary>
internal sealed class StubSender : IEmailSender
{
    private readonly ConcurrentQueue<Mail> offered = new();

    /// <summary>All mails that were handed over, taken or not.</summary>
    public IReadOnlyCollection<Mail> Offered => offered;

    public Func<Mail, Task<SendResult>> Answer { get; set; } = _ => Task.FromResult(SendResult.Taken);

    public Task<SendResult> SendAsync(Mail mail, CancellationToken cancel)
    {
        offered.Enqueue(mail);
        return Answer(mail);
    }
}
