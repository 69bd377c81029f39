using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;

namespace SencoSurvey.Services.Email;

public static class MailAddressRule
{
    /// <summary>Plain ASCII addresses, at most 254 characters (RFC 5321, 4.5.3.1.3).</summary>
    public static bool IsValid([NotNullWhen(true)] string? text) =>
        text is { Length: <= 254 }
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && text.All(char.IsAscii)
        && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && address.Host.Contains('.', StringComparison.Ordinal);
}
