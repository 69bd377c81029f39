using Azure.Data.Tables;

namespace SencoSurvey.Services.Storage;

/// <summary>Several changes to one partition that happen together or not at all.</summary>
public static class Batch
{
    /// <summary>Table storage's own limit.</summary>
    public const int Most = 100;

    /// <remarks>The rules are checked here because Azurite is laxer than Azure: it accepts two partitions, and fails obscurely on the 101st change.</remarks>
    /// <exception cref="ArgumentException">None, more than <see cref="Most"/>, or changes to more than one partition.</exception>
    public static Task SubmitAsync(TableClient table, IReadOnlyCollection<TableTransactionAction> changes, CancellationToken cancel)
    {
        if (changes.Count is 0 or > Most) throw new ArgumentException($"A transaction has 1 to {Most} changes, not {changes.Count}.", nameof(changes));
        if (changes.Select(change => change.Entity.PartitionKey).Distinct().Count() > 1) throw new ArgumentException("A transaction changes one partition only.", nameof(changes));
        return table.SubmitTransactionAsync(changes, cancel);
    }
}
