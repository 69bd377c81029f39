using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SencoSurvey.LocalHost.Platform;
using SencoSurvey.LocalHost.Settings;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Services.Storage;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Platform;

/// <summary>The product's own functions: their names, which others call, and that each can be reached.</summary>
public sealed partial class ProductFunctionsTests(AzuriteFixture azurite)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "functions", "SencoSurvey.Functions");

    /// <summary>Those that both heads compile.</summary>
    private static readonly IReadOnlyList<string> Files =
        [.. new[] { "Http", "Queues", "Timers" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.cs", SearchOption.AllDirectories))];

    private static readonly IReadOnlyList<MethodInfo> Methods =
        [.. typeof(LocalHostApp).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)];

    [Theory]
    [InlineData("PutRound")]
    [InlineData("GetRounds")]
    [InlineData("CloseRound")]
    [InlineData("SubmitResponse")]
    [InlineData("GetResponse")]
    [InlineData("WithdrawResponse")]
    [InlineData("ImportResponses")]
    [InlineData("CreateInvitations")]
    [InlineData("GetStatistics")]
    [InlineData("RebuildRound")]
    [InlineData("Health")]
    [InlineData("TallyResponses")]
    [InlineData("PublishStatistics")]
    [InlineData("SendReport")]
    [InlineData("SendSummaryReports")]
    [InlineData("SweepMarkers")]
    [InlineData("CloseRounds")]
    [InlineData("PutRecipient")]
    [InlineData("GetRecipient")]
    [InlineData("DeleteRecipient")]
    [InlineData("GetDeliveries")]
    [InlineData("StopReports")]
    public void There_is_a_function_of_the_name_that_others_rely_on(string name) => Assert.Single(Methods, method => Name(method) == name);

    [Fact]
    public void A_function_is_named_like_its_class_and_its_file_and_has_one_trigger()
    {
        Assert.NotEmpty(Methods);
        Assert.All(Methods, method =>
        {
            Assert.Equal(method.DeclaringType!.Name, Name(method));
            var folder = Triggers(method).Single() switch { HttpTriggerAttribute => "Http", QueueTriggerAttribute => "Queues", _ => "Timers" };
            var place = method.DeclaringType.Namespace!.Replace("SencoSurvey.Functions.", "", StringComparison.Ordinal).Replace('.', '/');
            Assert.Equal(folder, place.Split('/')[0]);
            Assert.True(File.Exists(Path.Combine(Folder, place, $"{Name(method)}.cs")), $"{place}/{Name(method)}.cs is missing.");
        });
    }

    [Fact]
    public async Task Every_HTTP_function_is_served_at_its_route_with_its_methods()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        var served = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}"))
            .ToList();
        var functions = Methods.SelectMany(method => Triggers(method).OfType<HttpTriggerAttribute>()).ToList();
        Assert.All(functions, trigger => Assert.All(trigger.Methods, method => Assert.Contains($"{method.ToUpperInvariant()} {HostJsonFile.RoutePrefix}/{trigger.Route}", served)));
        Assert.Equal(served.Distinct(), served);
    }

    [Fact]
    public async Task Every_queue_function_takes_its_messages_and_every_timer_has_its_next_time()
    {
        var (connection, storage) = await azurite.NewStorageAsync();
        var queues = Methods.SelectMany(method => Triggers(method).OfType<QueueTriggerAttribute>()).ToList();
        var timers = Methods.Where(method => Triggers(method).OfType<TimerTriggerAttribute>().Any()).ToList();
        Assert.Equal(QueueNames.All.Order(), queues.Select(trigger => trigger.QueueName).Order());
        Assert.All(queues, trigger => Assert.Equal(StorageSetup.Setting, trigger.Connection));
        foreach (var queue in new[] { storage.TallyQueue, storage.PublishQueue, storage.DeliverQueue }) await queue.SendMessageAsync("{}");

        await using var host = await TestHost.StartAsync(connection, configure: new CapturedLogs().Capture);
        foreach (var queue in new[] { storage.TallyQueue, storage.PublishQueue, storage.DeliverQueue })
            await Eventually.IsTrueAsync(async () => (await queue.PeekMessagesAsync()).Value.Length == 0, $"somebody to take the message of {queue.Name}");
        foreach (var timer in timers)
            await Eventually.IsTrueAsync(async () => await new Azure.Storage.Blobs.BlobClient(connection, "local-host", $"timers/{Name(timer)}.json").ExistsAsync(), $"the next time of {Name(timer)}");
    }

    [Fact]
    public void No_function_file_names_a_Functions_namespace_so_that_both_heads_compile_it()
    {
        Assert.NotEmpty(Files);
        Assert.All(Files, file => Assert.DoesNotContain("Microsoft.Azure", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.All(Files, file => Assert.DoesNotContain("SencoSurvey.LocalHost", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public void Both_heads_have_the_same_functions()
    {
        var inFiles = Files.SelectMany(file => Marked().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));
        Assert.Equal(inFiles.Order(StringComparer.Ordinal), Methods.Select(Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_local_host_reads_the_Azure_heads_host_json() =>
        Assert.Equal(File.ReadAllText(HostJsonFile.Path), File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));

    [GeneratedRegex(@"\[Function\(nameof\((\w+)\)\)\]")]
    private static partial Regex Marked();

    private static string Name(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static IEnumerable<Attribute> Triggers(MethodInfo method) =>
        method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes()).Where(attribute => attribute is HttpTriggerAttribute or QueueTriggerAttribute or TimerTriggerAttribute);
}
