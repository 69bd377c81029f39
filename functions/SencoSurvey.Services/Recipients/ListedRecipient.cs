namespace SencoSurvey.Services.Recipients;

/// <summary>A recipient as it stands on the list.</summary>
/// <param name="StoppedAt">When they stopped the reports by the link in a mail; null while they get them.</param>
/// <param name="AddedAt">When they were put on the list; null of those who have been on it since before that was kept.</param>
/// <param name="AddressSince">When their address became what it is; null as above.</param>
public sealed record ListedRecipient(string Id, Recipient Recipient, DateTimeOffset? StoppedAt, DateTimeOffset? AddedAt, DateTimeOffset? AddressSince)
{
    public bool IsStopped => StoppedAt is not null;
}
