using System.ComponentModel.DataAnnotations;

namespace SencoSurvey.Services;

/// <summary>The settings under <c>Site</c>.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>The public address that links in mails and invitations begin with, for example <c>https://survey.example.org</c>.</summary>
    [Required, Url]
    public string BaseAddress { get; set; } = "";

    /// <summary>Who runs the survey and answers for the data, as the pages name them.</summary>
    [Required]
    public string Organiser { get; set; } = "";

    /// <summary>Their email address, for questions about the survey.</summary>
    [Required, EmailAddress]
    public string Contact { get; set; } = "";
}
