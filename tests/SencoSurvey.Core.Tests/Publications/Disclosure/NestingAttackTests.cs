using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>
/// Someone with a register of schools, who knows which sizes there are of which kinds, and subtracts groups by size from groups by kind that these lie within, or the other way round: all unions of shown groups.
/// </summary>
public sealed class NestingAttackTests
{
    private const int Rounds = 200;

    private static readonly string[] Kinds = ["primary", "secondary", "special"];

    private static readonly (string Id, int Pupils)[] Sizes = [("upTo100", 60), ("upTo200", 150), ("upTo400", 300), ("upTo1000", 800), ("over1000", 1300)];

    [Fact]
    public void Nobody_or_ten_are_between_a_kind_and_the_sizes_within_it() => Parallel.For(0, Rounds, seed =>
    {
        var found = Finds(seed, (breakdown, group) => breakdown.All.Single(one => one.Id == group).Numbers["hoursAllocated"].Status is null).ToList();
        Assert.True(found.Count == 0, $"Round {seed}: {string.Join("; ", found)}");
    });

    [Fact]
    public void Nobody_or_ten_are_in_a_kind_or_in_sizes_that_nearly_coincide_with_it() => Parallel.For(0, Rounds / 2, seed =>
    {
        var found = NearlyAlike(seed, (breakdown, group) => breakdown.All.Single(one => one.Id == group).Responses is not null);
        Assert.True(found.Count == 0, $"Round {seed}: {string.Join("; ", found)}");
    });

    [Fact]
    public void There_would_be_fewer_of_these_too()
    {
        var broken = Enumerable.Range(0, Rounds / 2).AsParallel().Count(seed => NearlyAlike(seed, (_, _) => true).Count > 0);
        Assert.True(broken > Rounds / 20, $"In {broken} of {Rounds / 2} rounds only.");
    }

    [Fact]
    public void There_would_be_fewer_if_each_breakdown_minded_itself_alone()
    {
        var broken = Enumerable.Range(0, Rounds).AsParallel().Count(seed => Finds(seed, (_, _) => true).Any());
        Assert.True(broken > Rounds / 10, $"In {broken} of {Rounds} rounds only.");
    }

    /// <summary>Nobody came, but some filled in their hours: eleven of those with over 1,000 pupils, and one secondary school of fewer.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(11, true)]
    public void Nor_are_the_answers_of_few_told_that_changed_between_two_looks(int changed, bool shown)
    {
        var looks = TwoLooks.At(TallyOf(before: true), TallyOf(before: false));
        var (kind, size) = (FigureKeys.InGroup("phase", "secondary", "indicator:belowMinimumTime"), FigureKeys.InGroup("schoolPupils", "over1000", "indicator:belowMinimumTime"));
        Assert.True(looks.Then.Contains(kind) && looks.Then.Contains(size));
        Assert.Equal(shown, looks.Now.Contains(kind) && looks.Now.Contains(size));

        Tally TallyOf(bool before) => Tally.Of(Example.Workload, new (string Kind, int Pupils, int Give, int Later)[] { ("primary", 300, 40, 0), ("primary", 700, 11, 11), ("secondary", 1200, 20, 11), ("secondary", 800, 11, changed) }
            .SelectMany(group => Enumerable.Range(0, group.Give + group.Later).Select(number => Example.Read(
                $"\"phase\": \"{group.Kind}\", \"schoolPupils\": {group.Pupils}{(before && number >= group.Give ? "" : $", \"hoursAllocated\": {(number % 2 == 0 ? 5 : 15)}")}", Example.Workload))));
    }

    /// <summary>One large primary school and one small secondary school, say: the secondary schools less those of more than 1,000 pupils differ by what these two answered.</summary>
    private static List<string> NearlyAlike(int seed, Func<Breakdown, string, bool> isUsed)
    {
        var schools = Schools(seed).Select(school => school with { GivesHours = true }).ToList();
        return [.. Pairs(schools, isUsed, (one, other) => !one.IsSubsetOf(other) && !other.IsSubsetOf(one) && one.Except(other).Count() + other.Except(one).Count() < 10)];
    }

    /// <param name="isUsed">Whether a group's hours are used, of those of ten or more.</param>
    private static IEnumerable<string> Finds(int seed, Func<Breakdown, string, bool> isUsed)
    {
        var schools = Schools(seed).ToList();
        return Pairs(schools, isUsed, (one, other) => IsFewMore(one, other) || IsFewMore(other, one));

        bool IsFewMore(HashSet<int> around, HashSet<int> inside) => inside.IsSubsetOf(around) && around.Except(inside).Count(school => schools[school].GivesHours) is > 0 and < 10;
    }

    /// <param name="isFound">Of a union of kinds and one of sizes.</param>
    private static IEnumerable<string> Pairs(List<School> schools, Func<Breakdown, string, bool> isUsed, Func<HashSet<int>, HashSet<int>, bool> isFound)
    {
        var responses = schools.Select(school => Example.Read(
            $"\"phase\": \"{school.Kind}\", \"schoolPupils\": {Sizes.Single(size => size.Id == school.Size).Pupils}{(school.GivesHours ? ", \"hoursAllocated\": 5" : "")}", Example.Workload));
        var breakdowns = Comparisons.Schools.Publish(null, responses).Breakdowns!;
        var kinds = Parts(breakdowns["phase"], Kinds, school => school.Kind);
        var sizes = Parts(breakdowns["schoolPupils"], [.. Sizes.Select(size => size.Id)], school => school.Size);
        return from kind in Unions.Of(kinds) from size in Unions.Of(sizes) where isFound(kind, size) select $"{kind.Count} and {size.Count}";

        List<HashSet<int>> Parts(Breakdown breakdown, string[] ids, Func<School, string> of)
        {
            var own = ids.Where(id => schools.Count(school => of(school) == id && school.GivesHours) >= 10 && isUsed(breakdown, id)).ToList();
            return [.. own.Select(id => Of(school => of(school) == id)), Of(school => !own.Contains(of(school)))];
        }

        HashSet<int> Of(Predicate<School> isIn) => [.. schools.Index().Where(school => isIn(school.Item)).Select(school => school.Index)];
    }

    /// <summary>Primary schools are small, and secondary schools large, but for a few.</summary>
    private static IEnumerable<School> Schools(int seed)
    {
#pragma warning disable CA5394 // The same rounds every time.
        var random = new Random(seed);
        foreach (var kind in Kinds)
        {
            foreach (var (size, pupils) in Sizes)
            {
                var most = (kind, pupils) switch { ("primary", <= 300) => 30, ("secondary", >= 800) => 30, ("special", <= 150) => 14, _ => random.Next(5) == 0 ? 6 : 0 };
                var skips = random.Next(3) == 0 ? 3 : 1;
                for (var left = random.Next(most + 1); left > 0; left--) yield return new(kind, size, random.Next(10) >= skips);
            }
        }
#pragma warning restore CA5394
    }

    private sealed record School(string Kind, string Size, bool GivesHours);
}
