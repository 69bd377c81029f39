using SencoSurvey.Services.Publishing;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Publishing;

/// <summary>Barnsley (370), Doncaster (371) and North Lincolnshire (813) are in Yorkshire and The Humber; Camden (202) is in London. The minimum base is 10.</summary>
public sealed class PartsAndWholesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_small_authority_is_left_out_of_its_region_and_England_where_subtracting_their_parts_would_leave_it()
    {
        await using var survey = await SurveyAsync();
        await survey.SubmitManyAsync("r", 12, "813");
        await survey.SubmitManyAsync("r", 4, "370");
        await AssertPublishedAsync(survey, "england 12", "la/813 12", "region/E12000003 12");

        // London's five are enough with Barnsley's, but in England's figures only.
        await survey.SubmitManyAsync("r", 6, "202");
        await AssertPublishedAsync(survey, "england 22", "la/813 12", "region/E12000003 12");

        await survey.SubmitManyAsync("r", 6, "370");
        await AssertPublishedAsync(survey, "england 22", "la/370 10", "la/813 12", "region/E12000003 22");
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
    public async Task Who_is_added_to_what_was_seen_waits_for_enough_others()
    {
        await using var survey = await SurveyAsync();
        await survey.SubmitManyAsync("r", 12, "813");
        await AssertPublishedAsync(survey, "england 12", "la/813 12", "region/E12000003 12");
        await survey.FindPublicationAsync("r", "england");
        await survey.SubmitManyAsync("r", 4, "370");
        await survey.SubmitManyAsync("r", 1, "813");
        await AssertPublishedAsync(survey, "england 12", "la/813 12", "region/E12000003 12");
        await survey.SubmitManyAsync("r", 9, "813");
        await AssertPublishedAsync(survey, "england 22", "la/813 22", "region/E12000003 22");
    }

    [Fact]
    public async Task At_the_close_figures_that_cannot_be_made_anew_stand_as_the_final_ones()
    {
        await using var survey = await SurveyAsync();
        await survey.SubmitManyAsync("r", 12, "813");
        await AssertPublishedAsync(survey, "england 12", "la/813 12", "region/E12000003 12");
        await survey.FindPublicationAsync("r", "england");
        await survey.SubmitManyAsync("r", 4, "370");
        await survey.SubmitManyAsync("r", 1, "813");
        await survey.CloseAsync("r");
        string[] final = ["england 12 final", "la/813 12 final", "region/E12000003 12 final"];
        await AssertPublishedAsync(survey, final);
        await AssertPublishedAsync(survey, final);
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
        var pointers = await survey.Get<PublicationStore>().ScopesAsync("r", CancellationToken.None);
        Assert.Equal(expected, pointers.Values.Select(pointer => $"{pointer.Scope} {pointer.Responses}{(pointer.Final ? " final" : "")}").Order(StringComparer.Ordinal));
    }

    private async Task<TestSurvey> SurveyAsync()
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        return survey;
    }
}
