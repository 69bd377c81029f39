using System.CommandLine;

namespace SencoSurvey.LocalHost;

/// <summary>What can be said on the command line.</summary>
internal sealed record CommandLine(int Port, string? Storage, bool Reset, bool Demonstration)
{
    /// <summary>Parses, and runs <paramref name="run"/> unless help was asked for or something was not understood.</summary>
    public static Task<int> RunAsync(string[] args, Func<CommandLine, Task<int>> run)
    {
        var port = new Option<int>("--port") { Description = "Where to listen, on this machine only.", DefaultValueFactory = _ => 7071 };
        var storage = new Option<string?>("--storage") { Description = "Connection string of the storage; instead of the setting SurveyStorage." };
        var reset = new Option<bool>("--reset") { Description = "Delete everything that is stored, first. Only for storage on this machine." };
        var empty = new Option<bool>("--empty") { Description = "Do not load the demonstration into empty storage." };
        var command = new RootCommand("Runs SencoSurvey on this machine: the functions, their queues and timers, and Azurite as storage.") { port, storage, reset, empty };
        command.SetAction(parsed => run(new CommandLine(parsed.GetValue(port), parsed.GetValue(storage), parsed.GetValue(reset), !parsed.GetValue(empty))));

        // By itself it would end the process two seconds after Ctrl-C, whatever the host is still finishing.
        return command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }
}
