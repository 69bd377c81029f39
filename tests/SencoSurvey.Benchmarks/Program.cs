using System.Diagnostics;
using System.Globalization;
using SencoSurvey.Benchmarks;
using SencoSurvey.Testing;

switch (args)
{
    case ["publish"]:
        PublishBenchmark.Run();
        return;
    case ["publish", var responses]:
        PublishBenchmark.Run(int.Parse(responses, CultureInfo.InvariantCulture));
        return;
}

// Whole journeys of SENCOs through the survey's pages, against the local host with an Azurite of its own, all on this machine.
var seconds = args is [var given] ? double.Parse(given, CultureInfo.InvariantCulture) : 15;
await using var azurite = new AzuriteFixture();
await azurite.InitializeAsync();
await using var host = await TestHost.StartAsync(azurite.NewAccount());
await host.PutOpenRoundAsync("r", "senco-workload-1");

await RunAsync(clients: 2, seconds: 5); // Until everything is compiled.
foreach (var clients in new[] { 1, 8 })
{
    using var clock = new RequestClock(host.Http.BaseAddress!.Port);
    var before = Process.GetCurrentProcess().TotalProcessorTime;
    var (journeys, took) = await RunAsync(clients, seconds);
    var worked = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / journeys;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clients} at once: {journeys / took.TotalSeconds:0.0} journeys a second ({journeys} in {took.TotalSeconds:0.0} s), {clock.Served.Count / journeys:0.0} pages and {clock.Stored.Count / (double)journeys:0.0} storage requests each"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    a page on the server: median {clock.Served.Median:0.00} ms, 95th percentile {clock.Served.At(0.95):0.00} ms; mean {clock.Served.Mean:0.00} ms, of it {clock.Stored.Sum / clock.Served.Count:0.00} ms waiting for storage"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    processor time of host and clients, without Azurite's: {worked:0.0} ms a journey, so that two cores have room for {2000 / worked:0} a second besides storage"));
}

async Task<(int Journeys, TimeSpan Took)> RunAsync(int clients, double seconds)
{
    var began = Stopwatch.GetTimestamp();
    var journeys = 0;
    await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
    {
        using var senco = new QuickSenco(host.Http.BaseAddress!);
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            await senco.GoAsync("r");
            Interlocked.Increment(ref journeys);
        }
    }));
    return (journeys, Stopwatch.GetElapsedTime(began));
}
