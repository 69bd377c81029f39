using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using SencoSurvey.Core.Invitations;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Invitations;
using SencoSurvey.Services.Responses;

namespace SencoSurvey.Services.Tests.Invitations;

/// <summary>What a coordinator does who invites schools, and what they hold afterwards.</summary>
internal static class Inviting
{
    public const string Header = "urn,localAuthority,phase,schoolPupils";

    /// <summary>A round for the invited, open, of the questionnaire that asks for all that an invitation may say.</summary>
    public static Task<Round> PutInvitedRoundAsync(this TestSurvey survey, string id = "r", Func<RoundDefinition, RoundDefinition>? change = null) =>
        survey.PutRoundAsync(id, round => (change ?? (same => same))(round with { Access = Access.Invited, Questionnaire = "senco-workload-1" }));

    public static Task<InvitationResult> InviteAsync(this TestSurvey survey, string csv, bool reissue = false, bool dryRun = false, string round = "r") =>
        survey.Get<InvitationService>().CreateAsync(round, new MemoryStream(Encoding.UTF8.GetBytes(csv)), reissue, dryRun, CancellationToken.None);

    /// <summary>So many schools of an authority each, from URN 100000 on.</summary>
    public static string Schools(int count, int from = 0) =>
        string.Join('\n', Enumerable.Range(from, count).Select(number => $"{100_000 + number},{(number % 2 == 0 ? "813" : "370")},primary,{number % 900}").Prepend(Header));

    /// <summary>Invites one school, of 813.</summary>
    /// <returns>Its code.</returns>
    public static async Task<string> InviteOneAsync(this TestSurvey survey, string urn = "123456", bool reissue = false) =>
        Assert.Single((await survey.InviteAsync($"{Header}\n{urn},813,primary,210\n", reissue)).Issued).Code.Reveal();

    public static Task<(Receipt Receipt, bool Created)> AnswerAsync(this TestSurvey survey, string code, object answers, string round = "r") =>
        survey.Get<ResponseService>().SubmitAsync(round, code, JsonSerializer.SerializeToElement(answers), CancellationToken.None);

    public static async Task<StoredInvitation?> FindInvitationAsync(this TestSurvey survey, InvitationCode code, string round = "r") =>
        await survey.Get<InvitationStore>().FindAsync(round, code, CancellationToken.None);

    /// <summary>All rows of the table, read past the services.</summary>
    public static async Task<IReadOnlyList<TableEntity>> InvitationRowsAsync(this TestSurvey survey, string round = "r") =>
        await survey.Storage.Invitations.QueryAsync<TableEntity>(row => row.PartitionKey == round).ToListAsync();

    /// <summary>Rows are found by this for as long as a round is kept: it must not change.</summary>
    public static string CodeRow(InvitationCode code, string round = "r") => $"code|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"invitation|{round}|{code.Reveal()}")))}";

    /// <summary>Demands that every school has these codes and no others, and that nothing else is stored.</summary>
    public static async Task AssertInvitedAsync(this TestSurvey survey, IReadOnlyCollection<IssuedInvitation> issued, string round = "r")
    {
        var rows = await survey.InvitationRowsAsync(round);
        Assert.Equal(issued.SelectMany(one => new[] { $"urn|{one.Invitation.Urn}", CodeRow(one.Code, round) }).Order(StringComparer.Ordinal), rows.Select(row => row.RowKey).Order(StringComparer.Ordinal));
        var stored = (await survey.Get<InvitationStore>().ListAsync(round, CancellationToken.None).ToListAsync()).ToDictionary(one => one.RowId, one => one.Invitation);
        Assert.All(issued, one => Assert.Equal(one.Invitation, stored[CodeRow(one.Code, round)]));
        Assert.Equal(issued.Count, stored.Count);
        Assert.Equal(issued.First().Invitation, (await survey.FindInvitationAsync(issued.First().Code, round))?.Invitation);
    }
}
