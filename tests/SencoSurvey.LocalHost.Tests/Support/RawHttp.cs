using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SencoSurvey.LocalHost.Tests.Support;

/// <summary>Requests as no decent client sends them: written by hand on a socket.</summary>
internal static class RawHttp
{
    public static async Task<Socket> ConnectAsync(Uri address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        return socket;
    }

    public static async Task<(int Status, string Answer)> SendAsync(Uri address, string request)
    {
        using var socket = await ConnectAsync(address);
        await socket.SendAsync(Encoding.UTF8.GetBytes(request));
        await using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var line = await reader.ReadLineAsync() ?? throw new IOException("The connection was closed without an answer.");
        return (int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), await reader.ReadToEndAsync());
    }

    public static Task<(int Status, string Answer)> GetAsync(Uri address, string target, string headers = "") =>
        SendAsync(address, $"GET {target} HTTP/1.1\r\nHost: localhost\r\n{headers}Connection: close\r\n\r\n");
}
