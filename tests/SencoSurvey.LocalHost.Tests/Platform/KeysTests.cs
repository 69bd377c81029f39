using System.Net;
using Microsoft.AspNetCore.Http;
using SencoSurvey.LocalHost.Platform;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Platform;

/// <summary>Which key opens what: in the header x-functions-key, or as code in the query.</summary>
public sealed class KeysTests(KeysTests.Doors doors) : IClassFixture<KeysTests.Doors>
{
    private const string Function = TestHost.FunctionKey;
    private const string Master = TestHost.MasterKey;

    public sealed class AnyoneMay
    {
        [Function(nameof(AnyoneMay))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "anyone")] HttpRequest request) => Results.Text("in");
    }

    public sealed class KeyHoldersMay
    {
        [Function(nameof(KeyHoldersMay))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "key")] HttpRequest request) => Results.Text("in");
    }

    public sealed class MasterMay
    {
        [Function(nameof(MasterMay))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "master")] HttpRequest request) => Results.Text("in");
    }

    public sealed class Doors(AzuriteFixture azurite) : IAsyncLifetime
    {
        public string Connection { get; } = azurite.NewAccount();

        public TestHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(Connection, functions: [typeof(AnyoneMay), typeof(KeyHoldersMay), typeof(MasterMay)]);

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }

    [Theory]
    [InlineData("/anyone", null)]
    [InlineData("/anyone", "wrong")]
    [InlineData("/key", Function)]
    [InlineData("/key", Master)]
    [InlineData("/master", Master)]
    [InlineData($"/key?code={Function}", null)]
    [InlineData($"/key?code={Master}", null)]
    [InlineData($"/master?code={Master}", null)]
    public async Task The_right_key_opens(string address, string? header)
    {
        using var response = await doors.Host.SendAsync(HttpMethod.Get, address, key: header);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/key", null)]
    [InlineData("/key", "wrong")]
    [InlineData("/key", "LOCAL-FUNCTION-KEY")]
    [InlineData("/key", $"{Function}x")]
    [InlineData("/key?code=", null)]
    [InlineData("/key?code=wrong", null)]
    [InlineData($"/key?code={Function}", "wrong")]
    [InlineData("/master", null)]
    [InlineData("/master", Function)]
    [InlineData($"/master?code={Function}", null)]
    public async Task No_key_or_another_is_a_401_problem(string address, string? header)
    {
        using var response = await doors.Host.SendAsync(HttpMethod.Get, address, key: header);
        await Problem.AssertAsync(response, 401, "x-functions-key");
    }

    [Fact]
    public async Task A_host_whose_master_key_is_not_set_has_none_that_opens()
    {
        var settings = new Dictionary<string, string?> { ["Keys:Master"] = "" };
        await using var host = await TestHost.StartAsync(doors.Connection, settings, functions: [typeof(MasterMay)]);
        await Problem.AssertAsync(await host.SendAsync(HttpMethod.Get, "/master", key: ""), 401);
        await Problem.AssertAsync(await host.SendAsync(HttpMethod.Get, "/master?code=", key: null), 401);
    }
}
