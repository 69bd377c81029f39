using Microsoft.Extensions.Options;
using SencoSurvey.Core;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Drafts;
using SencoSurvey.Services.Email;

namespace SencoSurvey.Services.Journeys;

/// <summary>Makes the private link by which a SENCO comes back, and mails it to them. The address is used for that one mail, at once, and kept nowhere.</summary>
public sealed class ReturnLinkService(DraftStore drafts, IReturnLinkMailRenderer renderer, IEmailSender email, IOptions<SiteOptions> site, IOptions<DraftOptions> draftOptions, IOptions<EmailOptions> emailOptions)
{
    /// <summary>For one draft: enough for a few typing mistakes.</summary>
    public const int MostMails = 5;

    public ReturnLink For(Visit visit)
    {
        var name = visit.Round.Definition.Access == Access.Invited ? "invitation" : "return";
        var link = new Uri(new Uri(site.Value.BaseAddress), $"/survey/{visit.Round.Id}?{name}={visit.Key.Reveal()}");
        return new ReturnLink(visit.Round.Definition.Title, link, visit.Round.Definition.ClosesOn, draftOptions.Value.KeepDays);
    }

    /// <exception cref="Refusal">400: no address that can be written to, or too many mails; the field is <c>email</c>.</exception>
    public async Task MailAsync(Visit visit, string address, CancellationToken cancel)
    {
        if (!MailAddressRule.IsValid(address)) throw Refuse("Enter an email address, like name@example.org");
        if (!emailOptions.Value.Allows(address)) throw Refuse("Mail cannot be sent to this address from here: copy the link instead");
        if (!await drafts.TryCountMailAsync(visit.Round.Id, visit.Key, MostMails, cancel)) throw Refuse("The link was mailed several times already: copy it instead");
        var body = await renderer.RenderAsync(For(visit));
        if (!await TrySendAsync(new Mail(address, "", body.Subject, body.Text, body.Html), cancel)) throw Refuse("The mail could not be sent: copy the link instead");
    }

    private async Task<bool> TrySendAsync(Mail mail, CancellationToken cancel)
    {
        try
        {
            return (await email.SendAsync(mail, cancel)).IsTaken;
        }
        catch (Exception exception) when (exception is EmailNotTakenException or EmailInDoubtException)
        {
            return false;
        }
    }

    private static Refusal Refuse(string message) => Refusal.Field(400, "The link was not mailed.", "email", message);
}
