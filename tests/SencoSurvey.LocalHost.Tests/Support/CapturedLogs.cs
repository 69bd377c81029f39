using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace SencoSurvey.LocalHost.Tests.Support;

/// <param name="Text">Message, values and exception: all that a log may show.</param>
public sealed record LogLine(LogLevel Level, string Category, string Text);

/// <summary>Keeps what a host logs instead of printing it. The product's own filters stay as they are.</summary>
public sealed class CapturedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> lines = [];

    public IReadOnlyList<LogLine> Lines => [.. lines];

    public IEnumerable<LogLine> Alarms => lines.Where(line => line.Level >= LogLevel.Warning);

    public void Clear() => lines.Clear();

    public void Capture(WebApplicationBuilder builder) => builder.Logging.ClearProviders().AddProvider(this).SetMinimumLevel(LogLevel.Trace);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "";
            logs.lines.Enqueue(new LogLine(logLevel, category, $"{formatter(state, exception)} {values} {exception}"));
        }
    }
}
