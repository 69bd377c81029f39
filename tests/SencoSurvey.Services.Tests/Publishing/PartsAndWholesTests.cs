using SencoSurvey.Services.Publishing;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Publishing;

/// <summary>Barnsley (370), Doncaster (371) and North Lincolnshire (813) are in Yorkshire and The Humber; Camden (202) is in London. The minimum base is 10.</summary>
public sealed class PartsAndWholesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_region_and_England_wait_while_subtracting_their_parts_would_leave_a_small_authority()
    {
        await using var survey = await SurveyAsync();
        await survey.SubmitManyAsync("r", 12, "813");
        await survey.SubmitManyAsync("r", 4, "370");
        await AssertPublishedAsync(survey, "la/813 12");

        // London is published whole, but England without London and North Lincolnshire would be Barnsley's four.
        await survey.SubmitManyAsync("r", 10, "202");
        await AssertPublishedAsync(survey, "la/202 10", "la/813 12", "region/E12000007 10");

        await survey.SubmitManyAsync("r", 5, "370");
        await AssertPublishedAsync(survey, "la/202 10", "la/813 12", "region/E12000007 10");

        await survey.SubmitManyAsync("r", 1, "370");
        await AssertPublishedAsync(survey, "england 32", "la/202 10", "la/370 10", "la/813 12", "region/E12000003 22", "region/E12000007 10");
    }

    [Fact]
    public async Task Small_authorities_that_are_enough_together_are_published_in_their_region_only()
    {
        await using var survey = await SurveyAsync();
        await survey.SubmitManyAsync("r", 12, "813");
        await survey.SubmitManyAsync("r", 6, "370");
        await survey.SubmitManyAsync("r", 6, "371");
        await AssertPublishedAsync(survey, "england 24", "la/813 12", "region/E12000003 24");
    }

    [Fact]
    public async Task A_region_whose_authorities_grew_since_they_were_published_waits_for_them()
    {
        await using var survey = await SurveyAsync();
        await survey.SubmitManyAsync("r", 10, "813");
        await survey.SubmitManyAsync("r", 4, "370");
        await AssertPublishedAsync(survey, "la/813 10");

        // Without these, the region would be ready: four and six are in none of its published parts.
        await survey.SubmitManyAsync("r", 3, "813");
        await AssertPublishedAsync(survey, "la/813 10");
        await survey.SubmitManyAsync("r", 3, "813");
        await AssertPublishedAsync(survey, "england 20", "la/813 10", "region/E12000003 20");
    }

    [Fact]
    public async Task At_the_close_a_small_authority_still_keeps_its_region_and_England_back()
    {
        await using var survey = await SurveyAsync();
        await survey.SubmitManyAsync("r", 12, "813");
        await survey.SubmitManyAsync("r", 4, "370");
        await survey.SubmitManyAsync("r", 10, "202");
        await survey.CloseAsync("r");
        await AssertPublishedAsync(survey, "la/202 10 final", "la/813 12 final", "region/E12000007 10 final");
    }

    [Fact]
    public async Task At_the_close_figures_that_cannot_be_made_anew_stand_as_the_final_ones()
    {
        await using var survey = await SurveyAsync();
        await survey.SubmitManyAsync("r", 12, "813");
        await AssertPublishedAsync(survey, "england 12", "la/813 12", "region/E12000003 12");
        await survey.SubmitManyAsync("r", 4, "370");
        await survey.SubmitManyAsync("r", 1, "813");
        await survey.CloseAsync("r");
        await AssertPublishedAsync(survey, "england 12 final", "la/813 13 final", "region/E12000003 12 final");
        Assert.Equal((12L, true), ((await survey.FindPublicationAsync("r", "england"))!.Build.Responses, (await survey.FindPublicationAsync("r", "england"))!.Final));
        await AssertPublishedAsync(survey, "england 12 final", "la/813 13 final", "region/E12000003 12 final");
    }

    [Fact]
    public async Task A_region_of_small_authorities_alone_is_published_as_a_whole()
    {
        await using var survey = await SurveyAsync();
        await survey.SubmitManyAsync("r", 9, "813");
        await survey.SubmitManyAsync("r", 9, "370");
        await AssertPublishedAsync(survey, "england 18", "region/E12000003 18");
    }

    private static async Task AssertPublishedAsync(TestSurvey survey, params string[] expected)
    {
        await survey.TallyAndPublishAsync("r");
        var pointers = await survey.Get<PublicationStore>().PointersAsync("r", CancellationToken.None);
        Assert.Equal(expected, pointers.Values.Select(pointer => $"{pointer.Scope} {pointer.Last.Responses}{(pointer.Last.Final ? " final" : "")}").Order(StringComparer.Ordinal));
    }

    private async Task<TestSurvey> SurveyAsync()
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        return survey;
    }
}
