using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Journeys;

namespace SencoSurvey.Core.Tests.Journeys;

public sealed class JourneyTests
{
    private static readonly (string, string)[] Staying = [("localAuthority", "\"813\""), ("kind", "\"a\""), ("support", "6"), ("plans", "2"), ("stays", "\"yes\"")];

    private static readonly (string, string)[] Leaving = [.. Staying[..^1], ("stays", "\"no\""), ("why", "\"pay\""), ("months", "3")];

    [Fact]
    public void Someone_new_begins_with_the_first_page()
    {
        var journey = Way.Saved();

        Assert.Equal(("localAuthority", false, true), (journey.Open?.Id, journey.HasBegun, journey.IsIncomplete));
        Assert.Equal("{}", journey.Json());
    }

    [Fact]
    public void Pages_that_ask_nothing_do_not_appear()
    {
        Assert.Equal("localAuthority support stays comments", Way.Saved().Pages.Ids());
        Assert.Equal("localAuthority support stays why comments", Way.Saved(("stays", "\"no\"")).Pages.Ids());
        Assert.Equal("localAuthority support stays helpers comments", Way.Saved(("support", "9"), ("plans", "2")).Pages.Ids());
    }

    [Fact]
    public void Someone_who_comes_back_goes_on_at_the_first_page_that_was_not_shown()
    {
        Assert.Equal("support", Way.Saved(Staying[..2]).Open?.Id);
        Assert.Equal("comments", Way.Saved(Staying).Open?.Id);
        Assert.Equal("support", Way.Saved([Staying[0], Staying[1], Staying[4]]).Open?.Id);
    }

    [Fact]
    public void A_question_that_was_seen_and_left_empty_is_not_shown_again()
    {
        Assert.Equal("support", Way.Saved(Staying[0], ("kind", "")).Open?.Id);
        Assert.Equal("stays", Way.Saved(Staying[0], ("kind", ""), ("support", ""), ("plans", "")).Open?.Id);
    }

    [Fact]
    public void A_required_question_that_was_left_empty_is_shown_again()
    {
        var journey = Way.Saved([("localAuthority", ""), .. Staying[1..], ("comments", "")]);

        Assert.Equal(("localAuthority", true), (journey.Open?.Id, journey.IsIncomplete));
    }

    [Fact]
    public void A_page_with_one_question_that_was_never_shown_is_shown() =>
        Assert.Equal("support", Way.Saved([.. Staying[..3], Staying[4]]).Open?.Id);

    [Fact]
    public void When_all_is_seen_nothing_is_left_but_to_check()
    {
        var journey = Way.Saved([.. Staying, ("comments", "")]);

        Assert.Null(journey.Open);
        Assert.False(journey.IsIncomplete);
        Assert.True(journey.HasBegun);
    }

    [Fact]
    public void Before_and_after_pass_over_pages_that_ask_nothing()
    {
        var journey = Way.Saved(Staying);

        Assert.Equal(["support", "stays", "comments", null], journey.Pages.Select(page => journey.After(page)?.Id));
        Assert.Equal([null, "localAuthority", "support", "stays"], journey.Pages.Select(page => journey.Before(page)?.Id));
        Assert.Equal("why", Way.Saved(Leaving).After(journey.Page("stays"))?.Id);
    }

    [Fact]
    public void After_a_page_that_has_vanished_comes_the_overview() => Assert.Null(Way.Saved(Staying).After(Way.Saved(Leaving).Page("why")));

    [Fact]
    public void An_address_of_a_page_that_asks_nothing_leads_nowhere()
    {
        Assert.Null(Way.Saved(Staying).Find("why"));
        Assert.Null(Way.Saved(Staying).Find("months"));
        Assert.Null(Way.Saved(Staying).Find("../why"));
        Assert.Equal("why months", Way.Saved(Leaving).Page("why").Questions.Ids());
    }

    [Fact]
    public void Questions_that_no_longer_apply_vanish_with_their_answers_and_come_back_with_them()
    {
        var leaving = Way.Saved([.. Leaving, ("comments", "")]);
        var staying = leaving.With(Enter(leaving, "stays", ("stays", "yes")));
        var back = staying.With(Enter(staying, "stays", ("stays", "no")));

        Assert.Equal("""{"localAuthority":"813","kind":"a","support":6,"plans":2,"stays":"yes"}""", staying.Json());
        Assert.Null(staying.Open);
        Assert.Equal("""{"localAuthority":"813","kind":"a","support":6,"plans":2,"stays":"no","why":"pay","months":3}""", back.Json());
        Assert.Null(back.Open);
    }

    [Fact]
    public void A_change_that_brings_up_new_questions_leads_to_them()
    {
        var staying = Way.Saved([.. Staying, ("comments", "")]);
        var leaving = staying.With(Enter(staying, "stays", ("stays", "no")));

        Assert.Equal(("why", true), (leaving.Open?.Id, leaving.IsIncomplete));
        Assert.Equal("why", leaving.With(Enter(leaving, "why", ("months", "3"))).Open?.Id);
        Assert.Null(leaving.With(Enter(leaving, "why", ("why", "pay"))).Open);
    }

    [Fact]
    public void A_question_may_hang_on_a_number_that_is_worked_out()
    {
        var small = Way.Saved(("support", "9"), ("plans", "1"), ("helpers", "4"));
        var large = small.With(Enter(small, "support", ("support", "9"), ("plans", "2")));

        Assert.Null(small.Answers.Find("helpers"));
        Assert.Equal(4, large.Answers.Number("helpers"));
    }

    [Fact]
    public void Leaving_a_field_empty_takes_its_answer_back()
    {
        var journey = Way.Saved(Staying);
        var emptied = journey.With(Enter(journey, "support", ("support", ""), ("plans", "2")));

        Assert.Equal("""{"localAuthority":"813","kind":"a","plans":2,"stays":"yes"}""", emptied.Json());
        Assert.Equal("comments", emptied.Open?.Id);
    }

    [Fact]
    public void Saving_a_page_leaves_the_others_and_the_journey_it_began_from_as_they_are()
    {
        var journey = Way.Saved(Staying);
        var changed = journey.With(Enter(journey, "support", ("support", "40"), ("plans", "2")));

        Assert.Equal("""{"localAuthority":"813","kind":"a","support":6,"plans":2,"stays":"yes"}""", journey.Json());
        Assert.Equal("""{"localAuthority":"813","kind":"a","support":40,"plans":2,"stays":"yes"}""", changed.Json());
    }

    [Fact]
    public void What_the_invitation_says_is_not_asked_and_counts()
    {
        var journey = new Journey(Way.Questionnaire, Way.State(("kind", "\"a\"")) with { Known = Known("813", "b") });

        Assert.Equal("support stays comments", journey.Pages.Ids());
        Assert.Equal("""{"localAuthority":"813","kind":"b"}""", journey.Json());
        Assert.Equal([true, true, false], journey.Questionnaire.Questions.Take(3).Select(journey.IsKnown));
        Assert.Null(journey.PageOf(journey.Questionnaire.Find("kind")!));
    }

    [Fact]
    public void Of_a_page_of_which_the_invitation_says_a_part_the_rest_is_asked()
    {
        var journey = new Journey(Way.Questionnaire, Way.State() with { Known = Known("813") });

        Assert.Equal("kind", journey.Asked(journey.Page("localAuthority")).Ids());
        Assert.Equal("localAuthority", journey.Open?.Id);
    }

    [Fact]
    public void An_invitation_alone_is_no_beginning() =>
        Assert.False(new Journey(Way.Questionnaire, Way.State() with { Known = Known("813", "b") }).HasBegun);

    [Fact]
    public void What_was_sent_in_stands_until_something_else_is_saved()
    {
        var sent = Way.Answers("""{"localAuthority":"813","kind":"a","support":6,"stays":"no","why":"pay"}""");
        var untouched = new Journey(Way.Questionnaire, Way.State() with { Sent = sent });
        var changed = new Journey(Way.Questionnaire, Way.State(("localAuthority", "\"370\""), ("kind", ""), ("plans", "2")) with { Sent = sent });

        Assert.Equal(AnswersJson.Write(sent), untouched.Json());
        Assert.Equal((null, true), (untouched.Open?.Id, untouched.HasBegun));
        Assert.Equal("""{"localAuthority":"370","support":6,"plans":2,"stays":"no","why":"pay"}""", changed.Json());
    }

    [Fact]
    public void A_question_that_did_not_apply_when_the_answers_were_sent_in_was_never_shown()
    {
        var sent = Way.Answers("""{"localAuthority":"813","stays":"yes"}""");
        var leaving = new Journey(Way.Questionnaire, Way.State(("stays", "\"no\"")) with { Sent = sent });

        Assert.Equal(("why", true), (leaving.Open?.Id, leaving.IsIncomplete));

        // Of which another device has answered one.
        var answered = new Journey(Way.Questionnaire, Way.State(("stays", "\"no\""), ("why", "\"pay\"")) with { Sent = sent });
        Assert.Equal(("why", false), (answered.Open?.Id, answered.IsIncomplete));
    }

    [Fact]
    public void What_was_sent_in_and_no_longer_applies_comes_back_too()
    {
        var sent = Way.Answers("""{"localAuthority":"813","stays":"no","why":"pay"}""");
        var staying = new Journey(Way.Questionnaire, Way.State(("stays", "\"yes\"")) with { Sent = sent });

        Assert.Equal("""{"localAuthority":"813","stays":"yes"}""", staying.Json());
        Assert.Equal(AnswersJson.Write(sent), staying.With(Enter(staying, "stays", ("stays", "no"))).Json());
    }

    [Theory]
    [InlineData("support", "\"many\"")]
    [InlineData("support", "2001")]
    [InlineData("support", "1.5")]
    [InlineData("kind", "\"c\"")]
    [InlineData("kind", "[\"a\"]")]
    [InlineData("localAuthority", "\"000\"")]
    [InlineData("comments", "7")]
    public void A_saved_answer_that_no_longer_fits_its_question_is_left_out(string question, string json) => Assert.Equal("{}", Way.Saved((question, json)).Json());

    [Fact]
    public void Saved_answers_to_questions_that_are_not_asked_any_more_do_no_harm() => Assert.Equal("{}", Way.Saved(("colour", "\"green\"")).Json());

    [Fact]
    public void Every_question_that_applies_has_its_page()
    {
        var journey = Way.Saved(Staying);

        Assert.Equal("support", journey.PageOf(journey.Questionnaire.Find("plans")!)?.Id);
        Assert.Null(journey.PageOf(journey.Questionnaire.Find("months")!));
    }

    private static Dictionary<string, Answer> Known(string authority, string? kind = null)
    {
        var known = new Dictionary<string, Answer> { ["localAuthority"] = new ChoiceAnswer([authority], Several: false) };
        if (kind is not null) known["kind"] = new ChoiceAnswer([kind], Several: false);
        return known;
    }

    private static PageEntry Enter(Journey journey, string page, params (string Field, string Value)[] posted) => Way.Enter(journey.Asked(journey.Page(page)), posted);
}
