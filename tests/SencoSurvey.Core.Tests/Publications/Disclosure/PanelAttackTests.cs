using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>
/// Someone with all publications of two rounds, who works the four counts out of each shown change among the same schools, and adds and subtracts whatever there is. 150 generated pairs of rounds.
/// </summary>
public sealed class PanelAttackTests
{
    private const int Rounds = 150;

    /// <summary>Enough for what holds of many rounds, not of every one.</summary>
    private const int Some = 50;

    private static readonly string[][] SomeAuthorities = [.. Enumerable.Range(1, (1 << SyntheticPanel.Authorities.Length) - 1).Select(set => SyntheticPanel.Authorities.Where((_, index) => (set >> index) % 2 == 1).ToArray())];

    private static readonly PanelSort[] Sorts = [.. SyntheticPanel.All.Where(sort => sort.Authority == SyntheticPanel.Authorities[0])];

    [Fact]
    public void Nothing_about_a_few_schools_can_be_found_between_rounds_and_scopes() => Parallel.For(0, Rounds, seed =>
    {
        var panel = new SyntheticPanel(seed);
        var found = Finds(panel, panel.Publish()).ToList();
        Assert.True(found.Count == 0, $"Rounds {seed} ({panel}):\n{string.Join('\n', found)}");
    });

    [Fact]
    public void Without_disclosure_control_the_same_attack_succeeds() => AssertSucceeds(panel => panel.Publish(controlled: false));

    [Fact]
    public void Nor_is_it_enough_to_forget_what_the_round_before_published() => AssertSucceeds(panel => panel.Publish(believed: publication => publication with
    {
        Base = publication.Base with { Responses = publication.Base.Responses + 2_000 },
        Indicators = publication.Indicators.ToDictionary(pair => pair.Key, pair => pair.Value with { Count = pair.Value.Count + 1_000, Base = pair.Value.Base + 2_000 }),
    }));

    [Fact]
    public void Much_is_shown_all_the_same()
    {
        var scopes = Enumerable.Range(0, Some).SelectMany(seed => new SyntheticPanel(seed).Publish()).Where(scope => scope is { Then.Indicators: var then, Now.Indicators: var now } && then["leaving"].Status is null && now["leaving"].Status is null).ToList();
        Assert.InRange(scopes.Count(scope => scope.IsPairedShown) / (double)scopes.Count, 0.2, 1);
    }

    [Theory]
    [InlineData(15, 5, 6, 15, 12, 11, true)]
    [InlineData(15, 0, 6, 15, 12, 11, false)] // Whoever had it then has it now.
    [InlineData(15, 5, 2, 15, 12, 11, false)]
    [InlineData(2, 2, 2, 2, 12, 11, false)]
    [InlineData(15, 5, 6, 15, 0, 11, true)] // Nobody is left over to be found out.
    [InlineData(15, 5, 6, 15, 7, 11, false)]
    [InlineData(15, 5, 6, 15, 12, 7, false)]
    public void A_change_is_shown_where_its_four_counts_and_those_in_no_pair_are_enough(int both, int onlyThen, int onlyNow, int neither, int thenAlone, int nowAlone, bool isShown)
    {
        var panel = new SyntheticPanel(sort => (sort.Then, sort.Now) switch
        {
            (true, true) => both,
            (true, false) => onlyThen,
            (false, true) => onlyNow,
            (false, false) => neither,
            (true, null) => (thenAlone + 1) / 2,
            (false, null) => thenAlone / 2,
            (null, true) => (nowAlone + 1) / 2,
            _ => nowAlone / 2,
        });
        Assert.Equal(isShown, panel.Publish().Single(scope => scope.Authorities.Length == 1).IsPairedShown);
    }

    [Fact]
    public void Nor_is_one_where_the_round_before_did_not_publish_all_answers_that_are_in_pairs()
    {
        var panel = new SyntheticPanel(_ => 15);
        Assert.True(IsShown(publication => publication));
        Assert.False(IsShown(publication => publication with { Base = publication.Base with { Received = publication.Base.Responses + 6 } }));
        Assert.False(IsShown(publication => publication with { Base = publication.Base with { Responses = publication.Base.Responses + 1 } }));
        Assert.False(IsShown(publication => publication with { Final = false }));

        bool IsShown(Func<Publication, Publication> believed) => panel.Publish(believed: believed).Single(scope => scope.Authorities.Length == 1).IsPairedShown;
    }

    private static void AssertSucceeds(Func<SyntheticPanel, IReadOnlyList<PanelScope>> publish)
    {
        var broken = Enumerable.Range(0, Some).AsParallel().Count(seed => Finds(new SyntheticPanel(seed), publish(new SyntheticPanel(seed))).Any());
        Assert.True(broken > Some / 10, $"It succeeds in {broken} of {Some} only.");
    }

    /// <summary>Any sorts of schools of any authorities that are one or two; and shares of fewer than the minimum base, of pairs or of those that answered only one of the rounds.</summary>
    private static IEnumerable<string> Finds(SyntheticPanel panel, IReadOnlyList<PanelScope> scopes)
    {
        var known = new KnownCounts(SyntheticPanel.All.Length);
        foreach (var scope in scopes)
        {
            Note(scope.Then, sort => sort.Then);
            Note(scope.Now, sort => sort.Now);
            if (!scope.IsPairedShown) continue;
            foreach (var then in new[] { true, false })
            {
                foreach (var now in new[] { true, false }) known.Add(SyntheticPanel.Row(sort => scope.Authorities.Contains(sort.Authority) && sort.Then == then && sort.Now == now));
            }

            void Note(Publication? published, Func<PanelSort, bool?> answer)
            {
                if (published is null) return;
                known.Add(SyntheticPanel.Row(sort => scope.Authorities.Contains(sort.Authority) && answer(sort) is not null));
                if (published.Indicators["leaving"].Status is null) known.Add(SyntheticPanel.Row(sort => scope.Authorities.Contains(sort.Authority) && answer(sort) == true));
            }
        }

        foreach (var authorities in SomeAuthorities)
        {
            for (var set = 1; set < 1 << Sorts.Length; set++)
            {
                var people = SyntheticPanel.Row(sort => authorities.Contains(sort.Authority) && (set >> Array.FindIndex(Sorts, one => one.Then == sort.Then && one.Now == sort.Now)) % 2 == 1);
                if (panel.Count(people) is > 0 and < SyntheticPanel.MinimumCell && known.Gives(people)) yield return $"{set:b8} of {string.Join('+', authorities)}: {panel.Count(people)}";
            }

            foreach (var (name, all, meets) in Shares)
            {
                var people = SyntheticPanel.Row(sort => authorities.Contains(sort.Authority) && all(sort));
                var met = SyntheticPanel.Row(sort => authorities.Contains(sort.Authority) && all(sort) && meets(sort));
                if (panel.Count(people) is > 0 and < SyntheticPanel.MinimumBase && known.Gives(people) && known.Gives(met)) yield return $"{name} of {string.Join('+', authorities)}: {panel.Count(met)} of {panel.Count(people)}";
            }
        }
    }

    private static IEnumerable<(string Name, Func<PanelSort, bool> All, Func<PanelSort, bool> Meets)> Shares =>
    [
        ("both, then", sort => sort is { Then: not null, Now: not null }, sort => sort.Then == true),
        ("both, now", sort => sort is { Then: not null, Now: not null }, sort => sort.Now == true),
        ("now alone", sort => sort is { Then: null }, sort => sort.Now == true),
        ("then alone", sort => sort is { Now: null }, sort => sort.Then == true),
        ("now", sort => sort.Now is not null, sort => sort.Now == true),
        ("then", sort => sort.Then is not null, sort => sort.Then == true),
    ];
}
