using Azure;
using Azure.Data.Tables;
using SencoSurvey.Core;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Recipients;

/// <summary>The list of those who get reports.</summary>
public sealed class RecipientService(SurveyStorage storage, UkClock clock)
{
    private const string Partition = "recipient";
    private const string StoppedAt = "StoppedAt";
    private const string AddedAt = "AddedAt";
    private const string AddressSince = "AddressSince";

    /// <summary>Whoever stopped the reports stays stopped, whatever else of them is changed.</summary>
    /// <param name="restart">They asked for the reports again.</param>
    /// <returns>The recipient as it is listed now, and whether it is new.</returns>
    /// <exception cref="Refusal">422: the recipient breaks a rule.</exception>
    public async Task<(ListedRecipient Listed, bool Created)> PutAsync(string id, Recipient recipient, bool restart, CancellationToken cancel)
    {
        var errors = RecipientRules.Check(id, recipient);
        if (errors.Any) throw new Refusal(422, "The recipient is not valid.", errors);
        var before = await FindRowAsync(id, cancel);
        var created = before is null;
        for (;;)
        {
            var row = Row(id, recipient, restart ? null : before?.GetDateTimeOffset(StoppedAt));
            row[AddedAt] = before is null ? clock.Now : before.GetDateTimeOffset(AddedAt);
            row[AddressSince] = before?.GetString("Email") == recipient.Email ? before.GetDateTimeOffset(AddressSince) : clock.Now;
            if (await TryWriteAsync(row, before, cancel)) return (Read(row), created);

            // Changed meanwhile, perhaps by them who stop: that is not to be written over.
            before = await FindRowAsync(id, cancel);
        }
    }

    /// <exception cref="Refusal">404: there is no such recipient.</exception>
    public async Task<ListedRecipient> GetAsync(string id, CancellationToken cancel) => await FindAsync(id, cancel) ?? throw Refusal.NotFound("There is no such recipient.");

    public async Task<ListedRecipient?> FindAsync(string id, CancellationToken cancel) => await FindRowAsync(id, cancel) is { } row ? Read(row) : null;

    /// <summary>Marks them as stopped; once is enough, and who is not on the list needs none.</summary>
    public async Task StopAsync(string id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { IsStopped: false }) return;
        try
        {
            // This column alone: what the coordinator changes at the same moment stands.
            await storage.Recipients.UpdateEntityAsync(new TableEntity(Partition, id) { [StoppedAt] = now }, ETag.All, TableUpdateMode.Merge, cancel);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // Deleted meanwhile.
        }
    }

    /// <summary>Forgets everything of them, that they had stopped too.</summary>
    /// <exception cref="Refusal">404: there is no such recipient.</exception>
    public async Task DeleteAsync(string id, CancellationToken cancel)
    {
        await GetAsync(id, cancel);
        await storage.Recipients.DeleteEntityAsync(Partition, id, ETag.All, cancel);
    }

    public IAsyncEnumerable<ListedRecipient> ListAsync(CancellationToken cancel) =>
        storage.Recipients.QueryAsync<TableEntity>(entity => entity.PartitionKey == Partition, cancellationToken: cancel).Select(Read);

    /// <returns>False when somebody else wrote first.</returns>
    private async Task<bool> TryWriteAsync(TableEntity row, TableEntity? before, CancellationToken cancel)
    {
        try
        {
            if (before is null) await storage.Recipients.AddEntityAsync(row, cancel);
            else await storage.Recipients.UpdateEntityAsync(row, before.ETag, TableUpdateMode.Replace, cancel);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
    }

    private async Task<TableEntity?> FindRowAsync(string id, CancellationToken cancel)
    {
        if (!RecipientRules.Id().IsMatch(id)) return null;
        var found = await storage.Recipients.GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancel);
        return found.HasValue ? found.Value : null;
    }

    private static TableEntity Row(string id, Recipient recipient, DateTimeOffset? stoppedAt) => new(Partition, id)
    {
        ["Email"] = recipient.Email,
        ["Name"] = recipient.Name,
        ["Scope"] = recipient.Scope,
        ["Role"] = recipient.Role.ToString(),
        ["Frequency"] = recipient.Frequency.ToString(),
        [StoppedAt] = stoppedAt,
    };

    private static ListedRecipient Read(TableEntity entity) => new(
        entity.RowKey,
        new Recipient(
            entity.GetString("Email"),
            entity.GetString("Name"),
            entity.GetString("Scope"),
            Enum.Parse<RecipientRole>(entity.GetString("Role")),
            Enum.Parse<ReportFrequency>(entity.GetString("Frequency"))),
        entity.GetDateTimeOffset(StoppedAt),
        entity.GetDateTimeOffset(AddedAt),
        entity.GetDateTimeOffset(AddressSince));
}
