using Azure.Data.Tables;
using SencoSurvey.Core;
using SencoSurvey.Services.Invitations;
using SencoSurvey.Services.Responses;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Invitations;

/// <summary>A code is in nobody's hands but the school's: no table, file, message, log or refusal has it, or a third of it.</summary>
public sealed class SecrecyTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task No_code_is_stored_sent_or_logged()
    {
        var logs = new CapturedLogs();
        await using var survey = await TestSurvey.StartAsync(azurite, configure: logs.AddTo);
        await survey.PutInvitedRoundAsync(change: round => round with { MinimumBase = 1, MinimumCell = 1 });
        var first = (await survey.InviteAsync(Inviting.Schools(60))).Issued;
        var second = (await survey.InviteAsync(Inviting.Schools(2), reissue: true)).Issued;
        var code = second[0].Code.Reveal();
        await survey.AnswerAsync(code, new { hoursAllocated = 6 });
        await survey.TallyAndPublishAsync("r");
        await survey.Get<ResponseService>().GetAsync("r", code, CancellationToken.None);
        var refusals = new List<string>();
        foreach (var bad in new Func<Task>[]
        {
            () => survey.AnswerAsync(first[0].Code.Reveal(), new { }),
            () => survey.AnswerAsync(code, new { localAuthority = "370" }),
            () => survey.AnswerAsync(code, new Dictionary<string, int> { ["hoursAllocated"] = -1 }),
            () => survey.InviteAsync(Inviting.Schools(2)),
            () => survey.InviteAsync(Inviting.Schools(2), reissue: true),
            () => survey.InviteAsync($"{Inviting.Header}\n{code},{code},{code},{code}"),
            () => survey.Get<ResponseService>().WithdrawAsync("r", first[0].Code.Reveal(), CancellationToken.None),
        })
        {
            var refusal = await Assert.ThrowsAsync<Refusal>(bad);
            refusals.Add($"{refusal} {refusal.Advice} {string.Join(' ', refusal.Errors.ByField.Keys)}");
        }

        var stored = await StoredAsync(survey);
        Assert.Contains(stored, text => text.Contains("schoolPupils", StringComparison.Ordinal));
        Assert.True(stored.Count > 200);
        Assert.NotEmpty(logs.Lines);
        AssertNone([.. stored, .. logs.Lines, .. refusals, .. first.Select(issued => $"{issued}"), $"{await survey.Get<ResponseAccess>().OpenAsync(await survey.RoundAsync("r"), code, CancellationToken.None)}"], first.Concat(second));
    }

    [Fact]
    public async Task A_response_and_its_invitation_lie_under_different_hashes()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutInvitedRoundAsync();
        await survey.AnswerAsync(await survey.InviteOneAsync(), new { });
        var response = Assert.Single(await survey.HeldAsync("r")).RowKey["r|".Length..];
        var invitation = (await survey.InvitationRowsAsync()).Single(row => row.RowKey.StartsWith("code|", StringComparison.Ordinal)).RowKey["code|".Length..];
        Assert.DoesNotContain(response, invitation, StringComparison.Ordinal);
        Assert.DoesNotContain(invitation[..32], response, StringComparison.Ordinal);
    }

    /// <summary>Everything in every table, queue and container, as text.</summary>
    private static async Task<IReadOnlyList<string>> StoredAsync(TestSurvey survey)
    {
        var storage = survey.Storage;
        var all = new List<string>();
        foreach (var table in new[] { storage.Rounds, storage.Responses, storage.ResponseKeys, storage.Invitations, storage.Tallies, storage.Statistics, storage.Rebuilds, storage.Recipients, storage.Deliveries })
            all.AddRange(await table.QueryAsync<TableEntity>().Select(row => string.Join(' ', row.Select(column => $"{column.Key}={column.Value}"))).ToListAsync());
        foreach (var queue in new[] { storage.TallyQueue, storage.PublishQueue, storage.DeliverQueue })
            all.AddRange((await Eventually.GetAsync(async () => (await queue.PeekMessagesAsync(32)).Value, found => found.Length > 0 || queue != storage.TallyQueue, "the tally's message")).Select(message => message.MessageText));
        await foreach (var blob in storage.PublicationFiles.GetBlobsAsync())
            all.Add($"{blob.Name} {(await storage.PublicationFiles.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content}");
        return all;
    }

    /// <summary>Two groups are enough to know a code by, and too many to be there by chance.</summary>
    private static void AssertNone(IReadOnlyCollection<string> texts, IEnumerable<IssuedInvitation> issued)
    {
        var everything = string.Join('\n', texts);
        foreach (var groups in issued.Select(one => one.Code.Reveal().Split('-')))
        {
            Assert.All(groups.Zip(groups.Skip(1)), pair =>
            {
                Assert.DoesNotContain($"{pair.First}-{pair.Second}", everything, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain($"{pair.First}{pair.Second}", everything, StringComparison.OrdinalIgnoreCase);
            });
        }
    }
}
