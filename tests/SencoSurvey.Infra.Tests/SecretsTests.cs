using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SencoSurvey.Infra.Tests;

public partial class SecretsTests
{
    private static readonly string[] Secrets = ["functionKey", "linksSigningKey", "sendGridApiKey"];

    [Fact]
    public async Task Secrets_are_secure_parameters_without_defaults_and_no_output_shows_them()
    {
        var built = await Bicep.Run(Bicep.Secrets, "build", Bicep.InfraFile("main.bicep"), "--stdout");
        var templates = Templates(JsonNode.Parse(built.OutputWithoutAnyWarning())!).ToList();

        foreach (var template in templates)
        {
            foreach (var (name, parameter) in Members(template, "parameters"))
            {
                Assert.Equal(Secrets.Contains(name), parameter!["type"]?.GetValue<string>() == "securestring");
                Assert.False(Secrets.Contains(name) && parameter["defaultValue"] is not null, $"{name} has a default");
            }

            foreach (var (name, output) in Members(template, "outputs"))
                Assert.False(MentionsASecret(output!.ToJsonString()), $"output {name} shows a secret");
        }

        Assert.Equal(Secrets, Members(templates[0], "parameters").Select(pair => pair.Key).Where(Secrets.Contains));
    }

    [Fact]
    public async Task Secrets_go_to_the_vault_and_the_host_key_and_nowhere_else()
    {
        var holders = (await Deployment.Example).Resources
            .Where(resource => MentionsASecret(resource.ToString()))
            .ToDictionary(resource => $"{resource.Type} {resource.Name}", resource => resource.Text("properties.value"));

        Assert.Equal(
            new()
            {
                ["Microsoft.KeyVault/vaults/secrets function-key"] = "[parameters('functionKey')]",
                ["Microsoft.KeyVault/vaults/secrets links-signing-key"] = "[parameters('linksSigningKey')]",
                ["Microsoft.KeyVault/vaults/secrets sendgrid-api-key"] = "[parameters('sendGridApiKey')]",
                ["Microsoft.Web/sites/host/functionKeys survey"] = "[parameters('functionKey')]",
            },
            holders);
    }

    [Theory]
    [InlineData("Keys__Function", "function-key")]
    [InlineData("Links__SigningKey", "links-signing-key")]
    public async Task Settings_refer_to_the_vault(string setting, string secret)
    {
        var deployment = await Deployment.Example;
        var vault = deployment.Only("Microsoft.KeyVault/vaults").Name;
        Assert.Equal($"@Microsoft.KeyVault(VaultName={vault};SecretName={secret})", deployment.AppSettings[setting]!.GetValue<string>());
    }

    [Fact]
    public async Task The_setting_of_the_SendGrid_key_is_a_reference_where_there_is_one_and_else_empty()
    {
        var setting = (await Deployment.Example).AppSettings["SendGrid__ApiKey"]!.GetValue<string>();
        Assert.StartsWith("[if(not(empty(parameters('sendGridApiKey'))), ", setting, StringComparison.Ordinal);
        Assert.Contains("@Microsoft.KeyVault(VaultName={0};SecretName=sendgrid-api-key)", setting, StringComparison.Ordinal);
        Assert.EndsWith(", '')]", setting, StringComparison.Ordinal);
    }

    /// <summary>Whether a secret is there is not the secret; what a list function returns is.</summary>
    private static bool MentionsASecret(string json)
    {
        var text = JustWhetherEmpty().Replace(json.Replace("\\u0027", "'", StringComparison.Ordinal), "");
        return Secrets.Any(secret => text.Contains($"parameters('{secret}')", StringComparison.Ordinal))
            || ListFunction().IsMatch(text);
    }

    /// <summary>The template and those of its modules. Resources are a list in some and named in others, as the language in use asks.</summary>
    private static IEnumerable<JsonNode> Templates(JsonNode template) =>
        (template["resources"] is JsonArray list ? list : Members(template, "resources").Select(pair => pair.Value))
            .Select(resource => resource!["properties"]?["template"])
            .OfType<JsonNode>()
            .SelectMany(Templates)
            .Prepend(template);

    private static JsonObject Members(JsonNode template, string section) =>
        template[section]?.AsObject() ?? [];

    [GeneratedRegex(@"empty\(parameters\('\w+'\)\)")]
    private static partial Regex JustWhetherEmpty();

    [GeneratedRegex(@"\blist\w*\(", RegexOptions.IgnoreCase)]
    private static partial Regex ListFunction();
}
