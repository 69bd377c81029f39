using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Core.YearOnYear;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Tallying;

/// <summary>
/// Finds the schools that answered a round and the round before, where both were by invitation, so that their answers are counted side by side. A partition's tally then depends on the
/// responses of another round as well: whenever those are counted anew, the partitions that look back at them are marked as changed.
/// </summary>
public sealed class SchoolPairs(RoundService rounds, RoundStore roundStore, ResponseStore responses, MessageQueue<TallyMessage> queue)
{
    /// <param name="tally">Of the partition, in which its responses are counted already.</param>
    /// <param name="bySchool">The partition's responses that have a token, by that.</param>
    public async Task CountAsync(Tally tally, ResponsePartition partition, Round round, IReadOnlyDictionary<string, AnswerSet> bySchool, CancellationToken cancel)
    {
        if (bySchool.Count == 0 || await BeforeAsync(round, cancel) is not { } before) return;
        var asked = rounds.QuestionnaireOf(before);
        var panel = new Panel(tally.Questionnaire, asked);
        if (!panel.HasAny) return;

        // A school has one code a round, and so one response. Were there two all the same, the first in the order of buckets and rows would count.
        var seen = new HashSet<string>();
        foreach (var there in PartitionsOf(before, partition.La))
        {
            await foreach (var held in responses.HeldAsync(there, cancel))
            {
                if (held.School is { } school && bySchool.TryGetValue(school, out var answers) && seen.Add(school)) panel.Count(tally, answers, AnswersJson.Read(asked, held.Answers));
            }
        }
    }

    /// <summary>Has those partitions counted anew that look back at this one. To be called after its responses were counted, and before that is taken as done.</summary>
    public async Task MarkLaterAsync(ResponsePartition partition, Round round, CancellationToken cancel)
    {
        if (round.Definition.Access != Access.Invited) return;
        foreach (var later in (await roundStore.ListAsync(cancel)).Select(stored => stored.Round).Where(later => LooksBack(later) && later.Definition.PreviousRound == round.Id))
        {
            foreach (var there in PartitionsOf(later, partition.La))
            {
                if (await responses.FindMarkerAsync(there, cancel) is null) continue;
                await responses.MarkDirtyAsync(there, cancel);
                await queue.SendAsync(TallyMessage.For(there), cancel);
            }
        }
    }

    private async Task<Round?> BeforeAsync(Round round, CancellationToken cancel) =>
        LooksBack(round) && (await roundStore.FindAsync(round.Definition.PreviousRound!, cancel))?.Round is { Definition.Access: Access.Invited } before ? before : null;

    private static bool LooksBack(Round round) => round.Definition is { Access: Access.Invited, PreviousRound: { } before } && before != round.Id;

    private static IEnumerable<ResponsePartition> PartitionsOf(Round round, string la) => Enumerable.Range(0, round.Definition.Buckets).Select(bucket => new ResponsePartition(round.Id, la, bucket));
}
