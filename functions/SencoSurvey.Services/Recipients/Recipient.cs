using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Services.Email;

namespace SencoSurvey.Services.Recipients;

[JsonConverter(typeof(JsonStringEnumConverter<RecipientRole>))]
public enum RecipientRole
{
    /// <summary>Leads a school or a group of schools.</summary>
    [JsonStringEnumMemberName("leader")] Leader,

    /// <summary>Works for the authority.</summary>
    [JsonStringEnumMemberName("officer")] Officer,
}

[JsonConverter(typeof(JsonStringEnumConverter<ReportFrequency>))]
public enum ReportFrequency
{
    /// <summary>Once a month while a round is open, and once at its end.</summary>
    [JsonStringEnumMemberName("monthly")] Monthly,

    /// <summary>Once, at the end.</summary>
    [JsonStringEnumMemberName("final")] Final,
}

/// <summary>Who gets a scope's report by email.</summary>
/// <param name="Scope">For example <c>la/813</c>.</param>
public sealed record Recipient(string Email, string Name, string Scope, RecipientRole Role, ReportFrequency Frequency);

/// <summary>What a recipient must be before it is stored.</summary>
public static partial class RecipientRules
{
    [GeneratedRegex(@"^[a-z0-9-]{1,60}\z")]
    public static partial Regex Id();

    public static Errors Check(string id, Recipient recipient)
    {
        var errors = new Errors();
        errors.Unless(Id().IsMatch(id), "id", "Must be 1 to 60 of a-z, 0-9 and '-'. It stands in logs: use no name.");
        errors.Unless(MailAddressRule.IsValid(recipient.Email), "email", "Must be an email address like name@example.org.");
        errors.Unless(!string.IsNullOrWhiteSpace(recipient.Name) && recipient.Name.Length <= 100 && !recipient.Name.Any(char.IsControl), "name", "Must be 1 to 100 characters.");
        errors.Unless(Scope.TryParse(recipient.Scope, null, out _), "scope", $"Must be {Scope.Rule}.");
        errors.Unless(Enum.IsDefined(recipient.Role), "role", "Must be leader or officer.");
        errors.Unless(Enum.IsDefined(recipient.Frequency), "frequency", "Must be monthly or final.");
        return errors;
    }
}
