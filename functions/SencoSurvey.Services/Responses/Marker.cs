using Azure;
using Azure.Data.Tables;

namespace SencoSurvey.Services.Responses;

/// <summary>Says whether a partition's responses changed since they were tallied. Written in one transaction with every change.</summary>
public sealed class Marker : ITableEntity
{
    public const string Row = "marker";

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = Row;

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public bool Dirty { get; set; } = true;
}
