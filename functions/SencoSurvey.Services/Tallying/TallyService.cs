using Microsoft.Extensions.Logging;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Tallying;

/// <summary>
/// Counts a partition's responses, and beside them those of the round before (<see cref="SchoolPairs"/>). The tally is a function of what is stored, so a message may come twice, late or never. Two counts at once are safe:
/// the tally's version and the marker are read before the responses, so whoever writes last has read everything, and a marker that changed stays dirty.
/// </summary>
public sealed partial class TallyService(RoundService rounds, RoundStore roundStore, ResponseStore responses, TallyStore tallies, SchoolPairs pairs, MessageQueue<TallyMessage> queue, MessageQueue<PublishMessage> publish, UkClock clock, ILogger<TallyService> logger)
{
    /// <summary>Counts the partition anew if it changed; ends after one read if it did not.</summary>
    public async Task TallyAsync(ResponsePartition partition, CancellationToken cancel)
    {
        if (await CountAsync(partition, cancel) is not { } marker) return;

        // Before the marker is cleared: a crash in between repeats the count; the other way round it would lose the publication.
        await publish.SendAsync(new PublishMessage(partition.Round), cancel);
        await responses.ClearMarkerAsync(marker, cancel);
    }

    /// <summary>Counts every partition of the round that changed, so that what follows misses no response.</summary>
    public async Task TallyChangedAsync(Round round, CancellationToken cancel)
    {
        foreach (var partition in await responses.MarkersAsync(round.Id, dirtyOnly: true, cancel).ToListAsync(cancel))
        {
            if (await CountAsync(partition, cancel) is { } marker) await responses.ClearMarkerAsync(marker, cancel);
        }
    }

    /// <summary>Sends a message for every partition that changed and was not counted: its own was lost, or failed too often.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        foreach (var round in await roundStore.ListAsync(cancel))
        {
            await foreach (var partition in responses.MarkersAsync(round.Round.Id, dirtyOnly: true, cancel)) await queue.SendAsync(TallyMessage.For(partition), cancel);
        }
    }

    /// <returns>The marker to clear; null when the partition had not changed.</returns>
    private async Task<Marker?> CountAsync(ResponsePartition partition, CancellationToken cancel)
    {
        while (await responses.FindMarkerAsync(partition, cancel) is { Dirty: true } marker)
        {
            var version = await tallies.VersionAsync(partition, cancel);
            var round = await rounds.GetAsync(partition.Round, cancel);
            var questionnaire = rounds.QuestionnaireOf(round);
            var tally = new Tally(questionnaire);
            var bySchool = new Dictionary<string, AnswerSet>();
            await foreach (var held in responses.HeldAsync(partition, cancel))
            {
                var answers = AnswersJson.Read(questionnaire, held.Answers);
                tally.Add(answers);
                if (held.School is { } school) bySchool.TryAdd(school, answers);
            }

            await pairs.CountAsync(tally, partition, round, bySchool, cancel);
            if (!await tallies.TrySaveAsync(partition, tally, version, clock.Now, cancel)) continue;
            await pairs.MarkLaterAsync(partition, round, cancel);
            LogTallied(partition.Key, tally.Responses);
            return marker;
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Tallied {Partition}: {Responses} responses")]
    private partial void LogTallied(string partition, long responses);
}
