namespace SencoSurvey.Services.Email;

/// <summary>One mail to one person.</summary>
public sealed record Mail(string To, string ToName, string Subject, string Text, string Html)
{
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>Beside those that every mail has, for example <c>List-Unsubscribe</c>. Names and values are ASCII.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

/// <param name="Name">As a file's name, with its ending.</param>
/// <param name="MediaType">Without parameters, for example <c>text/csv</c>: SendGrid refuses a semicolon.</param>
public sealed record MailAttachment(string Name, string MediaType, BinaryData Content)
{
    /// <summary>In bytes.</summary>
    public int Size => Content.ToMemory().Length;
}

/// <summary>What became of a mail.</summary>
/// <param name="Reason">Why it was refused for good, without the address; null when it was taken.</param>
public sealed record SendResult(string? Reason)
{
    public static readonly SendResult Taken = new((string?)null);

    public bool IsTaken => Reason is null;
}

/// <summary>Hands mails over. There is a real one, SendGrid, and an outbox where no mail service is set up.</summary>
public interface IEmailSender
{
    /// <exception cref="EmailNotTakenException">The mail was certainly not taken, but may be later: try again.</exception>
    /// <exception cref="EmailInDoubtException">The connection broke before the answer: it may have been taken.</exception>
    Task<SendResult> SendAsync(Mail mail, CancellationToken cancel);
}

/// <summary>The mail service is busy, away, or refuses our credentials. The mail was not taken; sending it again cannot make two of it.</summary>
/// <param name="retryAfter">How long the mail service asks to wait, if it does.</param>
public sealed class EmailNotTakenException(string message, Exception? inner = null, TimeSpan? retryAfter = null) : Exception(message, inner)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>Nobody can tell whether the mail was taken. It is not sent again by itself: one report is better than two.</summary>
public sealed class EmailInDoubtException(Exception inner) : Exception("The mail service did not answer: the mail may have been sent.", inner);
