namespace SencoSurvey.Infra.Tests;

public class AppTests
{
    [Fact]
    public async Task The_app_runs_on_flex_consumption_with_dotnet_10_isolated()
    {
        var deployment = await Deployment.Example;
        Assert.Equal("FC1", deployment.Only("Microsoft.Web/serverfarms").Text("sku.name"));

        var site = deployment.Only("Microsoft.Web/sites");
        Assert.Equal("dotnet-isolated", site.Text("properties.functionAppConfig.runtime.name"));
        Assert.Equal("10.0", site.Text("properties.functionAppConfig.runtime.version"));
        Assert.Equal(2048, site.At("properties.functionAppConfig.scaleAndConcurrency.instanceMemoryMB")!.GetValue<int>());
        Assert.Equal(40, site.At("properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount")!.GetValue<int>());
    }

    [Fact]
    public async Task The_package_is_read_with_the_apps_identity()
    {
        var deployment = await Deployment.Example;
        var site = deployment.Only("Microsoft.Web/sites");
        var identity = deployment.Only("Microsoft.ManagedIdentity/userAssignedIdentities").Id;

        Assert.Equal("UserAssignedIdentity", site.Text("properties.functionAppConfig.deployment.storage.authentication.type"));
        Assert.Equal(identity, site.Text("properties.functionAppConfig.deployment.storage.authentication.userAssignedIdentityResourceId"));
        Assert.Contains("app-package", site.Text("properties.functionAppConfig.deployment.storage.value"), StringComparison.Ordinal);
        Assert.Equal(identity, site.Text("properties.keyVaultReferenceIdentity"));
        Assert.Equal(identity, Assert.Single(site.At("identity.userAssignedIdentities")!.AsObject()).Key);
    }

    [Fact]
    public async Task The_app_answers_over_https_alone_and_no_password_publishes_to_it()
    {
        var deployment = await Deployment.Example;
        var site = deployment.Only("Microsoft.Web/sites");
        Assert.True(site.Flag("properties.httpsOnly"));
        Assert.Equal("1.2", site.Text("properties.siteConfig.minTlsVersion"));

        var doors = deployment.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToDictionary(
            policy => policy.Name, policy => policy.Flag("properties.allow"));
        Assert.Equal(new() { ["ftp"] = false, ["scm"] = false }, doors);
    }

    [Fact]
    public async Task The_first_deployment_waits_with_the_host_key_until_code_is_published()
    {
        const string HostKey = "Microsoft.Web/sites/host/functionKeys";
        Assert.Equal("survey", (await Deployment.Example).Only(HostKey).Name);

        // A copy, as each prediction is written beside its parameters.
        File.Copy(Bicep.InfraFile("main.bicepparam"), Bicep.InfraFile("first.bicepparam"), overwrite: true);
        var first = await Deployment.Predict("first.bicepparam", new Dictionary<string, string>(Bicep.Secrets) { ["SENCO_PUBLISHED"] = "false" });
        Assert.Empty(first.All(HostKey));
    }
}
