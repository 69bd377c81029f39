using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace SencoSurvey.LocalHost;

/// <summary>One line an entry, time and message, so that a screen shows what happened; an unexpected exception follows in full.</summary>
internal sealed class PlainFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "plain";

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var level = entry.LogLevel switch
        {
            >= LogLevel.Error => "ERROR ",
            LogLevel.Warning => "Warning: ",
            _ => "",
        };
        textWriter.WriteLine($"{time.GetLocalNow():HH:mm:ss} {level}{entry.Formatter(entry.State, entry.Exception)}");
        if (entry.Exception is not null) textWriter.WriteLine(entry.Exception);
    }
}
