using FsCheck.Xunit;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>
/// Someone with the publication alone, a pencil and the questionnaire adds and subtracts whatever is shown, of the whole and of the groups,
/// to find out about any set of groups. They must find no figure that rests on 1 to 9 people, and no count of 1 or 2 people, nor of all but 1 or 2.
/// </summary>
public sealed class SubtractionAttackTests
{
    private const int MinimumBase = 10;
    private const int MinimumCell = 3;

    [Property(MaxTest = 200, Arbitrary = [typeof(Crowd)])]
    public void Nothing_about_a_few_people_can_be_found_by_subtraction(Crowd crowd)
    {
        var attack = new Attack(Example.Publish(Example.RoundWith(MinimumBase, MinimumCell), crowd.Responses), crowd);

        // That nobody, or everybody, of enough people answered so may be shown, and is then known of every few among them.
        var unanimous = Measure.OfGroups
            .Where(measure => crowd.Count(measure.Base) >= MinimumBase && (crowd.Count(measure.Meets) == 0 || crowd.Count(measure.Rest) == 0) && attack.FindsShare(measure))
            .ToLookup(measure => measure.Question);

        foreach (var measure in Measure.OfGroups.Where(measure => !measure.IsWithin(unanimous[measure.Question])))
        {
            NotFound($"a count of {measure.Question}", measure.Place, measure.Meets);
            NotFound($"all but a few of {measure.Question}", measure.Place, measure.Rest);
            Assert.False(
                crowd.Count(measure.Base) is > 0 and < MinimumBase && attack.FindsShare(measure),
                $"Found a share of {measure.Question} in {measure.Place}: of {crowd.Count(measure.Base)}.");
        }

        // How large groups are is shown as the counts of a choice are.
        foreach (var (place, people) in Measure.GroupSizes) NotFound("the size", place, people);

        foreach (var (place, people) in Measure.GaveHours)
            Assert.False(crowd.Count(people) is > 0 and < MinimumBase && attack.FindsHours(people), $"Found the mean hours in {place}: of {crowd.Count(people)}.");

        void NotFound(string what, string place, bool[] people) =>
            Assert.False(crowd.Count(people) is > 0 and < MinimumCell && attack.Finds(people), $"Found {what} in {place}: {crowd.Count(people)}.");
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(Crowd)])]
    public void Subtracting_the_shown_groups_from_the_whole_never_leaves_a_few_responses(Crowd crowd)
    {
        var published = Example.Publish(Example.RoundWith(MinimumBase, MinimumCell), crowd.Responses);
        var left = published.Base.Responses - published.Breakdowns!["kind"].Groups.Sum(group => group.Responses ?? 0);

        Assert.False(left is > 0 and < MinimumBase, $"Leaves {left}.");
        Assert.DoesNotContain(published.Breakdowns["kind"].Groups, group => group.Responses is > 0 and < MinimumBase);
    }

    [Fact]
    public void The_attack_finds_what_is_there_to_be_found()
    {
        // From figures before disclosure control it finds single people, so its silence above means something.
        var crowd = new Crowd(person =>
            person == new Person("a", "yes", null, 5) ? 20 :
            person == new Person("b", "no", "pay", 12) ? 1 : 0);
        var tally = Tally.Of(Example.Questionnaire, crowd.Responses);
        var attack = new Attack(PublicationBuilder.Live(Example.RoundWith(), Example.Questionnaire, Scope.England, tally, DateTimeOffset.UnixEpoch), crowd);

        Assert.True(attack.Finds(Measure.Row(person => person.Stays == "no")));
        Assert.True(attack.Finds(Measure.Row(person => person is { Kind: "b", Why: "pay" })));
        Assert.True(attack.Finds(Measure.Row(person => person.Kind is null)));
        Assert.True(attack.FindsHours(Measure.Row(person => person is { Kind: "b", Hours: not null })));
    }
}
