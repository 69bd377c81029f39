using System.ComponentModel.DataAnnotations;

namespace SencoSurvey.Services;

/// <summary>The settings under <c>Keys</c>.</summary>
public sealed class KeyOptions
{
    public const string Section = "Keys";

    /// <summary>A Key Vault reference that Azure could not resolve arrives as its own text, which anyone can guess: nothing starts with one.</summary>
    public const string Resolved = @"^(?!@Microsoft\.KeyVault).*$";

    public const string NotResolved = "The setting {0} is a Key Vault reference that was not resolved: check the vault, and that the app's identity may read it.";

    /// <summary>Opens everything under /api. In Azure the platform checks it for most functions; the few that are open in part check it themselves.</summary>
    [Required, MinLength(12)]
    [RegularExpression(Resolved, ErrorMessage = NotResolved)]
    public string Function { get; set; } = "";
}
