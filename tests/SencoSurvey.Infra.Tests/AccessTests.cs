namespace SencoSurvey.Infra.Tests;

public class AccessTests
{
    private const string Assignment = "Microsoft.Authorization/roleAssignments";

    /// <summary>The whole of what the app may do. https://learn.microsoft.com/azure/role-based-access-control/built-in-roles</summary>
    private static readonly string[] Allowed =
    [
        "Microsoft.Insights/components 3913510d-42f4-4e42-8a64-420c390055eb", // Monitoring Metrics Publisher
        "Microsoft.KeyVault/vaults 4633458b-17de-408a-b874-0445c86b69e6", // Key Vault Secrets User
        "Microsoft.Storage/storageAccounts 0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", // Storage Table Data Contributor
        "Microsoft.Storage/storageAccounts 974c5e8b-45b9-4653-ba55-5f855dd0dd88", // Storage Queue Data Contributor
        "Microsoft.Storage/storageAccounts b7e6dc6d-f1e8-4753-8033-0f276bb0955b", // Storage Blob Data Owner
    ];

    [Fact]
    public async Task The_app_has_these_roles_on_single_resources_and_no_others()
    {
        var deployment = await Deployment.Example;
        var granted = deployment.All(Assignment).Select(assignment =>
        {
            var scope = assignment.Id[..assignment.Id.LastIndexOf("/providers/", StringComparison.Ordinal)];
            var on = deployment.Resources.SingleOrDefault(resource => resource.Id == scope)?.Type ?? scope;
            return $"{on} {assignment.Text("properties.roleDefinitionId").Split('/')[^1]}";
        });
        Assert.Equal(Allowed, granted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_role_goes_to_the_apps_identity()
    {
        var deployment = await Deployment.Example;
        var identity = deployment.Only("Microsoft.ManagedIdentity/userAssignedIdentities").Id;
        Assert.All(deployment.All(Assignment), assignment =>
            Assert.Contains($"'{identity}'", assignment.Text("properties.principalId"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_vault_is_opened_by_roles_and_its_secrets_cannot_be_destroyed_in_a_moment()
    {
        var vault = (await Deployment.Example).Only("Microsoft.KeyVault/vaults");
        Assert.True(vault.Flag("properties.enableRbacAuthorization"));
        Assert.True(vault.Flag("properties.enablePurgeProtection"));
    }
}
