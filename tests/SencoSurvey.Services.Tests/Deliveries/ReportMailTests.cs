using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Publications;
using SencoSurvey.Services.Email;
using SencoSurvey.Services.Links;
using SencoSurvey.Services.Recipients;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Deliveries;

/// <summary>What a report's mail carries besides the report.</summary>
public sealed class ReportMailTests(AzuriteFixture azurite) : DeliveryTests(azurite)
{
    [Fact]
    public async Task Every_mail_can_be_stopped_by_one_click_and_by_a_link_in_both_bodies()
    {
        await using var survey = await SurveyAsync();
        var mail = await SentAsync(survey, "leader-1", RecipientRole.Leader);
        var stop = new Uri(mail.Headers["List-Unsubscribe"].TrimStart('<').TrimEnd('>'));
        Assert.Equal($"<{stop.AbsoluteUri}>", mail.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Equal("http://localhost:7071/stop/leader-1", stop.GetLeftPart(UriPartial.Path));
        Assert.True(survey.Get<LinkSigner>().VerifyStop("leader-1", QueryHelpers.ParseQuery(stop.Query)["signature"]));
        Assert.Contains($"\n{stop.AbsoluteUri}\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{stop.AbsoluteUri}\"", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_gets_the_table_that_the_API_answers_but_for_what_waits_for_the_close()
    {
        await using var survey = await SurveyAsync();
        var attachment = Assert.Single((await SentAsync(survey, "officer-1", RecipientRole.Officer)).Attachments);
        Assert.Equal(("senco-r-la-813.csv", "text/csv"), (attachment.Name, attachment.MediaType));
        await using var csv = new StringWriter();
        var published = (await survey.FindPublicationAsync("r", "la/813"))!;
        await TidyCsv.WriteAsync(csv, WithoutDetails.Of(published, survey.Get<RoundService>().QuestionnaireOf(await survey.RoundAsync("r"))), (await survey.RoundAsync("r")).Definition);
        Assert.StartsWith("time_period,", csv.ToString(), StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetBytes(csv.ToString()), attachment.Content.ToArray());
    }

    [Fact]
    public async Task A_leader_gets_no_table()
    {
        await using var survey = await SurveyAsync();
        Assert.Empty((await SentAsync(survey, "leader-1", RecipientRole.Leader)).Attachments);
    }

    private async Task<Mail> SentAsync(TestSurvey survey, string id, RecipientRole role)
    {
        await PutRecipientAsync(survey, id, role: role);
        await RunAsync(survey);
        return Assert.Single(Mails.Offered);
    }
}
