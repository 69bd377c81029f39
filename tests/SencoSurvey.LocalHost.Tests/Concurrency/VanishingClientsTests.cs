using System.Net;
using System.Net.Sockets;
using System.Text;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Concurrency;

/// <summary>Clients that are gone before they have said all. They must cost nothing: neither a connection nor half an answer.</summary>
public sealed class VanishingClientsTests(ProductHost product) : IClassFixture<ProductHost>
{
    private const string Answers = """{"answers":{"localAuthority":"813"}}""";

    public enum Way
    {
        HalfABody,
        AWholeBodyAndThePromiseOfMore,
        AnUnfinishedChunk,
        AllChunksButTheLast,
        HeadersAlone,
    }

    [Theory]
    [InlineData(Way.HalfABody)]
    [InlineData(Way.AWholeBodyAndThePromiseOfMore)]
    [InlineData(Way.AnUnfinishedChunk)]
    [InlineData(Way.AllChunksButTheLast)]
    [InlineData(Way.HeadersAlone)]
    public async Task Forty_that_vanish_leave_nothing_and_the_next_is_served(Way way)
    {
        var before = await CountStoredAsync();
        var keys = Enumerable.Range(0, 40).Select(_ => Guid.NewGuid().ToString()).ToList();
        await Task.WhenAll(keys.Select((key, index) => VanishAsync(way, key, abruptly: index % 2 == 0)));

        foreach (var key in keys) await Problem.AssertAsync(await product.Host.SendAsync(HttpMethod.Get, $"/api/rounds/{ProductHost.Open}/response", key: null, responseKey: key), 404);
        Assert.Equal(before, await CountStoredAsync());
        Assert.Equal(HttpStatusCode.Created, (await product.Host.SubmitRawAsync(ProductHost.Open, Guid.NewGuid().ToString(), Answers)).StatusCode);
        product.AssertNoAlarm();
    }

    [Fact]
    public async Task One_that_does_not_wait_for_the_answer_may_ask_again_and_gets_the_receipt_of_one_response()
    {
        foreach (var key in Enumerable.Range(0, 10).Select(_ => Guid.NewGuid().ToString()))
        {
            using (var socket = await RawHttp.ConnectAsync(product.Host.Http.BaseAddress!)) await SendAsync(socket, $"{Head(key)}Content-Length: {Answers.Length}\r\n\r\n{Answers}");
            using var again = await product.Host.SubmitRawAsync(ProductHost.Open, key, Answers);
            Assert.True(again.IsSuccessStatusCode);
            Assert.Equal(1, (await again.JsonAsync()).GetProperty("revision").GetInt32());
        }

        product.AssertNoAlarm();
    }

    private async Task<int> CountStoredAsync() => await product.Storage.ResponseKeys.QueryAsync<Azure.Data.Tables.TableEntity>().CountAsync();

    private async Task VanishAsync(Way way, string key, bool abruptly)
    {
        using var socket = await RawHttp.ConnectAsync(product.Host.Http.BaseAddress!);
        if (abruptly) socket.LingerState = new LingerOption(true, 0);
        await SendAsync(socket, Head(key) + way switch
        {
            Way.HalfABody => $"Content-Length: {Answers.Length}\r\n\r\n{Answers[..(Answers.Length / 2)]}",
            Way.AWholeBodyAndThePromiseOfMore => $"Content-Length: {Answers.Length + 10}\r\n\r\n{Answers}",
            Way.AnUnfinishedChunk => $"Transfer-Encoding: chunked\r\n\r\nff\r\n{Answers}",
            Way.AllChunksButTheLast => $"Transfer-Encoding: chunked\r\n\r\n{Answers.Length:x}\r\n{Answers}\r\n",
            _ => $"Content-Length: {Answers.Length}\r\n\r\n",
        });
    }

    private static string Head(string key) => $"PUT /api/rounds/{ProductHost.Open}/response HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nResponse-Key: {key}\r\n";

    private static async Task SendAsync(Socket socket, string text) => await socket.SendAsync(Encoding.ASCII.GetBytes(text));
}
