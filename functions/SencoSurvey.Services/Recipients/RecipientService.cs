using Azure;
using Azure.Data.Tables;
using SencoSurvey.Core;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Recipients;

/// <summary>The list of those who get reports.</summary>
public sealed class RecipientService(SurveyStorage storage)
{
    private const string Partition = "recipient";

    /// <returns>Whether the recipient is new.</returns>
    /// <exception cref="Refusal">422: the recipient breaks a rule.</exception>
    public async Task<bool> PutAsync(string id, Recipient recipient, CancellationToken cancel)
    {
        var errors = RecipientRules.Check(id, recipient);
        if (errors.Any) throw new Refusal(422, "The recipient is not valid.", errors);
        var entity = new TableEntity(Partition, id)
        {
            ["Email"] = recipient.Email,
            ["Name"] = recipient.Name,
            ["Scope"] = recipient.Scope,
            ["Role"] = recipient.Role.ToString(),
            ["Frequency"] = recipient.Frequency.ToString(),
        };
        var known = await FindAsync(id, cancel) is not null;
        await storage.Recipients.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancel);
        return !known;
    }

    /// <exception cref="Refusal">404: there is no such recipient.</exception>
    public async Task<Recipient> GetAsync(string id, CancellationToken cancel) => await FindAsync(id, cancel) ?? throw Refusal.NotFound("There is no such recipient.");

    public async Task<Recipient?> FindAsync(string id, CancellationToken cancel)
    {
        if (!RecipientRules.Id().IsMatch(id)) return null;
        var found = await storage.Recipients.GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancel);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <exception cref="Refusal">404: there is no such recipient.</exception>
    public async Task DeleteAsync(string id, CancellationToken cancel)
    {
        await GetAsync(id, cancel);
        await storage.Recipients.DeleteEntityAsync(Partition, id, ETag.All, cancel);
    }

    public IAsyncEnumerable<(string Id, Recipient Recipient)> ListAsync(CancellationToken cancel) =>
        storage.Recipients.QueryAsync<TableEntity>(entity => entity.PartitionKey == Partition, cancellationToken: cancel).Select(entity => (entity.RowKey, Read(entity)));

    private static Recipient Read(TableEntity entity) => new(
        entity.GetString("Email"),
        entity.GetString("Name"),
        entity.GetString("Scope"),
        Enum.Parse<RecipientRole>(entity.GetString("Role")),
        Enum.Parse<ReportFrequency>(entity.GetString("Frequency")));
}
