using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Tests.Publications.Comparisons;

public sealed class RepresentingTests
{
    [Fact]
    public void Each_group_has_its_share_of_the_schools_and_of_the_answers()
    {
        var found = Schools.Publish(Schools.Counts(("primary", 60), ("secondary", 12), ("special", 8)), Schools.Of("primary", 5, 15), Schools.Of("secondary", 15, 5), Schools.Of("special", 4, 6)).Representation!;
        Assert.Equal(80, found.Schools);
        Assert.Contains(new RepresentedGroup("phase", "primary", "Primary, infant, junior or first", 60, 75, 20, 40), found.Groups);
        Assert.Contains(new RepresentedGroup("phase", "special", "Special", 8, 10, 10, 20), found.Groups);
        Assert.True(found.Doubtful);
        Assert.StartsWith("Those who answered are not like all schools: 40% of the answers are from the group “Primary, infant, junior or first”, to which 75% of the schools belong.", found.Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_of_fewer_than_ten_has_as_many_answers_as_the_question_shows()
    {
        var publication = Schools.Publish(
            Schools.Counts(("primary", "upTo100", 60), ("secondary", "over1000", 20)), Schools.WhichSay("\"phase\": \"primary\", \"schoolPupils\": 50", 5, 15), Schools.WhichSay("\"phase\": \"secondary\", \"schoolPupils\": 1200", 2, 3));
        Assert.All(new[] { ("phase", "secondary"), ("schoolPupils", "over1000") }, group => Assert.Null(publication.Breakdowns![group.Item1].Groups.Single(one => one.Id == group.Item2).Responses));
        var found = publication.Representation!;
        Assert.Contains(new RepresentedGroup("phase", "secondary", "Secondary or upper", 20, 25, 5, 20), found.Groups);
        Assert.Contains(new RepresentedGroup("schoolPupils", "over1000", "More than 1,000 pupils", 20, 25, 5, 20), found.Groups);
        Assert.StartsWith("As far as the shown groups tell, the schools that answered are much like all", found.Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_question_is_hidden_too_a_group_has_schools_but_no_number_of_answers()
    {
        var found = Schools.Publish(Schools.Counts(("primary", 60), ("secondary", 12), ("special", 8)), Schools.Of("primary", 5, 15), Schools.Of("secondary", 5, 4), Schools.Of("special", 2, 1), Schools.Of("nursery", 1, 1)).Representation!;
        Assert.Contains(new RepresentedGroup("phase", "secondary", "Secondary or upper", 12, 15, null, null), found.Groups);
    }

    [Fact]
    public void That_answers_are_spread_as_schools_are_says_nothing_of_who_chose_to_answer()
    {
        var found = Schools.Publish(Schools.Counts(("primary", 60), ("secondary", 30)), Schools.Of("primary", 5, 15), Schools.Of("secondary", 5, 5)).Representation!;
        Assert.False(found.Doubtful);
        Assert.StartsWith("As far as the shown groups tell, the schools that answered are much like all that could", found.Reading, StringComparison.Ordinal);
        Assert.Contains("SENCOs chose for themselves whether to answer", found.Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_did_not_say_the_kind_and_schools_of_unknown_size_belong_to_no_group()
    {
        var schools = Schools.Counts(("primary", "upTo100", 40), ("primary", "unknown", 20), ("secondary", "upTo200", 20), ("secondary", "unknown", 10));
        var found = Schools.Publish(
            schools,
            Schools.WhichSay("\"phase\": \"primary\", \"schoolPupils\": 50", 5, 15),
            Schools.WhichSay("\"phase\": \"secondary\", \"schoolPupils\": 150", 5, 5),
            Schools.WhichSay("", 10, 10)).Representation!;
        Assert.Equal(90, found.Schools);
        Assert.False(found.Doubtful);
        Assert.Equal([(60L, 100 * 60.0 / 90, 100 * 20.0 / 30), (40L, 100 * 40.0 / 60, 100 * 20.0 / 30)], found.Groups.Where(group => group.Id is "primary" or "upTo100").Select(group => (group.Schools, group.SchoolPercent, group.ResponsePercent!.Value)));
    }

    [Fact]
    public void Where_schools_are_not_known_nothing_is_said() => Assert.Null(Schools.Publish(null, Schools.Of("primary", 5, 15)).Representation);

    [Fact]
    public void Where_no_group_is_shown_it_is_said_how_many_schools_there_are_and_that_it_cannot_be_judged()
    {
        Publication[] unknown = [Schools.Publish(Schools.Counts(("primary", 60)), Schools.WhichSay("", 5, 15)), Schools.Publish(Schools.Counts(("unknown", "unknown", 60)), Schools.Of("primary", 5, 15))];
        Assert.All(unknown, publication => Assert.Equal((60, 0, false), (publication.Representation!.Schools, publication.Representation.Groups.Count, publication.Representation.Doubtful)));
        Assert.All(unknown, publication => Assert.StartsWith("How like all schools those are which answered cannot be judged", publication.Representation!.Reading, StringComparison.Ordinal));
    }
}
