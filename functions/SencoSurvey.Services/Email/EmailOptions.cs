using System.ComponentModel.DataAnnotations;

namespace SencoSurvey.Services.Email;

/// <summary>The settings under <c>Email</c>.</summary>
public sealed class EmailOptions
{
    public const string Section = "Email";

    /// <summary>The sender's address.</summary>
    [Required, EmailAddress]
    public string From { get; set; } = "";

    [Required]
    public string FromName { get; set; } = "";

    /// <summary>Domains that mail may go to, separated by commas; empty for all. Set it everywhere but in production, so that no test ever writes to a school.</summary>
    public string AllowedDomains { get; set; } = "";

    public bool Allows(string address)
    {
        var domains = AllowedDomains.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var domain = address[(address.LastIndexOf('@') + 1)..];
        return domains.Length == 0 || domains.Contains(domain, StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>The settings under <c>SendGrid</c>.</summary>
public sealed class SendGridOptions
{
    public const string Section = "SendGrid";

    /// <summary>Empty: mails go to the outbox instead.</summary>
    public string ApiKey { get; set; } = "";

    [Required, Url]
    public string Host { get; set; } = "https://api.sendgrid.com";
}
