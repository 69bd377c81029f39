using Microsoft.Extensions.Options;

namespace SencoSurvey.Services.Links;

/// <summary>The address by which a recipient stops the reports, as it stands in each mail.</summary>
public sealed class StopLink(LinkSigner signer, IOptions<SiteOptions> site)
{
    /// <summary>From its path on, as the page's form sends it.</summary>
    public string PathOf(string recipient) => $"/stop/{recipient}?{signer.SignStop(recipient)}";

    public Uri AddressOf(string recipient) => new(new Uri(site.Value.BaseAddress), PathOf(recipient));
}
