namespace SencoSurvey.Infra.Tests;

public class StorageTests
{
    private const string Account = "Microsoft.Storage/storageAccounts";

    [Fact]
    public async Task Storage_opens_to_identities_alone()
    {
        var account = (await Deployment.Example).Only(Account);
        Assert.False(account.Flag("properties.allowSharedKeyAccess"));
        Assert.False(account.Flag("properties.allowBlobPublicAccess"));
        Assert.True(account.Flag("properties.supportsHttpsTrafficOnly"));
        Assert.Equal("TLS1_2", account.Text("properties.minimumTlsVersion"));
    }

    [Fact]
    public async Task Storage_survives_the_loss_of_a_data_centre() =>
        Assert.Equal("Standard_ZRS", (await Deployment.Example).Only(Account).Text("sku.name"));

    [Theory]
    [InlineData("tableServices/tables", "Rounds Responses ResponseKeys Invitations Populations Tallies Drafts Statistics Recipients Deliveries Rebuilds")]
    [InlineData("queueServices/queues", "tally tally-poison publish publish-poison deliver deliver-poison")]
    [InlineData("blobServices/containers", "publications outbox protection-keys app-package")]
    public async Task Everything_the_code_stores_in_is_there(string kind, string names) =>
        Assert.Equal(names.Split(' '), (await Deployment.Example).All($"{Account}/{kind}").Select(resource => resource.Name));

    [Fact]
    public async Task A_deleted_or_replaced_blob_can_be_had_back_for_a_while_and_no_longer()
    {
        var deployment = await Deployment.Example;
        var blobs = deployment.Only($"{Account}/blobServices");
        Assert.True(blobs.Flag("properties.isVersioningEnabled"));
        Assert.True(blobs.Flag("properties.deleteRetentionPolicy.enabled"));
        Assert.True(blobs.Flag("properties.containerDeleteRetentionPolicy.enabled"));

        var rule = Assert.Single(deployment.Only($"{Account}/managementPolicies").At("properties.policy.rules")!.AsArray())!;
        Assert.Equal(14, rule["definition"]!["actions"]!["version"]!["delete"]!["daysAfterCreationGreaterThan"]!.GetValue<int>());
    }
}
