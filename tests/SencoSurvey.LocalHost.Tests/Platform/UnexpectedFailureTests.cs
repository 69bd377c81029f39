using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SencoSurvey.LocalHost.Platform;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Platform;

/// <summary>What a bug in an HTTP function looks like: from outside, and in the log.</summary>
public sealed class UnexpectedFailureTests(AzuriteFixture azurite)
{
    private const string Secret = "a detail for the log alone";

    public sealed class Fail
    {
        [Function(nameof(Fail))]
        public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fail")] HttpRequest request)
        {
            await Task.Yield();
            throw new InvalidOperationException(Secret);
        }
    }

    public sealed class FailAtOnce
    {
        [Function(nameof(FailAtOnce))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fail-at-once")] HttpRequest request) => throw new InvalidOperationException(Secret);
    }

    public sealed class FailWhileWriting
    {
        [Function(nameof(FailWhileWriting))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fail-while-writing")] HttpRequest request) => new Broken();

        private sealed class Broken : IResult
        {
            public Task ExecuteAsync(HttpContext httpContext) => throw new InvalidOperationException(Secret);
        }
    }

    [Fact]
    public async Task It_is_a_500_problem_with_a_trace_id_that_leads_to_the_log_and_with_no_detail()
    {
        var logs = new CapturedLogs();
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), functions: [typeof(Fail), typeof(FailAtOnce), typeof(FailWhileWriting)], configure: logs.Capture);
        foreach (var address in new[] { "/fail", "/fail-at-once", "/fail-while-writing" })
        {
            using var response = await host.Http.GetAsync(address);
            var problem = await Problem.AssertAsync(response, 500);
            Assert.DoesNotContain(Secret, problem.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain(nameof(InvalidOperationException), problem.GetRawText(), StringComparison.Ordinal);
            var traceId = problem.GetProperty("traceId").GetString()!;
            Assert.Single(logs.Lines, line => line.Level == LogLevel.Error && line.Text.Contains(traceId, StringComparison.Ordinal) && line.Text.Contains(Secret, StringComparison.Ordinal));
        }
    }
}
