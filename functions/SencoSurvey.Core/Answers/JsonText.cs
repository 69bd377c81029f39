using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace SencoSurvey.Core.Answers;

internal static class JsonText
{
    /// <summary>Whether the element is text; JSON can escape half a surrogate pair, which is none.</summary>
    public static bool TryGetText(this JsonElement json, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (json.ValueKind != JsonValueKind.String) return false;
        try
        {
            text = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The same of a property's name.</summary>
    public static bool TryGetName(this JsonProperty property, [NotNullWhen(true)] out string? name)
    {
        try
        {
            name = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = null;
            return false;
        }
    }
}
