using System.Text;
using Microsoft.Extensions.Options;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Reports.Mails;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Email;
using SencoSurvey.Services.Links;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Recipients;
using SencoSurvey.Services.Rounds;

namespace SencoSurvey.Services.Deliveries;

/// <summary>A report's mail, ready to be handed over.</summary>
/// <param name="Publication">The name of the publication that it was written from.</param>
public sealed record WrittenReport(Mail Mail, string Publication);

/// <summary>Writes a report's mail: both bodies with their links, the headers by which mail programs offer to stop it, and for an officer the table.</summary>
public sealed class ReportMailWriter(RoundService rounds, PublicationStore publications, ReportMailSources sources, IReportMailRenderer renderer, LinkSigner links, StopLink stops, IOptions<SiteOptions> site)
{
    /// <returns>Null when the scope's publication was withdrawn.</returns>
    public async Task<WrittenReport?> WriteAsync(DeliveryId id, Recipient recipient, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(id.Round, cancel);
        var scope = Scope.Parse(recipient.Scope);
        if (await publications.FindForReportAsync(round, rounds.QuestionnaireOf(round), scope, cancel) is not { Scope: var current, Publication: var publication }) return null;
        var source = await sources.CollectAsync(round, scope, id.Recipient, recipient.Role, publication, cancel);
        var (query, expires) = links.Sign(scope);
        var link = new Uri(new Uri(site.Value.BaseAddress), $"/reports/{id.Round}/{scope.Id}?{query}");
        var stop = stops.AddressOf(id.Recipient);
        var report = await renderer.RenderAsync(ReportMailContent.Of(source), link, DateOnly.FromDateTime(expires.UtcDateTime), stop);
        var mail = new Mail(recipient.Email, recipient.Name, report.Subject, report.Text, report.Html)
        {
            Headers = StopHeaders(stop),
            Attachments = recipient.Role == RecipientRole.Officer ? [await TableAsync(publication, round.Definition, scope)] : [],
        };
        return new WrittenReport(mail, current.Name);
    }

    /// <summary>RFC 8058, section 3: a mail program shows a button of its own, which posts to the address.</summary>
    private static Dictionary<string, string> StopHeaders(Uri stop) => new()
    {
        ["List-Unsubscribe"] = $"<{stop.AbsoluteUri}>",
        ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
    };

    /// <summary>Of final figures the same bytes as <c>.csv</c> behind the scope's statistics.</summary>
    private static async Task<MailAttachment> TableAsync(Publication publication, RoundDefinition round, Scope scope)
    {
        await using var csv = new StringWriter();
        await TidyCsv.WriteAsync(csv, publication, round);
        return new MailAttachment($"senco-{publication.Round}-{scope.Key}.csv", "text/csv", BinaryData.FromBytes(Encoding.UTF8.GetBytes(csv.ToString())));
    }
}
