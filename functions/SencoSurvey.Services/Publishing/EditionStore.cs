using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SencoSurvey.Core.Publications.Editions;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Publishing;

/// <summary>The current edition of each round: one file, so that all scopes change at once, and whoever reads a figure and whoever replaces it cannot miss each other.</summary>
public sealed class EditionStore(SurveyStorage storage)
{
    /// <returns>The edition and the version to write against, <c>default</c> where there is none yet.</returns>
    public async Task<(Edition Edition, ETag Version)> FindAsync(string round, CancellationToken cancel)
    {
        try
        {
            var file = (await FileOf(round).DownloadContentAsync(cancel)).Value;
            return (JsonSerializer.Deserialize<Edition>(file.Content, JsonSerializerOptions.Web)!, file.Details.ETag);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return (Edition.None, default);
        }
    }

    /// <returns>False when somebody else wrote since the version was read.</returns>
    public async Task<bool> TryReplaceAsync(string round, Edition edition, ETag version, CancellationToken cancel)
    {
        // A write that the storage client repeats meets its own first try: the id tells it from another's.
        var mine = edition with { Id = Guid.NewGuid() };
        try
        {
            var conditions = version == default ? new BlobRequestConditions { IfNoneMatch = ETag.All } : new BlobRequestConditions { IfMatch = version };
            await FileOf(round).UploadAsync(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(mine, JsonSerializerOptions.Web)), new BlobUploadOptions { Conditions = conditions }, cancel);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return (await FindAsync(round, cancel)).Edition.Id == mine.Id;
        }
    }

    private BlobClient FileOf(string round) => storage.PublicationFiles.GetBlobClient($"{round}/edition.json");
}
