using System.Net;
using System.Text.Json;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Concurrency;

/// <summary>A double click, or a retry that overtakes: two requests at the same moment, from two connections.</summary>
public sealed class SameRequestTests(AzuriteFixture azurite)
{
    private const int Pairs = 12;

    [Fact]
    public async Task The_same_answers_twice_are_one_201_and_one_200_with_the_same_body_and_one_response()
    {
        await using var host = await StartAsync();
        using var first = new HttpClient { BaseAddress = host.Http.BaseAddress };
        using var second = new HttpClient { BaseAddress = host.Http.BaseAddress };
        for (var pair = 0; pair < Pairs; pair++)
        {
            var key = Guid.NewGuid().ToString();
            var both = await Task.WhenAll(SubmitAsync(first, key, hours: 3), SubmitAsync(second, key, hours: 3));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Created], both.Select(response => response.StatusCode).Order());
            Assert.Single((await Task.WhenAll(both.Select(response => response.Content.ReadAsStringAsync()))).Distinct());
        }

        await host.LiveAsync("r", "la/813", responses: Pairs);
    }

    [Fact]
    public async Task Different_answers_at_once_are_one_after_the_other_and_one_response()
    {
        await using var host = await StartAsync();
        using var first = new HttpClient { BaseAddress = host.Http.BaseAddress };
        using var second = new HttpClient { BaseAddress = host.Http.BaseAddress };
        for (var pair = 0; pair < Pairs; pair++)
        {
            var key = Guid.NewGuid().ToString();
            var both = await Task.WhenAll(SubmitAsync(first, key, hours: 3), SubmitAsync(second, key, hours: 4));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Created], both.Select(response => response.StatusCode).Order());
            var receipts = await Task.WhenAll(both.Select(Problem.JsonAsync));
            Assert.Equal([1, 2], receipts.Select(receipt => receipt.GetProperty("revision").GetInt32()).Order());

            // What is stored is what the later of the two said.
            using var read = await host.SendAsync(HttpMethod.Get, "/api/rounds/r/response", key: null, responseKey: key);
            var later = receipts[0].GetProperty("revision").GetInt32() == 2 ? 3 : 4;
            Assert.Equal(later, (await read.JsonAsync()).GetProperty("answers").GetProperty("hoursAllocated").GetInt32());
        }

        await host.LiveAsync("r", "la/813", responses: Pairs);
    }

    [Fact]
    public async Task A_submission_and_a_withdrawal_at_once_leave_no_half_of_either()
    {
        await using var host = await StartAsync();
        var left = 0;
        for (var pair = 0; pair < Pairs; pair++)
        {
            var key = Guid.NewGuid().ToString();
            await SubmitAsync(host.Http, key, hours: 3);
            var withdrawal = host.SendAsync(HttpMethod.Delete, "/api/rounds/r/response", key: null, responseKey: key);
            var both = await Task.WhenAll(SubmitAsync(host.Http, key, hours: 4), withdrawal);
            Assert.True(both[0].IsSuccessStatusCode && both[1].StatusCode == HttpStatusCode.NoContent);
            using var read = await host.SendAsync(HttpMethod.Get, "/api/rounds/r/response", key: null, responseKey: key);
            if (read.StatusCode == HttpStatusCode.NotFound) continue;
            Assert.Equal(4, (await read.JsonAsync()).GetProperty("answers").GetProperty("hoursAllocated").GetInt32());
            left++;
        }

        await host.LiveAsync("r", "la/813", responses: left);
    }

    private async Task<TestHost> StartAsync()
    {
        var host = await TestHost.StartAsync(azurite.NewAccount());
        await host.PutOpenRoundAsync("r");
        return host;
    }

    private static async Task<HttpResponseMessage> SubmitAsync(HttpClient http, string key, int hours)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/rounds/r/response") { Content = new StringContent(JsonSerializer.Serialize(new { answers = new { localAuthority = "813", hoursAllocated = hours } }), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Response-Key", key);
        return await http.SendAsync(request);
    }
}
