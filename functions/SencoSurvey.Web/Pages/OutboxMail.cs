namespace SencoSurvey.Web.Pages;

/// <summary>A mail that would have been sent.</summary>
public sealed record OutboxMail(string Id, DateTimeOffset At, string To, string Subject, string Text, string Html)
{
    public IReadOnlyList<OutboxAttachment> Attachments { get; init; } = [];

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

/// <param name="Size">In bytes.</param>
public sealed record OutboxAttachment(string Name, int Size);
