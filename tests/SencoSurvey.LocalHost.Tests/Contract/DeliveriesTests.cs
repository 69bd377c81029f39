using System.Text.Json;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>What the coordinator sees of the mails of a round.</summary>
[Collection(PublishedRoundsGroup.Name)]
public sealed class DeliveriesTests(PublishedRounds published)
{
    private const string Address = $"/api/rounds/{PublishedRounds.Closed}/deliveries";

    [Fact]
    public async Task Each_delivery_says_to_whom_for_which_period_and_what_became_of_it_and_has_no_address()
    {
        var delivery = Assert.Single((await Eventually.GetAsync(() => published.Host.GetJsonAsync($"{Address}?state=sent"), found => found.GetArrayLength() > 0, "the delivery")).EnumerateArray());
        Assert.Equal(["recipient", "period", "state", "attempts", "changedAt", "nextTryAt", "reason"], delivery.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("officer-1", "final", "sent", 1), (delivery.GetProperty("recipient").GetString(), delivery.GetProperty("period").GetString(), delivery.GetProperty("state").GetString(), delivery.GetProperty("attempts").GetInt32()));
        Assert.InRange(delivery.GetProperty("changedAt").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-10), DateTimeOffset.UtcNow);
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (delivery.GetProperty("nextTryAt").ValueKind, delivery.GetProperty("reason").ValueKind));
        Assert.DoesNotContain("@", delivery.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(delivery.GetRawText(), Assert.Single((await published.Host.GetJsonAsync(Address)).EnumerateArray()).GetRawText());
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("sending")]
    [InlineData("refused")]
    [InlineData("notSent")]
    [InlineData("inDoubt")]
    public async Task Of_other_states_there_are_none(string state) => Assert.Empty((await published.Host.GetJsonAsync($"{Address}?state={state}")).EnumerateArray());

    [Theory]
    [InlineData("")]
    [InlineData("Sent")]
    [InlineData("sent,refused")]
    [InlineData("2")]
    [InlineData("sent&state=sent")]
    public async Task A_state_is_refused_that_is(string state) => await Problem.AssertAsync(await published.Host.SendAsync(HttpMethod.Get, $"{Address}?state={state}"), 400, "state");

    [Fact]
    public async Task They_take_the_key_and_a_round_that_there_is()
    {
        await Problem.AssertAsync(await published.Host.SendAsync(HttpMethod.Get, Address, key: null), 401, "x-functions-key");
        await Problem.AssertAsync(await published.Host.SendAsync(HttpMethod.Get, Address, key: "wrong"), 401, "x-functions-key");
        await Problem.AssertAsync(await published.Host.SendAsync(HttpMethod.Get, "/api/rounds/nosuch/deliveries"), 404);
        await Problem.AssertAsync(await published.Host.SendAsync(HttpMethod.Get, "/api/rounds/No%20such/deliveries"), 404);
        Assert.Empty((await published.Host.GetJsonAsync($"/api/rounds/{PublishedRounds.Open}/deliveries")).EnumerateArray());
    }
}
