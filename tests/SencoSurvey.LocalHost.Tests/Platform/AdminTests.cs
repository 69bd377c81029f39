using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SencoSurvey.LocalHost.Platform;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Services.Storage;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Platform;

/// <summary><c>POST /admin/functions/{name}</c>: runs a timer or queue function now.</summary>
public sealed class AdminTests(AdminTests.Runs runs) : IClassFixture<AdminTests.Runs>
{
    public sealed class Yearly(Runs runs)
    {
        [Function(nameof(Yearly))]
        public void Run([TimerTrigger("0 0 4 1 1 *")] TimerInfo timer) => runs.Done.Enqueue($"timer {timer.IsPastDue}");
    }

    public sealed class Handle(Runs runs)
    {
        [Function(nameof(Handle))]
        public Task Run([QueueTrigger("handle", Connection = StorageSetup.Setting)] Work work)
        {
            runs.Done.Enqueue($"{work.Name} {work.Number}");
            return Task.CompletedTask;
        }
    }

    public sealed class HandleText(Runs runs)
    {
        [Function(nameof(HandleText))]
        public void Run([QueueTrigger("text", Connection = StorageSetup.Setting)] string text) => runs.Done.Enqueue($"text '{text}'");
    }

    public sealed class Answer
    {
        [Function(nameof(Answer))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Ok();
    }

    public sealed class Runs(AzuriteFixture azurite) : IAsyncLifetime
    {
        public ConcurrentQueue<string> Done { get; } = [];

        public CapturedLogs Logs { get; } = new();

        public TestHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(
            azurite.NewAccount(),
            functions: [typeof(Yearly), typeof(Handle), typeof(HandleText), typeof(Answer)],
            configure: builder =>
            {
                builder.Services.AddSingleton(this);
                Logs.Capture(builder);
            });

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }

    [Theory]
    [InlineData("Yearly", """{"input":""}""", "timer False")]
    [InlineData("Yearly", "{}", "timer False")]
    [InlineData("yearly", "", "timer False")]
    [InlineData("Handle", """{"input":"{\"name\":\"by hand\",\"number\":7}"}""", "by hand 7")]
    [InlineData("HandleText", """{"input":"as it is"}""", "text 'as it is'")]
    public async Task It_runs_with_the_given_input_and_answers_202(string function, string body, string done)
    {
        var before = runs.Done.Count(run => run == done);
        using var response = await PostAsync(function, body);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await Eventually.IsTrueAsync(() => runs.Done.Count(run => run == done) > before, $"the run of {function}");
    }

    [Theory]
    [InlineData("Answer")]
    [InlineData("Nothing")]
    public async Task An_HTTP_function_and_an_unknown_one_are_404(string function) => await Problem.AssertAsync(await PostAsync(function, "{}"), 404);

    [Theory]
    [InlineData("input")]
    [InlineData("[]")]
    [InlineData("{\"input\":7}")]
    [InlineData("{\"input\":\"")]
    public async Task A_body_that_is_not_understood_is_400_and_nothing_runs(string body)
    {
        var before = runs.Done.Count;
        await Problem.AssertAsync(await PostAsync("Yearly", body), 400);
        Assert.Equal(before, runs.Done.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData(TestHost.FunctionKey)]
    public async Task Without_the_master_key_it_is_401_for_every_name(string? key)
    {
        await Problem.AssertAsync(await PostAsync("Yearly", "{}", key), 401);
        await Problem.AssertAsync(await PostAsync("Nothing", "{}", key), 401);
    }

    [Fact]
    public async Task The_master_key_may_stand_in_the_query()
    {
        var before = runs.Done.Count;
        using var response = await runs.Host.Http.PostAsync($"/admin/functions/Yearly?code={TestHost.MasterKey}", null);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await Eventually.IsTrueAsync(() => runs.Done.Count > before, "the run");
    }

    [Fact]
    public async Task A_run_that_fails_is_logged()
    {
        using var response = await PostAsync("Handle", """{"input":"no JSON"}""");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await Eventually.IsTrueAsync(() => runs.Logs.Alarms.Any(line => line.Text.Contains("Handle, started by hand, failed", StringComparison.Ordinal)), "the log entry");
    }

    private Task<HttpResponseMessage> PostAsync(string function, string body, string? key = TestHost.MasterKey) =>
        runs.Host.SendAsync(HttpMethod.Post, $"/admin/functions/{function}", new StringContent(body, Encoding.UTF8, "application/json"), key);
}
