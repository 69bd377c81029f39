using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SencoSurvey.Services.Email;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Services.Tests;

public sealed class SettingsTests
{
    private const string Unresolved = "@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/signing-key-0123456789)";

    [Fact]
    public async Task The_sample_settings_are_valid()
    {
        await using var services = TestSurvey.Build("UseDevelopmentStorage=true");
        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.IsType<Outbox>(services.GetRequiredService<IEmailSender>());
    }

    [Theory]
    [InlineData("Keys:Function", Unresolved)]
    [InlineData("Links:SigningKey", Unresolved)]
    [InlineData("Keys:Function", "")]
    [InlineData("Keys:Function", "too-short")]
    [InlineData("Links:SigningKey", "")]
    [InlineData("Links:SigningKey", "31-characters-are-one-too-few..")]
    [InlineData("Links:ValidDays", "0")]
    [InlineData("Site:BaseAddress", "survey.example.org")]
    [InlineData("Site:Organiser", "")]
    [InlineData("Site:Contact", "nobody")]
    [InlineData("Drafts:KeepDays", "0")]
    [InlineData("Drafts:KeepDays", "401")]
    [InlineData("Email:From", "nobody")]
    [InlineData("Email:FromName", "")]
    [InlineData("SendGrid:Host", "api.sendgrid.com")]
    public async Task Nothing_starts_with_a_setting_that_cannot_be_right(string name, string value)
    {
        await using var services = TestSurvey.Build("UseDevelopmentStorage=true", new Dictionary<string, string?> { [name] = value });
        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains(name.Split(':')[1], exception.Message, StringComparison.Ordinal);
        if (value == Unresolved) Assert.Contains("Key Vault reference that was not resolved", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_key_for_it_mails_go_through_SendGrid()
    {
        await using var services = TestSurvey.Build("UseDevelopmentStorage=true", new Dictionary<string, string?> { ["SendGrid:ApiKey"] = "SG.not-a-real-one" });
        Assert.IsType<SendGridSender>(services.GetRequiredService<IEmailSender>());
    }

    [Fact]
    public async Task Without_a_connection_to_storage_the_setting_is_named()
    {
        await using var services = TestSurvey.Build("");
        Assert.Contains("SurveyStorage", Assert.Throws<InvalidOperationException>(services.GetRequiredService<SurveyStorage>).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "name@school.example", true)]
    [InlineData("example.org", "name@example.org", true)]
    [InlineData(" example.com , example.org ", "name@EXAMPLE.ORG", true)]
    [InlineData("example.org", "name@sub.example.org", false)]
    [InlineData("example.org", "name@notexample.org", false)]
    [InlineData("example.org", "name@example.org@school.example", false)]
    public void Mail_goes_only_to_the_domains_on_the_list(string domains, string address, bool isAllowed) =>
        Assert.Equal(isAllowed, new EmailOptions { AllowedDomains = domains }.Allows(address));
}
