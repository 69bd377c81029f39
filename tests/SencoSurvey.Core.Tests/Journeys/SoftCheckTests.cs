using SencoSurvey.Core.Journeys;

namespace SencoSurvey.Core.Tests.Journeys;

/// <summary>An unlikely answer is asked about once, at its own page, and again only when what it rests on has changed.</summary>
public sealed class SoftCheckTests
{
    [Fact]
    public void A_check_stands_at_the_page_of_its_question_and_nowhere_else()
    {
        var journey = At(support: 2, plans: 6);

        Assert.Equal([("support", "manyPlans")], journey.Pages.SelectMany(page => journey.ChecksAt(page).Select(check => (page.Id, check.Id))));
    }

    [Fact]
    public void One_page_may_have_several() => Assert.Equal("manyPlans manyPupils", Checks(At(support: 2, plans: 600)));

    [Fact]
    public void Likely_answers_have_none() => Assert.Equal("", Checks(At(support: 6, plans: 6)));

    [Fact]
    public void What_was_said_yes_to_is_not_asked_again() => Assert.Equal("", Checks(Accepted(At(support: 2, plans: 6), support: 2, plans: 6)));

    [Theory]
    [InlineData(2, 7)]
    [InlineData(3, 6)]
    public void With_other_numbers_it_is_asked_again(int support, int plans) => Assert.Equal("manyPlans", Checks(Accepted(At(support: 2, plans: 6), support, plans)));

    /// <summary>The same number of pupils in all, otherwise made up.</summary>
    [Fact]
    public void A_yes_to_one_check_is_none_to_another() => Assert.Equal("manyPlans", Checks(Accepted(At(support: 600, plans: 2), support: 2, plans: 600)));

    [Fact]
    public void A_check_of_a_question_that_no_longer_applies_is_not_asked()
    {
        Assert.Equal("soon", Checks(Way.Saved(("stays", "\"no\""), ("months", "0")), "why"));
        Assert.DoesNotContain(Way.Saved(("stays", "\"yes\""), ("months", "0")).Answers.SoftChecks, check => check.Id == "soon");
    }

    [Theory]
    [InlineData("manyPlans", "6|2")]
    [InlineData("manyPupils", "8")]
    [InlineData("rare", "b")]
    [InlineData("soon", "")]
    public void What_a_check_rests_on_is_put_down_with_the_yes(string check, string fingerprint)
    {
        var journey = Way.Saved(("kind", "\"b\""), ("support", "2"), ("plans", "6"));

        Assert.Equal(fingerprint, journey.Fingerprint(journey.Questionnaire.SoftChecks.Single(known => known.Id == check)));
    }

    private static Journey At(int support, int plans) => new(Way.Questionnaire, State(support, plans));

    private static JourneyState State(int support, int plans) => Way.State(("support", $"{support}"), ("plans", $"{plans}"));

    private static string Checks(Journey journey, string page = "support") => string.Join(' ', journey.ChecksAt(journey.Page(page)).Select(check => check.Id));

    /// <summary>Says yes to all that is asked, then saves these numbers.</summary>
    private static Journey Accepted(Journey journey, int support, int plans) =>
        new(Way.Questionnaire, State(support, plans) with { Accepted = journey.ChecksAt(journey.Page("support")).ToDictionary(check => check.Id, journey.Fingerprint) });
}
