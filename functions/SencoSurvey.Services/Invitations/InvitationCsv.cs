using System.Globalization;
using System.Text;
using CsvHelper;
using Microsoft.Extensions.Options;

namespace SencoSurvey.Services.Invitations;

/// <summary>Issued invitations as a file for the coordinator: the columns that came in, then each school's code and link.</summary>
public sealed class InvitationCsv(IOptions<SiteOptions> site)
{
    public byte[] Write(string round, IEnumerable<IssuedInvitation> issued)
    {
        using var writer = new StringWriter();
        using (var csv = new CsvWriter(writer, CultureInfo.InvariantCulture))
        {
            WriteRow(csv, ["urn", .. Invitation.QuestionIds, "code", "link"]);
            foreach (var (invitation, code, _) in issued) WriteRow(csv, [invitation.Urn, .. invitation.Cells, code.Reveal(), Link(round, code.Reveal())]);
        }

        return Encoding.UTF8.GetBytes(writer.ToString());
    }

    private string Link(string round, string code) => new Uri(new Uri(site.Value.BaseAddress), $"/survey/{round}?invitation={code}").ToString();

    private static void WriteRow(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.NextRecord();
    }
}
