using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications.Editions;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Publishing;

/// <summary>The tallies of which editions were made, for as long as they stand: an authority's own goes on counting.</summary>
public sealed class ReleasedTallyStore(SurveyStorage storage)
{
    /// <summary>The tallies of the blocks' authorities, as they were.</summary>
    /// <param name="counted">What there is by now: what is still the same need not be read.</param>
    /// <exception cref="InvalidDataException">One is of another version of the questionnaire.</exception>
    public async Task<Dictionary<LocalAuthority, Tally>> ReadAllAsync(
        string round, Questionnaire questionnaire, IEnumerable<Block> blocks, IReadOnlyDictionary<LocalAuthority, Counted> counted, IReadOnlyDictionary<LocalAuthority, Tally> now, CancellationToken cancel)
    {
        var released = new Dictionary<LocalAuthority, Tally>();
        foreach (var (code, counts) in Block.Of(blocks).Authorities)
        {
            var authority = LocalAuthorities.Find(code, now.Keys) ?? throw new InvalidOperationException($"A block of {round} is of no known authority.");
            released[authority] = counted.GetValueOrDefault(authority) == counts ? now[authority] : await ReadAsync(round, questionnaire, code, counts, cancel);
        }

        return released;
    }

    /// <summary>Saves those of an edition that the one before did not have. Safe to repeat: the name says what is in it.</summary>
    public async Task SaveNewAsync(string round, IEnumerable<Block> old, IEnumerable<Block> blocks, IReadOnlyDictionary<LocalAuthority, Tally> released, CancellationToken cancel)
    {
        var saved = Block.Of(old).Authorities;
        var all = Block.Of(blocks).Authorities;
        foreach (var (authority, tally) in released.Where(pair => saved.GetValueOrDefault(pair.Key.Code) != all[pair.Key.Code]))
            await FileOf(round, authority.Code, all[authority.Code]).UploadAsync(BinaryData.FromBytes(Packed.Pack(TallyJson.Write(tally))), overwrite: true, cancel);
    }

    public async Task DropUnusedAsync(string round, IEnumerable<Block> old, IReadOnlyList<Block> used, CancellationToken cancel)
    {
        foreach (var (code, counts) in Block.Of(old).Authorities.Where(pair => !used.Any(block => block.Authorities.GetValueOrDefault(pair.Key) == pair.Value)))
            await FileOf(round, code, counts).DeleteIfExistsAsync(cancellationToken: cancel);
    }

    private async Task<Tally> ReadAsync(string round, Questionnaire questionnaire, string authority, Counted counted, CancellationToken cancel) =>
        TallyJson.Read(questionnaire, Packed.Unpack((await FileOf(round, authority, counted).DownloadContentAsync(cancel)).Value.Content.ToArray()));

    private BlobClient FileOf(string round, string authority, Counted counted)
    {
        var lagging = counted.Lagging is null ? "" : "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(counted.Lagging)))[..16];
        return storage.PublicationFiles.GetBlobClient($"{round}/tallies/{authority}-{counted.TallyHash[^64..]}{lagging}");
    }
}
