using System.Reflection;
using Microsoft.Extensions.Logging.Console;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.LocalHost.Dev;

namespace SencoSurvey.LocalHost;

/// <summary>The local head: the same functions as the Azure head, on Kestrel, storage queues and NCrontab schedules.</summary>
public static class LocalHostApp
{
    /// <param name="settings">In the form of app settings; they have the last word.</param>
    /// <param name="port">On the loopback addresses only; 0 for any free one.</param>
    /// <param name="functions">The classes with the functions to serve; null for the product's own.</param>
    public static WebApplication Build(IEnumerable<KeyValuePair<string, string?>> settings, int port, IEnumerable<Type>? functions = null, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (port == 0) kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            else kestrel.ListenLocalhost(port);
        });
        builder.Services.AddRoutingCore();
        Log(builder.Logging);
        builder.Services.AddHead(builder.Configuration);
        builder.AddPlatform(HostJson.Read(Path.Combine(AppContext.BaseDirectory, "host.json")), functions ?? Assembly.GetExecutingAssembly().GetTypes());
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseStatusCodePages(context => Problems.OfStatus(context.HttpContext, context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
        app.UseProblems();
        app.UseRouting();
        app.MapHttpFunctions();
        app.MapAdmin();
        app.MapOutbox();
        return app;
    }

    private static void Log(ILoggingBuilder logging)
    {
        logging.AddConsole(console => console.FormatterName = PlainFormatter.FormatterName).AddConsoleFormatter<PlainFormatter, ConsoleFormatterOptions>();
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
        logging.AddFilter("Azure", LogLevel.Warning);
    }
}
