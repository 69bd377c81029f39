using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>One place, of which somebody saw all details while the round was open, and sees the final figures.</summary>
/// <param name="Then">The keys of what was shown first.</param>
/// <param name="Now">The keys of what is shown at the close.</param>
internal sealed record TwoLooks(IReadOnlySet<string> Then, IReadOnlySet<string> Now)
{
    public static TwoLooks At(Tally then, Tally now)
    {
        var place = Scope.Parse("la/813");
        var shown = DisclosurePlan.Of(Example.Workload, 10, 3, new ScopeTree(place, then, [])).ShownIn(place);
        var seen = new SeenDetails(new Dictionary<string, IReadOnlySet<string>> { [place.Id] = shown }, new ScopeTree(place, then, []));
        return new(shown, DisclosurePlan.Of(Example.Workload, 10, 3, new ScopeTree(place, now, []), Earlier.None with { Details = seen }, final: true).ShownIn(place));
    }

    public bool ShowBoth(string key) => Then.Contains(key) && Now.Contains(key);
}
