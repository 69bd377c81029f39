using System.Text.Json;
using System.Text.Json.Nodes;

namespace SencoSurvey.Infra.Tests;

public class SettingsTests
{
    /// <summary>Settings of the sample that stand for something else in Azure: connection strings, the runtime, the platform's own master key.</summary>
    private static readonly HashSet<string> LocalOnly = ["FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage", "SurveyStorage", "Keys__Master"];

    /// <summary>And the other way about: what takes their place.</summary>
    private static readonly string[] AzureOnly = ["AzureWebJobsStorage__", "SurveyStorage__", "APPLICATIONINSIGHTS_"];

    [Fact]
    public async Task Azure_has_the_settings_of_the_local_sample_and_no_others()
    {
        var sample = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json"), TestContext.Current.CancellationToken),
            documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        var local = sample["Values"]!.AsObject()
            .Select(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal))
            .Where(name => !LocalOnly.Contains(name));
        var azure = (await Deployment.Example).AppSettings
            .Select(setting => setting.Key)
            .Where(name => !AzureOnly.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));

        Assert.Equal(local.Order(StringComparer.Ordinal), azure.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("AzureWebJobsStorage__accountName", "stsenco")]
    [InlineData("AzureWebJobsStorage__credential", "managedidentity")]
    [InlineData("AzureWebJobsStorage__clientId", ".clientId]")]
    [InlineData("SurveyStorage__blobServiceUri", ".primaryEndpoints.blob]")]
    [InlineData("SurveyStorage__queueServiceUri", ".primaryEndpoints.queue]")]
    [InlineData("SurveyStorage__tableServiceUri", ".primaryEndpoints.table]")]
    [InlineData("SurveyStorage__credential", "managedidentity")]
    [InlineData("SurveyStorage__clientId", ".clientId]")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", ".ConnectionString]")]
    [InlineData("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "ClientId={0};Authorization=AAD")]
    [InlineData("Site__BaseAddress", ".defaultHostName")]
    [InlineData("Links__ValidDays", "60")]
    [InlineData("SendGrid__Host", "https://api.sendgrid.com")]
    [InlineData("Schedules__Reports", "0 0 7 * * 1-5")]
    [InlineData("Schedules__Sweep", "0 */5 * * * *")]
    [InlineData("Schedules__Close", "0 5 0 * * *")]
    [InlineData("Schedules__Purge", "0 35 2 * * *")]
    [InlineData("Drafts__KeepDays", "60")]
    [InlineData("Site__Organiser", "Example Council")]
    public async Task Connections_use_the_identity_and_the_rest_has_its_default(string name, string part) =>
        Assert.Contains(part, (await Deployment.Example).AppSettings[name]!.GetValue<string>(), StringComparison.Ordinal);

    /// <remarks>https://learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations</remarks>
    [Fact]
    public async Task Nothing_is_set_that_flex_consumption_has_replaced() =>
        Assert.DoesNotContain((await Deployment.Example).AppSettings, setting =>
            setting.Key is "AzureWebJobsStorage" or "SurveyStorage" or "TZ"
            || setting.Key.StartsWith("FUNCTIONS_", StringComparison.Ordinal)
            || setting.Key.StartsWith("WEBSITE_", StringComparison.Ordinal));
}
