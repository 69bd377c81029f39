using Azure.Data.Tables;
using SencoSurvey.Core.Populations;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Populations;

/// <summary>A round's school register, as counts: all of them in one row, so that a register is replaced whole or not at all, and nothing is left of the old one.</summary>
public sealed class RegisterStore(SurveyStorage storage)
{
    private const string Row = "register";

    private const string Counts = "Counts";

    /// <remarks>A count for every kind and size in every authority, some seven thousand, takes about a third of what a column holds.</remarks>
    public Task SaveAsync(string round, SchoolCounts counts, DateTimeOffset now, CancellationToken cancel)
    {
        var entity = new TableEntity(round, Row) { [Counts] = Packed.Pack(SchoolCountsJson.Write(counts)), ["Schools"] = counts.Schools, ["BroughtAt"] = now };
        return storage.Populations.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancel);
    }

    /// <returns>Null when the round has no register. One read.</returns>
    /// <exception cref="InvalidDataException">It was counted by other bands or kinds: it has to be brought again.</exception>
    public async Task<SchoolCounts?> FindAsync(string round, CancellationToken cancel)
    {
        var found = await storage.Populations.GetEntityIfExistsAsync<TableEntity>(round, Row, [Counts], cancel);
        return found.HasValue ? SchoolCountsJson.Read(Packed.Unpack(found.Value!.GetBinary(Counts))) : null;
    }
}
