using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using NCrontab;
using SencoSurvey.Services.Storage;

namespace SencoSurvey.LocalHost.Platform;

/// <summary>Puts the stand-in for the Functions host together.</summary>
internal static class PlatformSetup
{
    /// <param name="functions">The classes to look for functions in.</param>
    public static void AddPlatform(this WebApplicationBuilder builder, HostJson hostJson, IEnumerable<Type> functions)
    {
        var catalogue = new FunctionCatalogue(functions);
        builder.Services.AddSingleton(hostJson).AddSingleton(catalogue).AddSingleton<FunctionInvoker>().AddSingleton<HostKeys>().AddSingleton<ManualRuns>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ManualRuns>());
        foreach (var (function, trigger) in catalogue.With<QueueTriggerAttribute>()) builder.Services.AddSingleton<IHostedService>(provider => QueueListener(provider, function, trigger, hostJson.Queues));
        foreach (var (function, trigger) in catalogue.With<TimerTriggerAttribute>()) builder.Services.AddSingleton<IHostedService>(provider => TimerListener(provider, function, trigger));
    }

    private static QueueListener QueueListener(IServiceProvider provider, FunctionEntry function, QueueTriggerAttribute trigger, QueueSettings settings)
    {
        var options = StorageSetup.QueueOptions();
        options.MessageEncoding = Enum.Parse<QueueMessageEncoding>(settings.MessageEncoding, ignoreCase: true);
        var queues = new QueueServiceClient(Connection(provider, trigger.Connection), options);
        return new QueueListener(
            function,
            queues.GetQueueClient(trigger.QueueName),
            queues.GetQueueClient(QueueNames.PoisonOf(trigger.QueueName)),
            settings,
            provider.GetRequiredService<FunctionInvoker>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger(function.Name));
    }

    private static TimerListener TimerListener(IServiceProvider provider, FunctionEntry function, TimerTriggerAttribute trigger)
    {
        var text = trigger.Schedule.StartsWith('%') ? provider.GetRequiredService<IConfiguration>()[trigger.Schedule.Trim('%')] : trigger.Schedule;
        var schedule = CrontabSchedule.TryParse(text ?? "", new CrontabSchedule.ParseOptions { IncludingSeconds = true })
            ?? throw new LocalHostException($"The schedule of {function.Name} ({trigger.Schedule}) must have six fields, like 0 */5 * * * *.");
        return new TimerListener(
            function,
            schedule,
            new BlobServiceClient(Connection(provider, null), StorageSetup.BlobOptions()).GetBlobContainerClient("local-host"),
            provider.GetRequiredService<FunctionInvoker>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger(function.Name));
    }

    private static string Connection(IServiceProvider provider, string? setting)
    {
        var name = setting ?? StorageSetup.Setting;
        return provider.GetRequiredService<IConfiguration>()[name] ?? throw new LocalHostException($"The setting {name} is missing.");
    }
}
