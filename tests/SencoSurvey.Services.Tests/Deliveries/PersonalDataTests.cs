using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using SencoSurvey.Services.Deliveries;
using SencoSurvey.Services.Recipients;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Tests.Email;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Deliveries;

/// <summary>No name, address, key or free text leaves the rows it belongs in.</summary>
public sealed class PersonalDataTests(AzuriteFixture azurite)
{
    private const string Name = "Ana Secretname";
    private const string Domain = "secretdomain.example.org";

    [Fact]
    public async Task No_name_and_no_address_is_in_a_delivery_a_message_or_a_log()
    {
        await using var server = await SendGridServer.StartAsync();
        server.Answer = AnswerAsync;
        var logs = new CapturedLogs();
        var settings = new Dictionary<string, string?> { ["SendGrid:ApiKey"] = SendGridServer.ApiKey, ["SendGrid:Host"] = server.Address, ["Email:AllowedDomains"] = Domain };
        await using var survey = await TestSurvey.StartAsync(azurite, settings, logs.AddTo);
        await survey.PutRoundAsync("r", round => round with { MinimumBase = 1, MinimumCell = 1 });
        await survey.SubmitAsync("r", Synthetic.NewKey());
        await survey.TallyAndPublishAsync("r");
        foreach (var id in new[] { "taken", "refused", "busy", "broken" }) await PutAsync(survey, id, $"{id}@{Domain}");
        await PutAsync(survey, "not-allowed", "not-allowed@secretdomain.example.com");
        await PutAsync(survey, "deleted", $"deleted@{Domain}");

        await survey.Get<ReportScheduler>().ScheduleAsync(CancellationToken.None);
        await survey.Get<RecipientService>().DeleteAsync("deleted", CancellationToken.None);
        var messages = (await survey.Storage.DeliverQueue.ReceiveMessagesAsync(32)).Value.Select(message => message.MessageText).ToList();
        foreach (var message in messages)
        {
            var id = JsonSerializer.Deserialize<DeliverMessage>(message, JsonSerializerOptions.Web)!.Id();
            if (await Record.ExceptionAsync(() => survey.Get<ReportSender>().SendAsync(id, CancellationToken.None)) is { } exception) messages = [.. messages, exception.ToString()];
        }

        var rows = await survey.Storage.Deliveries.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(["InDoubt", "NotSent", "NotSent", "Pending", "Refused", "Sent"], rows.Select(row => row.GetString("State")).Order());
        Assert.Contains(logs.Lines, line => line.Contains("Report of r for recipient taken", StringComparison.Ordinal));
        string[] everything = [.. messages, .. logs.Lines, .. rows.Select(row => string.Join(' ', row.Select(column => $"{column.Key}={column.Value}")))];
        Assert.All(everything, text => AssertHasNone(text, "Secretname", "secretdomain", "@", SendGridServer.ApiKey));
    }

    [Fact]
    public async Task No_key_and_no_free_text_is_in_a_message_a_tally_a_publication_or_a_log()
    {
        const string Comment = "Please-tell-nobody";
        var key = Synthetic.NewKey();
        var logs = new CapturedLogs();
        await using var survey = await TestSurvey.StartAsync(azurite, configure: logs.AddTo);
        await survey.PutRoundAsync("r", round => round with { Questionnaire = "senco-workload-1", MinimumBase = 1, MinimumCell = 1 });
        var answers = JsonSerializer.SerializeToElement(new { localAuthority = "813", hoursAllocated = 6, comments = Comment });
        await survey.Get<ResponseService>().SubmitAsync("r", key, answers, CancellationToken.None);
        await survey.TallyAndPublishAsync("r");
        await survey.WithdrawAsync("r", key);
        await Refused.WithAsync(404, () => survey.WithdrawAsync("r", key));

        var messages = await Eventually.GetAsync(async () => (await survey.Storage.TallyQueue.PeekMessagesAsync(32)).Value, found => found.Length > 0, "the tally's message");
        var file = await survey.Storage.PublicationFiles.GetBlobsAsync().Select(blob => blob.Name).FirstAsync();
        var publication = (await survey.Storage.PublicationFiles.GetBlobClient(file).DownloadContentAsync()).Value.Content.ToString();
        var rows = await survey.Storage.Statistics.QueryAsync<TableEntity>().Concat(survey.Storage.ResponseKeys.QueryAsync<TableEntity>()).ToListAsync();
        Assert.NotEmpty(logs.Lines);
        string[] everything = [.. logs.Lines, .. messages.Select(message => message.MessageText), publication, .. rows.Select(row => string.Join(' ', row.Select(column => $"{column.Key}={column.Value}")))];
        Assert.All(everything, text => AssertHasNone(text, Comment, key));
        Assert.DoesNotContain(Comment, string.Join(' ', (await survey.RowsAsync("r")).Select(row => row.Answers)), StringComparison.Ordinal);
    }

    private static Task<(ListedRecipient Listed, bool Created)> PutAsync(TestSurvey survey, string id, string email) =>
        survey.Get<RecipientService>().PutAsync(id, new Recipient(email, Name, "la/813", RecipientRole.Officer, ReportFrequency.Monthly), restart: false, CancellationToken.None);

    private static void AssertHasNone(string text, params string[] secrets) => Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));

    private static async Task AnswerAsync(HttpContext context)
    {
        using var mail = await JsonDocument.ParseAsync(context.Request.Body);
        var to = mail.RootElement.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString()!;
        switch (to.Split('@')[0])
        {
            case "refused":
                await SendGridServer.RefuseAsync(context, 400, $"{Name} <{to}> is not an address", "personalizations.0.to.0.email");
                break;
            case "busy":
                await SendGridServer.RefuseAsync(context, 429, $"too many requests for {to}", null);
                break;
            case "broken":
                context.Abort();
                break;
            default:
                context.Response.StatusCode = 202;
                break;
        }
    }
}
