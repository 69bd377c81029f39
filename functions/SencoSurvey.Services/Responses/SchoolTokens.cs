using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using SencoSurvey.Services.Invitations;
using SencoSurvey.Services.Links;

namespace SencoSurvey.Services.Responses;

/// <summary>
/// Tells that two rounds' responses are of the same school, and not of which: whoever has the tables alone cannot find the URN by trying all that there are. It begins with a purpose of its
/// own, so that it serves for no link. With another signing key, rounds from then on have no pairs with those before.
/// </summary>
public sealed class SchoolTokens(IOptions<LinkOptions> options)
{
    /// <returns>43 characters, the same for the same school in every round.</returns>
    public string Of(Invitation invitation) =>
        WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.SigningKey), Encoding.UTF8.GetBytes($"pairing|{invitation.Urn}")));
}
