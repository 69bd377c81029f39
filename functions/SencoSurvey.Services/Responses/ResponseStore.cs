using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Responses;

/// <summary>What a request wants to be stored.</summary>
/// <param name="Id">Tells this request's write from another's.</param>
/// <param name="School">See <see cref="SchoolTokens"/>; null where nobody was invited.</param>
public sealed record Submission(Guid Id, string RowId, string La, string Answers, DateTimeOffset ReceivedAt, string? Benchmark, string? School = null);

/// <param name="Created">Whether the request made the response anew.</param>
/// <param name="Touched">The partitions whose tallies may be out of date now.</param>
public sealed record Stored(ResponseRow Row, bool Created, IReadOnlyList<ResponsePartition> Touched);

/// <summary>
/// Responses in table storage. Every change is one transaction with the partition's marker, conditional on the version it was read at, so that of
/// two changes at the same moment one happens after the other, and nothing that is acknowledged is lost. A response whose authority is corrected
/// moves in three steps, each safe to repeat by whoever comes across it: the new answers are kept in the old partition as "moving" (and count nowhere),
/// then held in the new one, then the old row is emptied.
/// </summary>
public sealed class ResponseStore(SurveyStorage storage, ResponseLocator locator)
{
    /// <summary>Enough for any honest contention on one response; beyond it something is wrong and the caller should hear of it.</summary>
    private const int MostTries = 20;

    /// <summary>Stores or replaces the response; the same answers again change nothing.</summary>
    public async Task<Stored> SubmitAsync(Round round, Submission submission, CancellationToken cancel)
    {
        var created = false;
        for (var tries = 0; tries < MostTries; tries++)
        {
            var (la, isNew) = await locator.ClaimAsync(round.Id, submission.RowId, submission.La, cancel);
            var home = ResponsePartition.Of(round, la, submission.RowId);
            var current = isNew ? null : await ReadAsync(home, submission.RowId, cancel);
            if (current?.State == ResponseRow.Moved) continue;
            if (current?.State == ResponseRow.Moving)
            {
                await FinishMoveAsync(home, current, cancel);
                continue;
            }

            if (current?.State == ResponseRow.Held && current.Answers == submission.Answers) return new Stored(current, current.WriteId == submission.Id && created, [home]);
            created = current?.State != ResponseRow.Held;
            var next = Next(home, submission, current);
            if (!await TryWriteAsync(next, current, cancel)) continue;

            // Read anew for its version; by now others may have finished the move, and even moved the response back.
            if (next.State == ResponseRow.Moving && await ReadAsync(home, submission.RowId, cancel) is { State: ResponseRow.Moving } moving) await FinishMoveAsync(home, moving, cancel);
            return new Stored(next, created, next.State == ResponseRow.Moving ? [home, home with { La = submission.La }] : [home]);
        }

        throw new InvalidOperationException("A response kept changing under its writer.");
    }

    public async Task<ResponseRow?> FindAsync(Round round, string rowId, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await locator.FindAsync(round.Id, rowId, cancel) is not { } la) return null;
            var home = ResponsePartition.Of(round, la, rowId);
            var row = await ReadAsync(home, rowId, cancel);
            switch (row?.State)
            {
                case ResponseRow.Held:
                    return row;
                case ResponseRow.Moving:
                    await FinishMoveAsync(home, row, cancel);
                    break;
                case ResponseRow.Moved:
                    break;
                default:
                    return null;
            }
        }

        throw new InvalidOperationException("A response kept moving under its reader.");
    }

    /// <summary>Forgets the answers.</summary>
    /// <returns>False when there is no response.</returns>
    public async Task<bool> WithdrawAsync(Round round, string rowId, CancellationToken cancel)
    {
        var found = false;
        while (await FindAsync(round, rowId, cancel) is { } current)
        {
            found = true;
            var gone = new ResponseRow
            {
                PartitionKey = current.PartitionKey,
                RowKey = current.RowKey,
                State = ResponseRow.Withdrawn,
                Revision = current.Revision + 1,
                ReceivedAt = current.ReceivedAt,
            };
            if (await TryWriteAsync(gone, current, cancel)) break;
        }

        return found;
    }

    public async Task<bool> AnyAsync(string round, CancellationToken cancel) =>
        await MarkersAsync(round, dirtyOnly: false, cancel).AnyAsync(cancel);

    /// <summary>The partitions of a round that ever had a response, or only those that changed since they were tallied.</summary>
    public IAsyncEnumerable<ResponsePartition> MarkersAsync(string round, bool dirtyOnly, CancellationToken cancel)
    {
        var (from, to) = ResponsePartition.KeysOf(round);
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and RowKey eq {Marker.Row}");
        if (dirtyOnly) filter += " and Dirty eq true";
        return storage.Responses.QueryAsync<Marker>(filter, select: [nameof(Marker.PartitionKey)], cancellationToken: cancel).Select(marker => ResponsePartition.Parse(marker.PartitionKey));
    }

    public async Task<Marker?> FindMarkerAsync(ResponsePartition partition, CancellationToken cancel)
    {
        var found = await storage.Responses.GetEntityIfExistsAsync<Marker>(partition.Key, Marker.Row, cancellationToken: cancel);
        return found.HasValue ? found.Value : null;
    }

    public Task MarkDirtyAsync(ResponsePartition partition, CancellationToken cancel) =>
        storage.Responses.UpsertEntityAsync(new Marker { PartitionKey = partition.Key }, TableUpdateMode.Replace, cancel);

    /// <summary>Clears the marker, unless something changed since it was read.</summary>
    public async Task ClearMarkerAsync(Marker marker, CancellationToken cancel)
    {
        try
        {
            await storage.Responses.UpdateEntityAsync(new Marker { PartitionKey = marker.PartitionKey, Dirty = false }, marker.ETag, TableUpdateMode.Replace, cancel);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // The change that came in between has a message of its own.
        }
    }

    /// <summary>The responses that count in a partition, always in the same order. A move that was left half done is finished on the way.</summary>
    public async IAsyncEnumerable<HeldResponse> HeldAsync(ResponsePartition partition, [EnumeratorCancellation] CancellationToken cancel)
    {
        var rows = storage.Responses.QueryAsync<ResponseRow>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition.Key} and RowKey ge {ResponseRow.Prefix} and (State eq {ResponseRow.Held} or State eq {ResponseRow.Moving})"),
            cancellationToken: cancel);
        await foreach (var row in rows)
        {
            if (row.State == ResponseRow.Held) yield return new HeldResponse(row.Answers, row.School);
            else await FinishMoveAsync(partition, row, cancel);
        }
    }

    private static ResponseRow Next(ResponsePartition home, Submission submission, ResponseRow? current) => new()
    {
        PartitionKey = home.Key,
        RowKey = ResponseRow.Prefix + submission.RowId,
        State = home.La == submission.La ? ResponseRow.Held : ResponseRow.Moving,
        MovedTo = home.La == submission.La ? null : submission.La,
        Answers = submission.Answers,
        Revision = (current?.Revision ?? 0) + 1,
        ReceivedAt = submission.ReceivedAt,
        Benchmark = submission.Benchmark,
        School = submission.School,
        WriteId = submission.Id,
    };

    private async Task FinishMoveAsync(ResponsePartition left, ResponseRow moving, CancellationToken cancel)
    {
        var rowId = moving.RowKey[ResponseRow.Prefix.Length..];
        var to = left with { La = moving.MovedTo! };
        var arrived = moving.Copy();
        (arrived.PartitionKey, arrived.State, arrived.MovedTo) = (to.Key, ResponseRow.Held, null);
        for (var current = await ReadAsync(to, rowId, cancel); current is null || current.Revision < arrived.Revision; current = await ReadAsync(to, rowId, cancel))
        {
            if (await TryWriteAsync(arrived, current, cancel)) break;
        }

        await locator.MoveAsync(left.Round, rowId, to.La, moving.Revision, cancel);
        var emptied = moving.Copy();
        (emptied.State, emptied.Answers, emptied.Benchmark, emptied.School) = (ResponseRow.Moved, "", null, null);
        try
        {
            await storage.Responses.UpdateEntityAsync(emptied, moving.ETag, TableUpdateMode.Replace, cancel);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // Somebody else emptied it, or moved the response back.
        }
    }

    private async Task<ResponseRow?> ReadAsync(ResponsePartition partition, string rowId, CancellationToken cancel)
    {
        var found = await storage.Responses.GetEntityIfExistsAsync<ResponseRow>(partition.Key, ResponseRow.Prefix + rowId, cancellationToken: cancel);
        return found.HasValue ? found.Value : null;
    }

    /// <returns>False when somebody else changed the row since it was read.</returns>
    private async Task<bool> TryWriteAsync(ResponseRow next, ResponseRow? over, CancellationToken cancel)
    {
        try
        {
            await Batch.SubmitAsync(
                storage.Responses,
                [
                    over is null ? new TableTransactionAction(TableTransactionActionType.Add, next) : new TableTransactionAction(TableTransactionActionType.UpdateReplace, next, over.ETag),
                    new TableTransactionAction(TableTransactionActionType.UpsertReplace, new Marker { PartitionKey = next.PartitionKey }),
                ],
                cancel);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
    }
}
