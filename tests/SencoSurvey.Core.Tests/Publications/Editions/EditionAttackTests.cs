using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Publications.Editions;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Core.Tests.Publications.Disclosure;

namespace SencoSurvey.Core.Tests.Publications.Editions;

/// <summary>
/// Someone who keeps every edition of a round that was seen, its final one, and those after it was reopened, and subtracts one from another: nobody's answers come out, nor those
/// of fewer than ten. Who is in a scope's figures is read off the tallies, where every answer says its authority and when it came.
/// </summary>
public sealed class EditionAttackTests
{
    private const int Rounds = 500;
    private const int Some = 100;
    private const int Steps = 8;
    private const int MinimumBase = 10;

    private static readonly LocalAuthority[] Authorities = [.. LocalAuthorities.All.Where(authority => authority.Code is "370" or "371" or "813" or "202" or "208")];

    [Fact]
    public void Fewer_than_the_minimum_base_are_never_found_between_editions() => Parallel.For(0, Rounds, seed =>
    {
        var found = Attack(seed, careful: true).Found;
        Assert.True(found.Count == 0, $"Round {seed}: {string.Join(", ", found)}");
    });

    [Fact]
    public void If_editions_did_not_mind_what_was_seen_they_would_be()
    {
        var broken = Enumerable.Range(0, Some).AsParallel().Count(seed => Attack(seed, careful: false).Found.Count > 0);
        Assert.True(broken > Some / 2, $"They are in {broken} of {Some} rounds only.");
    }

    [Fact]
    public void In_the_end_nearly_everyone_is_in_England_s_figures()
    {
        var (all, shown) = Enumerable.Range(0, Some).AsParallel().Select(seed => Attack(seed, careful: true)).Aggregate((All: 0L, Shown: 0L), (sum, round) => (sum.All + round.All, sum.Shown + round.InEngland));
        Assert.InRange((double)shown / all, 0.9, 1);
    }

    private static (List<string> Found, long All, long InEngland) Attack(int seed, bool careful)
    {
#pragma warning disable CA5394 // The same rounds every time.
        var random = new Random(seed);
        var came = new long[Authorities.Length, Steps];
        var now = Authorities.ToDictionary(authority => authority, _ => new Tally(Example.Questionnaire));
        var releasedAs = new Dictionary<(string, Counted), Tally>();
        var (blocks, pools, seen) = (new List<Block>(), (IReadOnlyDictionary<string, Block>)new Dictionary<string, Block>(), new List<Block>());
        var known = new KnownCounts(Authorities.Length * Steps);
        var (inEngland, pooled) = (0L, false);
        for (var step = 0; step < Steps; step++)
        {
            for (var at = 0; at < Authorities.Length; at++)
            {
                came[at, step] = random.Next(4) switch { 0 => 0, 1 => random.Next(1, 4), 2 => random.Next(1, 10), _ => random.Next(1, 25) };
                now[Authorities[at]].Merge(Tally.Of(Example.Questionnaire, Enumerable.Repeat(Answers(at, step), (int)came[at, step])));
            }

            // It closes after the fifth step, is opened again, and closes at the last one.
            var final = step is 4 or Steps - 1;
            var present = now.Where(pair => pair.Value.Responses > 0).ToDictionary();
            var counted = present.ToDictionary(pair => pair.Key, pair => new Counted(pair.Value.Responses, TallyJson.Hash(pair.Value)));
            var minded = careful ? seen : [];
            blocks = [.. BlockPlan.Next(blocks, minded, counted, MinimumBase, final)];
            pools = final && !(careful && pooled) ? PoolPlan.Of(blocks, minded, counted, MinimumBase) : new Dictionary<string, Block>();
            foreach (var (authority, counts) in counted) releasedAs[(authority.Code, counts)] = Tally.Of(Example.Questionnaire, []).Merge(present[authority]);
            var released = Block.Of(blocks).Authorities.ToDictionary(pair => Authorities.First(authority => authority.Code == pair.Key), pair => releasedAs[(pair.Key, pair.Value)]);
            var tree = EditionTree.Of(Example.Questionnaire, blocks, pools, released, present);
            inEngland = tree.Tally.Responses;
            if (!final && random.Next(3) == 0) continue;
            pooled |= pools.Count > 0;
            seen.AddRange(blocks.Concat(pools.Values).Where(block => !seen.Any(block.IsSameAs)));
            foreach (var scope in tree.All.Where(scope => scope.Tally.Responses >= MinimumBase)) known.Add(People(scope));
        }
#pragma warning restore CA5394

        var found = from set in Enumerable.Range(1, (1 << Authorities.Length) - 1)
                    from first in Enumerable.Range(0, Steps)
                    from last in Enumerable.Range(first, Steps - first)
                    let people = Row((at, step) => (set >> at) % 2 == 1 && step >= first && step <= last)
                    let count = people.Index().Sum(cell => cell.Item ? came[cell.Index / Steps, cell.Index % Steps] : 0)
                    where count is > 0 and < MinimumBase && known.Gives(people)
                    select $"{count} of {set:b5} from {first} to {last}";
        return ([.. found], came.Cast<long>().Sum(), inEngland);

        bool[] Row(Func<int, int, bool> includes) => [.. Enumerable.Range(0, Authorities.Length * Steps).Select(cell => came[cell / Steps, cell % Steps] > 0 && includes(cell / Steps, cell % Steps))];

        bool[] People(ScopeTree scope) => Row((at, step) =>
        {
            var count = scope.Tally.Numbers["hours"].Values[Hours(at, step)];
            Assert.True(count == 0 || count == came[at, step]);
            return count > 0;
        });
    }

    private static Rational Hours(int authority, int step) => Rational.From(authority * Steps + step);

    private static AnswerSet Answers(int authority, int step) => new(Example.Questionnaire, new Dictionary<string, Answer>
    {
        ["localAuthority"] = new ChoiceAnswer([Authorities[authority].Code], Several: false),
        ["hours"] = new NumberAnswer(Hours(authority, step)),
    });
}
