using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SencoSurvey.LocalHost;
using SencoSurvey.LocalHost.Settings;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.Testing;

/// <summary>The local head on a free port, with the settings of the sample and storage of its own.</summary>
public sealed class TestHost : IAsyncDisposable
{
    public const string FunctionKey = "local-function-key";
    public const string MasterKey = "local-master-key";

    private readonly WebApplication app;

    private TestHost(WebApplication app)
    {
        this.app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(5) }; // An import of a national round, beside other tests.
    }

    /// <summary>Without any key.</summary>
    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    /// <param name="settings">Over those of the sample.</param>
    /// <param name="functions">The classes with the functions to serve; null for the product's own.</param>
    public static async Task<TestHost> StartAsync(
        string connection,
        IReadOnlyDictionary<string, string?>? settings = null,
        IEnumerable<Type>? functions = null,
        Action<WebApplicationBuilder>? configure = null,
        int port = 0)
    {
        var all = LocalSettings.Read(Path.Combine(Repository.Root, LocalSettings.SampleName)).ToDictionary();
        all[StorageSetup.Setting] = connection;
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>()) all[name] = value;
        var app = LocalHostApp.Build(all, port, functions, builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            configure?.Invoke(builder);
        });
        await app.Services.GetRequiredService<SurveyStorage>().CreateAsync(CancellationToken.None);
        await app.StartAsync();
        return new TestHost(app);
    }

    /// <summary>Asks as the coordinator does, with the function key.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content = null, string? key = FunctionKey, string? responseKey = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = content };
        if (key is not null) request.Headers.Add("x-functions-key", key);
        if (responseKey is not null) request.Headers.Add("Response-Key", responseKey);
        return Http.SendAsync(request);
    }

    /// <summary>Puts a round that is open today.</summary>
    public async Task PutOpenRoundAsync(string round, string questionnaire = "north-lincolnshire-2016", object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(new { title = $"Synthetic round {round}", questionnaire, opensOn = "2020-01-01", closesOn = "2099-12-31", access = "open" })!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject()) body[name] = value?.DeepClone();
        (await SendAsync(HttpMethod.Put, $"/api/rounds/{round}", JsonContent.Create(body))).EnsureSuccessStatusCode();
    }

    /// <summary>Submits as a SENCO does, without a function key.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string round, string responseKey, object answers) =>
        SendAsync(HttpMethod.Put, $"/api/rounds/{round}/response", JsonContent.Create(new { answers }), key: null, responseKey);

    public Task<HttpResponseMessage> SubmitRawAsync(string round, string responseKey, string body, string contentType = "application/json") =>
        SendAsync(HttpMethod.Put, $"/api/rounds/{round}/response", new StringContent(body, Encoding.UTF8, contentType), key: null, responseKey);

    public async Task<JsonElement> GetJsonAsync(string address)
    {
        using var response = await SendAsync(HttpMethod.Get, address);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until the live statistics of the scope count this many responses.</summary>
    public Task<JsonElement> LiveAsync(string round, string scope, int responses) => Eventually.GetAsync(
        () => GetJsonAsync($"/api/rounds/{round}/statistics/{scope}?live=true"),
        live => live.TryGetProperty("base", out var found) && found.GetProperty("responses").GetInt32() == responses,
        $"{responses} responses of {scope} in {round}");

    public async Task RunAsync(string function, string input = "")
    {
        using var response = await SendAsync(HttpMethod.Post, $"/admin/functions/{function}", JsonContent.Create(new { input }), MasterKey);
        response.EnsureSuccessStatusCode();
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
