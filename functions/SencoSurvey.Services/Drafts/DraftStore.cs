using Azure;
using Azure.Data.Tables;
using SencoSurvey.Core.Answers;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Drafts;

/// <summary>
/// Drafts in table storage, a column a question. Saving a page writes that page's columns and leaves the others as they are, so it needs no version:
/// two pages saved at the same moment, on two devices, are both kept.
/// </summary>
public sealed class DraftStore(SurveyStorage storage, UkClock clock) : IDisposable
{
    private const string AnswerColumn = "Answer_";
    private const string AcceptedColumn = "Accepted_";
    private const string SavedAt = "SavedAt";
    private const string IsFirst = "IsFirst";
    private const string Mails = "Mails";

    private readonly Recent<Draft> recent = new(10_000, TimeSpan.FromSeconds(5));

    public async Task<Draft?> FindAsync(string round, ResponseKey key, CancellationToken cancel)
    {
        var found = await storage.Drafts.GetEntityIfExistsAsync<TableEntity>(Partition(round, key), key.DraftId(round), cancellationToken: cancel);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>As this machine saved it, or read it, at most five seconds ago: enough for the page that follows a page.</summary>
    public async Task<Draft?> FindRecentAsync(string round, ResponseKey key, CancellationToken cancel)
    {
        if (recent.Find(Id(round, key)) is { } known) return known;
        var found = await FindAsync(round, key, cancel);
        if (found is not null) recent.Keep(Id(round, key), found);
        return found;
    }

    /// <summary>Makes the draft of someone who has sent nothing in, or leaves it as it is.</summary>
    public async Task BeginAsync(string round, ResponseKey key, CancellationToken cancel)
    {
        try
        {
            var made = await storage.Drafts.AddEntityAsync(Entity(round, key, new Dictionary<string, object> { [IsFirst] = true }), cancel);
            if (made.Headers.ETag is { } version) recent.Keep(Id(round, key), new Draft(new Dictionary<string, string>(), new Dictionary<string, string>(), IsFirst: true, Mails: 0, version));
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            await MergeAsync(round, key, new Dictionary<string, object> { [IsFirst] = true }, cancel);
        }
    }

    /// <param name="known">The draft as it was read; null where there was none. Where nobody saved since, what storage has now is known without asking it again.</param>
    /// <param name="answers">By question id; null where the question was left empty.</param>
    public async Task SaveAsync(string round, ResponseKey key, Draft? known, IReadOnlyDictionary<string, Answer?> answers, CancellationToken cancel)
    {
        var texts = answers.ToDictionary(answer => answer.Key, answer => answer.Value is null ? "" : AnswersJson.Write(answer.Value));
        var entity = Entity(round, key, texts.Select(text => KeyValuePair.Create(AnswerColumn + text.Key, (object)text.Value)));
        if (known is not null && await TryUpdateAsync(entity, known.Version, cancel) is { } version)
        {
            recent.Keep(Id(round, key), known with { Answers = known.Answers.Concat(texts).GroupBy(text => text.Key).ToDictionary(text => text.Key, text => text.Last().Value), Version = version });
            return;
        }

        recent.Forget(Id(round, key));
        await storage.Drafts.UpsertEntityAsync(entity, TableUpdateMode.Merge, cancel);
        recent.Forget(Id(round, key));
    }

    /// <param name="checks">What was said yes to, by the soft check's id.</param>
    public Task AcceptAsync(string round, ResponseKey key, IReadOnlyDictionary<string, string> checks, CancellationToken cancel) =>
        MergeAsync(round, key, checks.Select(check => KeyValuePair.Create(AcceptedColumn + check.Key, (object)check.Value)), cancel);

    /// <summary>Counts one more mail of the link, unless there were so many already. However many are counted at the same moment, each counts.</summary>
    /// <returns>Whether it was counted.</returns>
    public async Task<bool> TryCountMailAsync(string round, ResponseKey key, int most, CancellationToken cancel)
    {
        for (;;)
        {
            var draft = await FindAsync(round, key, cancel);
            var mails = draft?.Mails ?? 0;
            if (mails >= most) return false;
            try
            {
                var entity = Entity(round, key, new Dictionary<string, object> { [Mails] = mails + 1 });
                if (draft is null) await storage.Drafts.AddEntityAsync(entity, cancel);
                else await storage.Drafts.UpdateEntityAsync(entity, draft.Version, TableUpdateMode.Merge, cancel);
                recent.Forget(Id(round, key));
                return true;
            }
            catch (RequestFailedException exception) when (exception.IsConflict())
            {
                // Another was counted, or a page saved, since the draft was read.
            }
        }
    }

    /// <summary>Deletes the draft unless it was saved again since it was read.</summary>
    public Task DeleteAsync(string round, ResponseKey key, Draft draft, CancellationToken cancel) =>
        DeleteAsync(Partition(round, key), key.DraftId(round), draft.Version, cancel);

    /// <summary>Deletes whatever is there.</summary>
    public Task DeleteAsync(string round, ResponseKey key, CancellationToken cancel) =>
        DeleteAsync(Partition(round, key), key.DraftId(round), ETag.All, cancel);

    /// <summary>Deletes the drafts that nobody saved since.</summary>
    /// <returns>How many.</returns>
    public async Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancel)
    {
        var purged = 0;
        await foreach (var draft in storage.Drafts.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"SavedAt lt {before}"), select: ["PartitionKey", "RowKey"], cancellationToken: cancel))
        {
            if (await DeleteAsync(draft.PartitionKey, draft.RowKey, draft.ETag, cancel)) purged++;
        }

        return purged;
    }

    public void Dispose() => recent.Dispose();

    private async Task MergeAsync(string round, ResponseKey key, IEnumerable<KeyValuePair<string, object>> columns, CancellationToken cancel)
    {
        await storage.Drafts.UpsertEntityAsync(Entity(round, key, columns), TableUpdateMode.Merge, cancel);
        recent.Forget(Id(round, key));
    }

    /// <returns>The new version; null when the draft was saved, or deleted, by somebody else since.</returns>
    private async Task<ETag?> TryUpdateAsync(TableEntity entity, ETag version, CancellationToken cancel)
    {
        try
        {
            return (await storage.Drafts.UpdateEntityAsync(entity, version, TableUpdateMode.Merge, cancel)).Headers.ETag;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return null;
        }
    }

    private TableEntity Entity(string round, ResponseKey key, IEnumerable<KeyValuePair<string, object>> columns)
    {
        var entity = new TableEntity(Partition(round, key), key.DraftId(round)) { [SavedAt] = clock.Now };
        foreach (var (column, value) in columns) entity[column] = value;
        return entity;
    }

    /// <returns>False when it was gone, or was saved again since.</returns>
    private async Task<bool> DeleteAsync(string partition, string row, ETag version, CancellationToken cancel)
    {
        try
        {
            // The client answers a row that is not there as if it had been deleted.
            return (await storage.Drafts.DeleteEntityAsync(partition, row, version, cancel)).Status != 404;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
        finally
        {
            recent.Forget(Id(partition, row));
        }
    }

    private static Draft Read(TableEntity entity) => new(
        Columns(entity, AnswerColumn),
        Columns(entity, AcceptedColumn),
        entity.GetBoolean(IsFirst) == true,
        entity.GetInt32(Mails) ?? 0,
        entity.ETag);

    private static Dictionary<string, string> Columns(TableEntity entity, string prefix) =>
        entity.Where(column => column.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(column => column.Key[prefix.Length..], column => (string)column.Value);

    private static string Id(string round, ResponseKey key) => Id(Partition(round, key), key.DraftId(round));

    private static string Id(string partition, string row) => $"{partition}|{row}";

    /// <summary>Spread over 256 partitions a round, as the responses' keys are.</summary>
    private static string Partition(string round, ResponseKey key) => $"{round}|{key.DraftId(round)[..2]}";
}
