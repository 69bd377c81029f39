using System.Text.Json;
using SencoSurvey.Functions.Http;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Platform;

/// <summary>Sender, trigger and host.json must have one idea of a message's encoding, or messages go silently to poison.</summary>
public sealed class EncodingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_product_writes_messages_as_host_json_says_plain_JSON()
    {
        Assert.Equal("none", HostJsonFile.MessageEncoding);
        var (connection, storage) = await azurite.NewStorageAsync();
        await using var host = await TestHost.StartAsync(connection, functions: [typeof(PutRound), typeof(SubmitResponse)]);
        await host.PutOpenRoundAsync("r");
        await host.SubmitAsync("r", Rows2016.All[0].Key, Rows2016.All[0].Answers);
        var message = await Eventually.GetAsync(async () => (await storage.TallyQueue.PeekMessagesAsync(1)).Value.SingleOrDefault()?.MessageText, text => text is not null, "the message");
        Assert.Equal("r", JsonElement.Parse(message!).GetProperty("round").GetString());
        Assert.Equal(["round", "la", "bucket"], JsonElement.Parse(message!).EnumerateObject().Select(field => field.Name));
    }
}
