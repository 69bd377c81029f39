namespace SencoSurvey.Web.Survey;

/// <summary>What every form carries unseen.</summary>
/// <param name="AntiforgeryField">The name of the field that <paramref name="Antiforgery"/> goes into.</param>
/// <param name="Antiforgery">Shows that the form came from one of these pages.</param>
/// <param name="Ticket">Says whose answers these are, sealed: the form goes on working when the cookie is gone, or is another's by now. Null on a form that belongs to nobody yet.</param>
public sealed record FormSecrets(string AntiforgeryField, string Antiforgery, string? Ticket)
{
    /// <summary>With a hyphen, as no question's id has.</summary>
    public const string TicketField = "form-ticket";
}
