using System.Diagnostics.Metrics;
using System.Globalization;

namespace SencoSurvey.Benchmarks;

/// <summary>What .NET itself measures of requests: those that the host serves, and those that it sends to storage. In milliseconds.</summary>
internal sealed class RequestClock : IDisposable
{
    private readonly MeterListener listener = new();

    /// <param name="port">The host's: requests sent there are the clients'.</param>
    public RequestClock(int port)
    {
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Name is "http.server.request.duration" or "http.client.request.duration") listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            if (instrument.Name == "http.server.request.duration") Served.Add(value * 1000);
            else if (Port(tags) != port) Stored.Add(value * 1000);
        });
        listener.Start();
    }

    public Times Served { get; } = new();

    public Times Stored { get; } = new();

    public void Dispose() => listener.Dispose();

    private static int Port(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == "server.port") return Convert.ToInt32(tag.Value, CultureInfo.InvariantCulture);
        }

        return 0;
    }
}

internal sealed class Times
{
    private readonly List<double> all = [];

    public double Count => all.Count;

    public double Sum => all.Sum();

    public double Mean => all.Average();

    public double Median => At(0.5);

    public void Add(double time)
    {
        lock (all) all.Add(time);
    }

    public double At(double share)
    {
        lock (all) return all.Order().ElementAt((int)(share * (all.Count - 1)));
    }
}
