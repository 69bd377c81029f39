using System.Net;
using Microsoft.AspNetCore.Http;
using SencoSurvey.LocalHost.Platform;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Platform;

/// <summary>Where an HTTP function answers, and what is said everywhere else.</summary>
public sealed class RoutesTests(RoutesTests.Routes routes) : IClassFixture<RoutesTests.Routes>
{
    public sealed class Greet
    {
        [Function(nameof(Greet))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "greet/{name}")] HttpRequest request, string name) => Results.Text($"{request.Method} {name}");
    }

    public sealed class GetFile
    {
        [Function(nameof(GetFile))]
        public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{folder}/{*path}")] HttpRequest request, string folder) =>
            Task.FromResult(Results.Text($"{folder}: {request.RouteValues["path"]}"));
    }

    public sealed class Nameless
    {
        [Function(nameof(Nameless))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancel) => Results.Text(cancel.CanBeCanceled ? "can be cancelled" : "");
    }

    public sealed class Routes(AzuriteFixture azurite) : IAsyncLifetime
    {
        public TestHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(azurite.NewAccount(), functions: [typeof(Greet), typeof(GetFile), typeof(Nameless)]);

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/greet/ann", "GET ann")]
    [InlineData("POST", "/greet/ann", "POST ann")]
    [InlineData("GET", "/greet/ann?name=bob", "GET ann")]
    [InlineData("GET", "/GREET/ann", "GET ann")]
    [InlineData("GET", "/files/a/b/c.csv", "a: b/c.csv")]
    [InlineData("GET", "/files/a", "a: ")]
    [InlineData("GET", "/Nameless", "can be cancelled")]
    public async Task A_function_answers_its_methods_at_its_route(string method, string address, string answer)
    {
        using var response = await routes.Host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(answer, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("DELETE", "/greet/ann")]
    [InlineData("POST", "/files/a/b")]
    public async Task Another_method_is_a_405_problem_that_names_the_allowed_ones(string method, string address)
    {
        using var response = await routes.Host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));
        await Problem.AssertAsync(response, 405);
        Assert.Contains("GET", response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/greet")]
    [InlineData("/greet/ann/again")]
    [InlineData("/api/greet/ann")]
    [InlineData("/api/rounds")]
    public async Task Any_other_address_is_a_404_problem(string address) => await Problem.AssertAsync(await routes.Host.Http.GetAsync(address), 404);
}
