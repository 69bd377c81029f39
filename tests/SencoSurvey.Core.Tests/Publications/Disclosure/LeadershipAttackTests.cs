using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Core.Tests.Publications.Comparisons;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>
/// Someone who knows what everybody does: deputy and assistant heads are on the leadership team. So the team less these are those on it without such a post, and all others less those who are not on the team are the same ones:
/// as groups, in each row of two crossed tables, and among those who came since the groups were last seen.
/// </summary>
public sealed class LeadershipAttackTests
{
    private const int Rounds = 40;

    /// <summary>So that they are enough when they are first seen, and few who come later.</summary>
    private const int OftenOnTeam = 15;

    [Fact]
    public void Nobody_or_ten_are_on_the_team_without_a_post() => NothingIsFound(seed =>
    {
        var sencos = Sencos(seed, answers: 40 + (2 * seed)).ToList();
        return FewBetween(Groups(Publish(sencos), sencos), sencos);
    });

    [Fact]
    public void Nor_in_a_row_of_crossed_tables() => NothingIsFound(seed =>
    {
        var sencos = Sencos(seed, answers: 400).ToList();
        var tables = Publish(sencos).Crossings!;
        var (roles, team) = (tables.Single(table => table is { Rows: "phase", Columns: "roles" }), tables.Single(table => table is { Rows: "phase", Columns: "seniorLeadershipTeam" }));
        if (roles.Responses is null || team.Responses is null) return 0;
        return FewInRows(sencos, roles.ColumnIds, team.ColumnIds);
    });

    [Fact]
    public void Nor_among_those_who_came_since_the_groups_were_seen() => NothingIsFound(seed =>
    {
        var (sencos, seen) = (Sencos(seed, answers: 240, OftenOnTeam).ToList(), 200);
        var looks = TwoLooks.At(TallyOf(sencos.Take(seen)), TallyOf(sencos));
        return FewBetween(looks.ShowBoth, [.. sencos.Skip(seen)]);
    });

    [Fact]
    public void There_would_be_fewer_if_each_breakdown_minded_itself_alone() =>
        WouldBeFound(seed => Sencos(seed, answers: 40 + (2 * seed)).ToList() is var sencos ? FewBetween(id => sencos.Count(senco => IsIn(senco, id)) >= 10, sencos) : 0);

    [Fact]
    public void And_fewer_in_rows_if_each_table_did() =>
        WouldBeFound(seed => FewInRows([.. Sencos(seed, answers: 400)], ["leader", "rest"], ["yes", "no"]));

    [Fact]
    public void And_fewer_newcomers_if_what_was_seen_were_not_minded() =>
        WouldBeFound(seed => FewBetween(_ => true, [.. Sencos(seed, answers: 240, OftenOnTeam).Skip(200)]));

    private static void NothingIsFound(Func<int, int> count) => Parallel.For(0, Rounds, seed => Assert.True(count(seed) == 0, $"Round {seed}."));

    private static void WouldBeFound(Func<int, int> count)
    {
        var broken = Enumerable.Range(0, Rounds).AsParallel().Count(seed => count(seed) > 0);
        Assert.True(broken > Rounds / 4, $"In {broken} of {Rounds} rounds only.");
    }

    private static Predicate<string> Groups(Publication publication, List<Senco> sencos) => id =>
        publication.Breakdowns![id.Split('=')[0]].Groups.Single(group => group.Id == id.Split('=')[1]) is { Responses: > 0 } && sencos.Exists(senco => IsIn(senco, id));

    /// <summary>How many unions of roles lie within one of the team's two parts, or the other way round, but for one to nine.</summary>
    /// <param name="isShown">Whether a group is, by its key.</param>
    private static int FewBetween(Predicate<string> isShown, List<Senco> sencos)
    {
        var roles = Parts(["roles=leader", "roles=teacher", "roles=sencoOnly"], isShown, sencos);
        var team = Parts(["seniorLeadershipTeam=yes", "seniorLeadershipTeam=no"], isShown, sencos);
        return Unions.Of(roles).SelectMany(role => Unions.Of(team).SelectMany(part => new[] { (Around: role, Inside: part), (Around: part, Inside: role) }))
            .Count(pair => pair.Inside.Count > 0 && pair.Inside.IsSubsetOf(pair.Around) && pair.Around.Count - pair.Inside.Count is > 0 and < 10);
    }

    /// <summary>The same in each row of kinds of school.</summary>
    private static int FewInRows(List<Senco> sencos, IReadOnlyList<string> roles, IReadOnlyList<string> team) => sencos.GroupBy(senco => senco.Phase)
        .Sum(row => FewBetween(id => id.Split('=') is ["roles", var role] ? roles.Contains(role) : team.Contains(id.Split('=')[1]), [.. row]));

    /// <summary>The groups that are shown, and all others as one.</summary>
    private static List<HashSet<int>> Parts(string[] ids, Predicate<string> isShown, List<Senco> sencos)
    {
        var own = ids.Where(id => isShown(id)).ToList();
        return own.Count == 0 ? [] : [.. own.Select(id => Of(senco => IsIn(senco, id))), Of(senco => !own.Exists(id => IsIn(senco, id)))];

        HashSet<int> Of(Predicate<Senco> isIn) => [.. sencos.Index().Where(senco => isIn(senco.Item)).Select(senco => senco.Index)];
    }

    private static bool IsIn(Senco senco, string id) => id == $"roles={senco.Role}" || id == $"seniorLeadershipTeam={(senco.IsOnTeam ? "yes" : "no")}";

    private static Publication Publish(List<Senco> sencos) => Schools.Publish(null, sencos.Select(Answers));

    private static Tally TallyOf(IEnumerable<Senco> sencos) => Tally.Of(Example.Workload, sencos.Select(Answers));

    private static AnswerSet Answers(Senco senco) => Example.Read(
        $"\"phase\": \"{senco.Phase}\", \"roles\": [\"{(senco.Role switch { "leader" => "deputyHead", "teacher" => "classTeacher", _ => "sencoOnly" })}\"], \"seniorLeadershipTeam\": \"{(senco.IsOnTeam ? "yes" : "no")}\"", Example.Workload);

    /// <param name="others">How often, in a hundred, others are on the team, at the least.</param>
    private static IEnumerable<Senco> Sencos(int seed, int answers, int others = 2)
    {
#pragma warning disable CA5394 // The same rounds every time.
        var random = new Random(seed);
        others += random.Next(10);
        for (var left = answers; left > 0; left--)
        {
            var role = random.Next(10) switch { < 4 => "leader", < 8 => "teacher", _ => "sencoOnly" };
            yield return new(random.Next(10) < 6 ? "primary" : "secondary", role, role == "leader" || random.Next(100) < others);
        }
#pragma warning restore CA5394
    }

    private sealed record Senco(string Phase, string Role, bool IsOnTeam);
}
