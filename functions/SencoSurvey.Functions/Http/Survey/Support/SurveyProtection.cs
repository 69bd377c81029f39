using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SencoSurvey.Services.Drafts;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Functions.Http.Survey.Support;

/// <summary>How forms and cookies are protected: with keys that every machine finds in storage, and that stay good, so that no form is refused because time passed.</summary>
public static class SurveyProtection
{
    public static IServiceCollection AddSurveyProtection(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("SencoSurvey");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new KeysInStorage(provider.GetRequiredService<SurveyStorage>())));
        services.AddAntiforgery();

        // A form without its cookie is answered by a page of ours, and no news for whoever watches the log.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error));
        services.AddSingleton<IConfigureOptions<AntiforgeryOptions>>(provider => new ConfigureOptions<AntiforgeryOptions>(options =>
        {
            options.FormFieldName = "form-token"; // With a hyphen, as no question's id has.
            options.SuppressXFrameOptionsHeader = true; // The Content-Security-Policy is stricter.
            options.Cookie = new SecureCookie
            {
                Name = SurveyForms.AntiforgeryCookie,
                Path = "/survey",
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(provider.GetRequiredService<IOptions<DraftOptions>>().Value.KeepDays),
            };
        }));
        return services;
    }

    /// <summary>Secure, though the request that reaches this process may be plain HTTP: from the Functions host in Azure, and on a laptop, whose loopback address browsers trust.</summary>
    private sealed class SecureCookie : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = true;
            return options;
        }
    }

    /// <summary>One blob a key. Storage encrypts them at rest, and lets only the app in.</summary>
    private sealed class KeysInStorage(SurveyStorage storage) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() =>
            [.. storage.ProtectionKeys.GetBlobs(new GetBlobsOptions()).Select(blob => XElement.Parse(storage.ProtectionKeys.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToString()))];

        public void StoreElement(XElement element, string friendlyName)
        {
            try
            {
                storage.ProtectionKeys.GetBlobClient($"{friendlyName}.xml").Upload(BinaryData.FromString(element.ToString()));
            }
            catch (RequestFailedException exception) when (exception.Status == 409)
            {
                // The storage client sent it twice.
            }
        }
    }
}
