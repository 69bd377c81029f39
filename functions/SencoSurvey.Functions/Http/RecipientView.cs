using SencoSurvey.Services.Recipients;

namespace SencoSurvey.Functions.Http;

/// <summary>A recipient as the API shows it.</summary>
public sealed record RecipientView(string Email, string Name, string Scope, RecipientRole Role, ReportFrequency Frequency, DateTimeOffset? StoppedAt)
{
    public static RecipientView Of(ListedRecipient listed)
    {
        var recipient = listed.Recipient;
        return new RecipientView(recipient.Email, recipient.Name, recipient.Scope, recipient.Role, recipient.Frequency, listed.StoppedAt);
    }
}
