using System.ComponentModel.DataAnnotations;

namespace SencoSurvey.Services.Drafts;

/// <summary>The settings under <c>Drafts</c>.</summary>
public sealed class DraftOptions
{
    public const string Section = "Drafts";

    /// <summary>How long a draft is kept after it was last saved, in days.</summary>
    [Range(1, 400)]
    public int KeepDays { get; set; } = 60;
}
