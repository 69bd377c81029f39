using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using SencoSurvey.Services.Drafts;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Functions.Http.Survey.Support;

/// <summary>
/// Carries a response's key from page to page, sealed so that neither a cookie nor a page's source shows it: in a cookie, for addresses without a code in them;
/// and in every form, which therefore goes on working whatever became of the cookie. A ticket does not expire.
/// </summary>
public sealed class ResponseTickets(IDataProtectionProvider protection, IOptions<DraftOptions> drafts)
{
    public const string Cookie = "senco-answers";

    private readonly IDataProtector protector = protection.CreateProtector("SencoSurvey.ResponseTicket");

    public string Seal(string round, string key) => protector.Protect($"{round} {key}");

    /// <returns>The key, or null when the ticket is none of ours or of another round.</returns>
    public string? Open(string round, StringValues ticket)
    {
        if (ticket is not [{ Length: > 0 and < 2000 } text]) return null;
        try
        {
            return protector.Unprotect(text).Split(' ') is [var of, var key] && of == round ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public string? FromCookie(HttpRequest request, string round) => Open(round, request.Cookies[Cookie]);

    public string? FromForm(IFormCollection form, string round) => Open(round, form[FormSecrets.TicketField]);

    public void Remember(HttpResponse response, string round, string key) =>
        response.Cookies.Append(Cookie, Seal(round, key), Options(round, TimeSpan.FromDays(drafts.Value.KeepDays)));

    public static void Forget(HttpResponse response, string round) => response.Cookies.Delete(Cookie, Options(round, null));

    /// <remarks>Lax, not strict: the link in a mail leads here, and what it set must come along with the redirect.</remarks>
    private static CookieOptions Options(string round, TimeSpan? age) => new()
    {
        Path = SurveyAddress.Start(round),
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        MaxAge = age,
    };
}
