using Azure;
using Azure.Storage.Blobs.Models;
using SencoSurvey.Core.Publications.Editions;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Publishing;

/// <summary>The tallies of which editions were made, for as long as they stand: an authority's own goes on counting.</summary>
public sealed class ReleasedTallyStore(SurveyStorage storage)
{
    /// <exception cref="InvalidDataException">It is of another version of the questionnaire.</exception>
    public async Task<Tally> ReadAsync(string round, Questionnaire questionnaire, string authority, Counted counted, CancellationToken cancel) =>
        TallyJson.Read(questionnaire, Packed.Unpack((await storage.PublicationFiles.GetBlobClient(FileName(round, authority, counted)).DownloadContentAsync(cancel)).Value.Content.ToArray()));

    /// <summary>Safe to repeat: the name says what is in it.</summary>
    public async Task SaveAsync(string round, string authority, Counted counted, Tally tally, CancellationToken cancel) =>
        await storage.PublicationFiles.GetBlobClient(FileName(round, authority, counted)).UploadAsync(BinaryData.FromBytes(Packed.Pack(TallyJson.Write(tally))), overwrite: true, cancel);

    public async Task DeleteAsync(string round, string authority, Counted counted, CancellationToken cancel) =>
        await storage.PublicationFiles.GetBlobClient(FileName(round, authority, counted)).DeleteIfExistsAsync(cancellationToken: cancel);

    private static string FileName(string round, string authority, Counted counted) => $"{round}/tallies/{authority}-{counted.TallyHash[^64..]}";
}
