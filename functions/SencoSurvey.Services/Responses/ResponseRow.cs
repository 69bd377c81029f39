using Azure;
using Azure.Data.Tables;

namespace SencoSurvey.Services.Responses;

/// <summary>A row of the table Responses. A row is never deleted while its round is kept, so that revisions only rise and a late writer is noticed.</summary>
public sealed class ResponseRow : ITableEntity
{
    public const string Prefix = "r|";

    /// <summary>The answers count, here.</summary>
    public const string Held = "held";

    /// <summary>The SENCO corrected the authority: the answers are to be held in the partition of <see cref="MovedTo"/>, and are kept here until they are.</summary>
    public const string Moving = "moving";

    /// <summary>They are held there now; nothing is left here.</summary>
    public const string Moved = "moved";

    /// <summary>Withdrawn; nothing is left.</summary>
    public const string Withdrawn = "withdrawn";

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string State { get; set; } = Held;

    /// <summary>Canonical JSON; empty when nothing is left.</summary>
    public string Answers { get; set; } = "";

    public int Revision { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>What the receipt said of others, kept so that the same request gets the same receipt. JSON, or null.</summary>
    public string? Benchmark { get; set; }

    /// <summary>Which school's it is, as <see cref="SchoolTokens"/> says it, so that it can be told which answered two rounds. Null where nobody was invited.</summary>
    public string? School { get; set; }

    public string? MovedTo { get; set; }

    /// <summary>Of the request that wrote the row: a writer whose success was reported as a conflict, after a retry by the SDK, knows its own write by it.</summary>
    public Guid WriteId { get; set; }

    public ResponseRow Copy() => (ResponseRow)MemberwiseClone();
}
