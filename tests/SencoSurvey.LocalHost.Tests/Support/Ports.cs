using System.Net;
using System.Net.Sockets;

namespace SencoSurvey.LocalHost.Tests.Support;

internal static class Ports
{
    /// <summary>
    /// Free ports below those that the system hands out by itself: while a server is stopped for a moment, no connection of anybody's takes its port.
    /// </summary>
    public static IReadOnlyList<int> Free(int count)
    {
        var free = new HashSet<int>();
        while (free.Count < count)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            if (IsFree(port)) free.Add(port);
        }

        return [.. free];
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
