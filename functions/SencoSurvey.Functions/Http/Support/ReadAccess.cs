using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SencoSurvey.Core;
using SencoSurvey.Core.Geography;
using SencoSurvey.Services;
using SencoSurvey.Services.Links;

namespace SencoSurvey.Functions.Http.Support;

/// <summary>
/// Who may read a scope's figures. These functions are anonymous to the platform, because England and its regions are for anyone, so the key is checked here;
/// functions that always need it leave that to the platform.
/// </summary>
public sealed class ReadAccess(LinkSigner links, IOptions<KeyOptions> keys)
{
    /// <param name="byAuthority">Authorities' figures within a wider scope's are for those who may read these.</param>
    /// <param name="live">Figures before disclosure control are for the function key alone.</param>
    /// <exception cref="Refusal">401: a key or a signed link is needed. 403: the link has expired, or is for another scope.</exception>
    public void Demand(HttpRequest request, Scope scope, bool live, bool byAuthority = false)
    {
        if (HasKey(request) || (scope.IsPublic && !live && !byAuthority)) return;
        var signature = request.Query["signature"].ToString();
        if (signature.Length == 0 || live) throw Refusal.Field(401, "A key is needed for this.", "x-functions-key", live ? "Live figures are for the holder of the function key." : "An authority's or a school group's figures are for the holder of the function key, or of a link from a report.");
        if (!links.Verify(scope, request.Query["expires"].ToString(), signature)) throw Refusal.Field(403, "The link does not work any more.", "signature", "It has expired, or is for another scope.");
    }

    private bool HasKey(HttpRequest request)
    {
        var given = request.Headers.TryGetValue("x-functions-key", out var header) ? header.ToString() : request.Query["code"].ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(keys.Value.Function));
    }
}
