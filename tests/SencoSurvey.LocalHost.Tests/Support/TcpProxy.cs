using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SencoSurvey.LocalHost.Tests.Support;

/// <summary>Stands between a host and its storage, until it is cut: then the host is as good as dead for storage, and settles nothing any more.</summary>
internal sealed class TcpProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Socket> sockets = [];
    private readonly int target;
    private volatile bool isCut;

    public TcpProxy(int target)
    {
        this.target = target;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public void Cut()
    {
        isCut = true;
        listener.Stop();
        foreach (var socket in sockets) socket.Dispose();
    }

    public void Dispose() => Cut();

    private async Task AcceptAsync()
    {
        try
        {
            for (;;) _ = ForwardAsync(await listener.AcceptSocketAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It was cut.
        }
    }

    private async Task ForwardAsync(Socket near)
    {
        var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
        sockets.Add(near);
        sockets.Add(far);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, target);
            ObjectDisposedException.ThrowIf(isCut, this);
            await using var left = new NetworkStream(near);
            await using var right = new NetworkStream(far);
            await Task.WhenAny(left.CopyToAsync(right), right.CopyToAsync(left));
        }
        catch (Exception exception) when (exception is SocketException or IOException or ObjectDisposedException)
        {
            // One of the two sides is gone.
        }
        finally
        {
            near.Dispose();
            far.Dispose();
        }
    }
}
