using System.Net;
using System.Net.Http.Json;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>Who gets reports: put, read, changed, deleted.</summary>
public sealed class RecipientsTests(ProductHost product) : IClassFixture<ProductHost>
{
    [Theory]
    [InlineData("la/813", "officer", "monthly")]
    [InlineData("region/E12000003", "leader", "final")]
    [InlineData("england", "officer", "final")]
    public async Task A_recipient_is_put_read_changed_and_deleted(string scope, string role, string frequency)
    {
        var address = $"/api/recipients/{Guid.NewGuid()}";
        var body = new { email = "first.last+survey@mail.example.org", name = "Zoë O'Neill", scope, role, frequency };
        using var made = await PutAsync(address, body);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal((await product.Host.GetJsonAsync(address)).GetRawText(), (await made.JsonAsync()).GetRawText());
        var read = await product.Host.GetJsonAsync(address);
        Assert.Equal(["email", "name", "scope", "role", "frequency", "stoppedAt"], read.EnumerateObject().Select(field => field.Name));
        Assert.Equal([body.email, body.name, scope, role, frequency, null], read.EnumerateObject().Select(field => field.Value.GetString()));

        using var changed = await PutAsync(address, body with { name = "Another" });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal("Another", (await product.Host.GetJsonAsync(address)).GetProperty("name").GetString());

        using var deleted = await product.Host.SendAsync(HttpMethod.Delete, address);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Get, address), 404);
        await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Delete, address), 404);
    }

    private Task<HttpResponseMessage> PutAsync(string address, object body) => product.Host.SendAsync(HttpMethod.Put, address, JsonContent.Create(body));
}
