using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SencoSurvey.Core;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Functions.Http.Survey.Support;

/// <summary>What goes into forms unseen, and what comes back in them.</summary>
public sealed class SurveyForms(IAntiforgery antiforgery, ResponseTickets tickets)
{
    public const string AntiforgeryCookie = "senco-form";

    /// <summary>The longest page, one with a full comment of emoji, takes half of it.</summary>
    private const int MostBytes = 64 * 1024;

    private static readonly FormOptions Options = new() { BufferBodyLengthLimit = MostBytes, ValueCountLimit = 500, KeyLengthLimit = 200 };

    /// <param name="key">Of the response that the form belongs to; null for none yet.</param>
    public FormSecrets Secrets(HttpRequest request, string round, string? key)
    {
        var tokens = antiforgery.GetAndStoreTokens(request.HttpContext);
        return new FormSecrets(tokens.FormFieldName, tokens.RequestToken!, key is null ? null : tickets.Seal(round, key));
    }

    /// <exception cref="Refusal">400: not a form. 413: too large.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) throw new Refusal(400, "The page cannot be read.");
        if (request.ContentLength > MostBytes) throw new Refusal(413, "That is more than a page can hold.");
        try
        {
            return await request.ReadFormAsync(Options, CancellationToken.None);
        }
        catch (InvalidDataException)
        {
            throw new Refusal(413, "That is more than a page can hold.");
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
           select (field.Key, value ?? ""),
        (secrets.AntiforgeryField, secrets.Antiforgery),
    ];
}
