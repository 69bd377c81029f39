using System.ComponentModel.DataAnnotations;

namespace SencoSurvey.Services;

/// <summary>The settings under <c>Site</c>.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>The public address that links in mails begin with, for example <c>https://survey.example.org</c>.</summary>
    [Required, Url]
    public string BaseAddress { get; set; } = "";
}

/// <summary>The settings under <c>Keys</c>.</summary>
public sealed class KeyOptions
{
    public const string Section = "Keys";

    /// <summary>Opens everything under /api. In Azure the platform checks it for most functions; the few that are open in part check it themselves.</summary>
    [Required, MinLength(12)]
    public string Function { get; set; } = "";
}
