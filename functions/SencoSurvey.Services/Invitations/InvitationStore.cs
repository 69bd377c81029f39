using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using SencoSurvey.Core.Invitations;
using SencoSurvey.Services.Populations;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Invitations;

/// <summary>
/// Invitations in table storage, a partition for each round. A school has two rows, which come in one transaction: one under its URN, so that no school is invited
/// twice, and one under a hash of its code, so that a code is found in one read. A new code takes the old one's row away in the same transaction.
/// </summary>
public sealed class InvitationStore(SurveyStorage storage, InvitedCountStore counts)
{
    private const string UrnPrefix = "urn|";
    private const string CodePrefix = "code|";

    /// <summary>'}' follows '|' in every ordering of characters that storage uses.</summary>
    private const string CodeEnd = "code}";

    private const string Used = "Used";

    /// <summary>Each school changes two rows.</summary>
    private const int SchoolsAtOnce = Batch.Most / 2;

    /// <summary>Transactions under way at once: a partition takes little more.</summary>
    private const int AtOnce = 4;

    public async Task<StoredInvitation?> FindAsync(string round, InvitationCode code, CancellationToken cancel)
    {
        var found = await storage.Invitations.GetEntityIfExistsAsync<TableEntity>(round, RowOf(round, code), cancellationToken: cancel);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>All of a round, with the codes that work now.</summary>
    public IAsyncEnumerable<StoredInvitation> ListAsync(string round, CancellationToken cancel) => Query(round, null, cancel).Select(Read);

    /// <summary>
    /// What counting needs of all invitations of a round. It reads four columns of every row, a thousand rows a request: for every school in England some 25 requests
    /// and a few seconds, so whoever counts often keeps the count (<see cref="PopulationService"/>).
    /// </summary>
    public IAsyncEnumerable<InvitedSchool> SchoolsAsync(string round, CancellationToken cancel) =>
        Query(round, ["LocalAuthority", "Phase", "SchoolPupils", Used], cancel)
            .Select(entity => InvitedSchool.Of(entity.GetString("LocalAuthority"), entity.GetString("Phase"), entity.GetString("SchoolPupils"), entity.GetBoolean(Used) ?? false));

    /// <summary>Stores invitations, each of another school.</summary>
    /// <returns>False when somebody else invited one of the schools, or used one of the codes to be replaced, since they were looked at. Then nothing of it is stored.</returns>
    public async Task<bool> TryIssueAsync(string round, IEnumerable<IssuedInvitation> issued, CancellationToken cancel)
    {
        await counts.BeginChangeAsync(round, cancel);
        var isIssued = await TryWriteAllAsync(round, issued, cancel);
        await counts.EndChangeAsync(round, cancel);
        return isIssued;
    }

    /// <summary>Notes that something is to be stored under the invitation's code; costs nothing when that was noted before.</summary>
    /// <returns>False when the school has another code by now.</returns>
    public async Task<bool> MarkUsedAsync(string round, StoredInvitation invitation, CancellationToken cancel)
    {
        if (invitation.Used) return true;
        try
        {
            await storage.Invitations.UpdateEntityAsync(new TableEntity(round, invitation.RowId) { [Used] = true }, ETag.All, TableUpdateMode.Merge, cancel);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
    }

    private async Task<bool> TryWriteAllAsync(string round, IEnumerable<IssuedInvitation> issued, CancellationToken cancel)
    {
        // In one order, and the first before the others: of two who bring the same schools, one meets the other here, and nothing has to be undone.
        var batches = issued.OrderBy(one => one.Invitation.Urn, StringComparer.Ordinal).Chunk(SchoolsAtOnce).ToList();
        if (batches.Count > 0 && !await TryWriteAsync(round, batches[0], cancel)) return false;
        var written = new ConcurrentBag<IssuedInvitation[]>(batches.Take(1));
        var isLost = false;
        await Parallel.ForEachAsync(batches.Skip(1), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (batch, _) =>
        {
            if (isLost) return;
            if (await TryWriteAsync(round, batch, cancel)) written.Add(batch);
            else isLost = true;
        });
        if (!isLost) return true;
        foreach (var batch in written) await UndoAsync(round, batch, cancel);
        return false;
    }

    /// <returns>False when one of the schools was invited, or its code replaced or used, since it was looked at.</returns>
    private async Task<bool> TryWriteAsync(string round, IssuedInvitation[] batch, CancellationToken cancel)
    {
        try
        {
            await Batch.SubmitAsync(storage.Invitations, [.. batch.SelectMany(one => Changes(round, one))], cancel);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // With a retry by the storage client a transaction can meet its own earlier self: nobody else has these codes.
            return await FindAsync(round, batch[0].Code, cancel) is not null;
        }
    }

    /// <param name="columns">Null for all.</param>
    private AsyncPageable<TableEntity> Query(string round, IEnumerable<string>? columns, CancellationToken cancel) => storage.Invitations.QueryAsync<TableEntity>(
        TableClient.CreateQueryFilter($"PartitionKey eq {round} and RowKey ge {CodePrefix} and RowKey lt {CodeEnd}"), select: columns, cancellationToken: cancel);

    private static IEnumerable<TableTransactionAction> Changes(string round, IssuedInvitation issued) =>
    [
        issued.Replaces is { } old
            ? new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(round, old.RowId), old.Version)
            : new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(round, UrnPrefix + issued.Invitation.Urn)),
        new TableTransactionAction(TableTransactionActionType.Add, Entity(round, RowOf(round, issued.Code), issued.Invitation)),
    ];

    private async Task UndoAsync(string round, IssuedInvitation[] batch, CancellationToken cancel)
    {
        var changes = batch.SelectMany(issued => new[]
        {
            new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(round, RowOf(round, issued.Code)), ETag.All),
            issued.Replaces is { } old
                ? new TableTransactionAction(TableTransactionActionType.Add, Entity(round, old.RowId, old.Invitation))
                : new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(round, UrnPrefix + issued.Invitation.Urn), ETag.All),
        });
        try
        {
            await Batch.SubmitAsync(storage.Invitations, [.. changes], cancel);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // Undone before, and the answer was lost; or a third has given one of these schools a new code, which it keeps.
            if (batch.Length > 1) foreach (var one in batch) await UndoAsync(round, [one], cancel);
        }
    }

    private static string RowOf(string round, InvitationCode code) =>
        CodePrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"invitation|{round}|{code.Reveal()}")));

    private static TableEntity Entity(string round, string rowId, Invitation invitation) => new(round, rowId)
    {
        ["Urn"] = invitation.Urn,
        ["LocalAuthority"] = invitation.LocalAuthority,
        ["Phase"] = invitation.Phase,
        ["SchoolPupils"] = invitation.SchoolPupils,
        [Used] = false,
    };

    private static StoredInvitation Read(TableEntity entity) => new(
        new Invitation(entity.GetString("Urn"), entity.GetString("LocalAuthority"), entity.GetString("Phase"), entity.GetString("SchoolPupils")),
        entity.RowKey,
        entity.GetBoolean(Used) ?? false,
        entity.ETag);
}
