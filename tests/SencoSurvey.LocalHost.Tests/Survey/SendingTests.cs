using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Survey;

/// <summary>However often, and however at once, answers are sent in: they are in once, and the SENCO sees one confirmation.</summary>
public sealed class SendingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Twenty_submits_of_one_draft_at_once_make_one_response_and_twenty_times_the_same_confirmation()
    {
        var (connection, storage) = await azurite.NewStorageAsync();
        await using var host = await TestHost.StartAsync(connection);
        await host.PutOpenRoundAsync("r", "senco-workload-1");
        using var senco = new SurveyClient(host.Http.BaseAddress!);
        await (await senco.BeginAsync("r")).AnswerAllAsync();
        var (action, fields) = senco.Form();

        var twins = Enumerable.Range(0, 20).Select(_ => senco.Twin()).ToList();
        await Task.WhenAll(twins.Select(twin => twin.SendAsync(HttpMethod.Post, action, fields)));

        Assert.All(twins, twin => Assert.Equal((HttpStatusCode.OK, "/survey/r/confirmation", "Your answers are in"), (twin.Status, twin.Address, twin.Title)));
        Assert.Single(twins.Select(Reference).Distinct());
        var row = Assert.Single(await storage.Responses.QueryAsync<TableEntity>(entity => entity.RowKey.CompareTo("r|") >= 0).ToListAsync());
        Assert.Equal(1, row.GetInt32("Revision"));
        await host.LiveAsync("r", "england", 1);
        foreach (var twin in twins) twin.Dispose();
    }

    [Fact]
    public async Task Refreshing_going_back_and_sending_once_more_show_the_same_confirmation()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        await host.PutOpenRoundAsync("r", "senco-workload-1");
        using var senco = new SurveyClient(host.Http.BaseAddress!);
        await (await senco.BeginAsync("r")).AnswerAllAsync();
        var (action, fields) = senco.Form();
        var reference = Reference(await senco.PressAsync());

        Assert.Equal(reference, Reference(await senco.GetAsync("/survey/r/confirmation")));
        Assert.Equal(reference, Reference(await senco.SendAsync(HttpMethod.Post, action, fields)));
        Assert.Contains("Nothing has changed since", (await senco.GetAsync("/survey/r/answers")).Words, StringComparison.Ordinal);
        await host.LiveAsync("r", "england", 1);
    }

    [Fact]
    public async Task An_unlikely_answer_is_asked_about_once_may_be_meant_and_is_counted_for_the_coordinator()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        await host.PutOpenRoundAsync("r", "senco-workload-1");
        using var senco = new SurveyClient(host.Http.BaseAddress!);
        await senco.BeginAsync("r");
        await senco.PressAsync(SurveyAnswers.For(senco));
        await senco.GetAsync("/survey/r/questions/hoursAllocated");
        await senco.PressAsync(("hoursAllocated", ["12"]), ("hoursWorked", ["70"]));
        Assert.Equal("Is that right?", senco.Title);
        Assert.Contains("You entered 70 hours a week.", senco.Words, StringComparison.Ordinal);
        await senco.PressAsync();
        Assert.EndsWith("/questions/nonContactFullTime", senco.Address, StringComparison.Ordinal);

        await senco.GetAsync("/survey/r/questions/hoursAllocated");
        await senco.PressAsync();
        Assert.EndsWith("/questions/nonContactFullTime", senco.Address, StringComparison.Ordinal);
        await senco.GetAsync("/survey/r/answers");
        await senco.PressAsync();
        var checks = (await host.LiveAsync("r", "england", 1)).GetProperty("softChecks");
        Assert.Equal((1, 0), (checks.GetProperty("workedOverSixty").GetInt32(), checks.GetProperty("allocatedOverForty").GetInt32()));
    }

    [Fact]
    public async Task A_change_after_sending_counts_when_it_is_sent_and_keeps_the_reference()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount());
        await host.PutOpenRoundAsync("r", "senco-workload-1");
        using var senco = new SurveyClient(host.Http.BaseAddress!);
        await (await senco.BeginAsync("r")).AnswerAllAsync();
        var reference = Reference(await senco.PressAsync());
        await host.LiveAsync("r", "england", 1);

        await senco.GetAsync("/survey/r/questions/hoursAllocated?changing=true");
        await senco.PressAsync(("hoursAllocated", ["12"]));
        Assert.Equal("/survey/r/answers", senco.Address);
        Assert.Contains("You have changed answers since", (await senco.GetAsync("/survey/r")).Words, StringComparison.Ordinal);
        await host.RunAsync("SweepMarkers");
        Assert.Equal(6.5, Hours(await host.LiveAsync("r", "england", 1)));

        await senco.GetAsync("/survey/r/answers");
        Assert.Equal(reference, Reference(await senco.PressAsync()));
        await Eventually.GetAsync(() => host.LiveAsync("r", "england", 1), live => Hours(live) == 12, "the changed hours");
    }

    [Fact]
    public async Task Withdrawing_forgets_everything_and_the_same_link_may_begin_anew()
    {
        var (connection, storage) = await azurite.NewStorageAsync();
        await using var host = await TestHost.StartAsync(connection);
        await host.PutOpenRoundAsync("r", "senco-workload-1");
        using var senco = new SurveyClient(host.Http.BaseAddress!);
        await (await senco.BeginAsync("r")).AnswerAllAsync();
        await senco.PressAsync();
        var link = new Uri((await senco.GetAsync("/survey/r/return")).Page.QuerySelector(".return-link a")!.GetAttribute("href")!).PathAndQuery;
        await host.LiveAsync("r", "england", 1);
        await senco.GetAsync("/survey/r/withdraw");
        var (action, fields) = senco.Form();

        await senco.PressAsync();
        Assert.Equal("Your answers are deleted", senco.Title);
        Assert.DoesNotContain("senco-answers", senco.Cookies.Keys);
        await host.LiveAsync("r", "england", 0);
        Assert.Empty(await storage.Drafts.QueryAsync<TableEntity>().ToListAsync());
        Assert.Equal(HttpStatusCode.OK, (await senco.SendAsync(HttpMethod.Post, action, fields)).Status);
        Assert.Equal("", Assert.Single(await storage.Responses.QueryAsync<TableEntity>(entity => entity.RowKey.CompareTo("r|") >= 0).ToListAsync()).GetString("Answers"));

        await senco.GetAsync(link);
        await (await senco.PressAsync(("consent", ["yes"]))).AnswerAllAsync();
        await senco.PressAsync();
        Assert.Equal("Your answers are in", senco.Title);
        await host.LiveAsync("r", "england", 1);
    }

    private static string Reference(SurveyClient client) => client.Page.QuerySelector(".govuk-panel .reference")!.TextContent;

    private static double Hours(JsonElement live) => live.GetProperty("numbers").GetProperty("hoursAllocated").GetProperty("median").GetDouble();
}
