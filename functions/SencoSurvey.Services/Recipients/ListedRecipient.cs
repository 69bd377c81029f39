namespace SencoSurvey.Services.Recipients;

/// <summary>A recipient as it stands on the list.</summary>
/// <param name="StoppedAt">When they stopped the reports by the link in a mail; null while they get them.</param>
public sealed record ListedRecipient(string Id, Recipient Recipient, DateTimeOffset? StoppedAt)
{
    public bool IsStopped => StoppedAt is not null;
}
