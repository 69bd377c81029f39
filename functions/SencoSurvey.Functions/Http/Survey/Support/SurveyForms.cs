using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SencoSurvey.Core;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Functions.Http.Survey.Support;

/// <summary>What goes into forms unseen, and what comes back in them.</summary>
public sealed class SurveyForms(IAntiforgery antiforgery, ResponseTickets tickets)
{
    public const string AntiforgeryCookie = "senco-form";

    /// <summary>The longest page, one with a full comment of emoji, takes half of it.</summary>
    private const int MostBytes = 64 * 1024;

    private const int MostFields = 500;

    private const int LongestName = 200;

    /// <param name="key">Of the response that the form belongs to; null for none yet.</param>
    public FormSecrets Secrets(HttpRequest request, string round, string? key)
    {
        var tokens = antiforgery.GetAndStoreTokens(request.HttpContext);
        return new FormSecrets(tokens.FormFieldName, tokens.RequestToken!, key is null ? null : tickets.Seal(round, key));
    }

    /// <exception cref="Refusal">400: not a form. 413: too large.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request)
    {
        if (request.GetTypedHeaders().ContentType?.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) throw new Refusal(400, "The page cannot be read.");
        if (request.ContentLength > MostBytes) throw TooLarge();
        try
        {
            // Not as the request would read itself: that refuses a page for one control character in it.
            using var reader = new FormReader(request.Body) { ValueCountLimit = MostFields, KeyLengthLimit = LongestName, ValueLengthLimit = MostBytes };
            return request.Form = new FormCollection(await reader.ReadFormAsync());
        }
        catch (InvalidDataException)
        {
            throw TooLarge();
        }
    }

    /// <summary>Whether the form came from one of these pages.</summary>
    public Task<bool> IsOursAsync(HttpRequest request) => antiforgery.IsRequestValidAsync(request.HttpContext);

    /// <summary>All that was typed, to be carried along; without what was unseen.</summary>
    public static IReadOnlyList<(string Name, string Value)> Typed(IFormCollection form, FormSecrets secrets) =>
    [
        .. from field in form
           where field.Key != secrets.AntiforgeryField
           from value in field.Value
           select (field.Key, EntryText.Clean(value ?? "")),
        (secrets.AntiforgeryField, secrets.Antiforgery),
    ];

    private static Refusal TooLarge() => Refusal.Field(413, "That is more than a page can hold.", "form", "Go back in your browser and shorten what you wrote: nothing of this page was saved, and all earlier pages are.");
}
