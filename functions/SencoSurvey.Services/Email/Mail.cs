namespace SencoSurvey.Services.Email;

/// <summary>One mail to one person.</summary>
public sealed record Mail(string To, string ToName, string Subject, string Text, string Html);

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
public sealed class EmailNotTakenException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Nobody can tell whether the mail was taken. It is not sent again by itself: one report is better than two.</summary>
public sealed class EmailInDoubtException(Exception inner) : Exception("The mail service did not answer: the mail may have been sent.", inner);
