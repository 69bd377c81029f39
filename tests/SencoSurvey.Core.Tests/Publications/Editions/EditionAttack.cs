using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Publications.Editions;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Core.Tests.Publications.Disclosure;

namespace SencoSurvey.Core.Tests.Publications.Editions;

/// <summary>What an edition minds of earlier ones.</summary>
public enum Care
{
    All,
    None,
    ButForLagging,
    ButForDetails,
}

/// <summary>A generated round of five authorities in two regions, and what its readers know in the end: of whom which figures were. Somebody reads some editions, or only a receipt.</summary>
internal sealed class EditionAttack
{
    private const int Steps = 5;
    private const int MinimumBase = 10;

    private static readonly LocalAuthority[] Authorities = [.. LocalAuthorities.All.Where(authority => authority.Code is "370" or "371" or "813" or "202" or "208")];

    private static readonly string[] Groups = ["a", "b"];

    private static readonly IReadOnlyList<SyntheticSort> Sorts = SyntheticSort.All(Authorities, Steps);

    private readonly long[] came = new long[Sorts.Count];

    /// <summary>By what a figure is about: of those who answer the one, nothing is learnt about the other.</summary>
    private readonly Dictionary<string, KnownCounts> known = new[] { SyntheticSort.AnsweredByAll, SyntheticSort.AnsweredWithStays, "hours", "months" }.ToDictionary(about => about, _ => new KnownCounts(Sorts.Count));

    public EditionAttack(int seed, Care care)
    {
#pragma warning disable CA5394 // The same rounds every time.
        var random = new Random(seed);
        var now = new Dictionary<LocalAuthority, Tally>();
        var asCounted = new Dictionary<(string, string), Tally>();
        var (edition, released) = (Edition.None, (IReadOnlyDictionary<LocalAuthority, Tally>)new Dictionary<LocalAuthority, Tally>());
        IReadOnlyDictionary<LocalAuthority, Tally>? detailed = null;
        for (var step = 0; step < Steps; step++)
        {
            foreach (var sorts in Sorts.Where(sort => sort.Step == step).GroupBy(sort => sort.Authority)) Come(sorts, random, now);
            var final = step == Steps - 1;
            var present = now.ToDictionary(pair => pair.Key, pair => new Tally(Example.Questionnaire).Merge(pair.Value));
            var counted = present.ToDictionary(pair => pair.Key, pair => new Counted(pair.Value.Responses, TallyJson.Hash(pair.Value)));
            foreach (var (authority, counts) in counted) asCounted[(authority.Code, counts.TallyHash)] = present[authority];

            var next = NextEdition.After(Minded(edition, care), Example.Questionnaire, MinimumBase, SyntheticRound.MinimumCell, released, detailed, present, counted, final);
            released = next.Released;
            InEngland = next.Scopes.Tally.Responses;
            if (final) DetailsAtClose = next.Scopes.All.Sum(scope => next.Plan.ShownIn(scope.Scope).Count(key => key.StartsWith("kind=", StringComparison.Ordinal)));
            edition = edition.FollowedBy(next, next.Scopes.All.Where(IsPublished).ToDictionary(scope => scope.Scope.Id, scope => Published(scope.Scope, edition, next, final)));

            var reading = final ? 2 : random.Next(3);
            if (reading == 0) continue;
            edition = edition with { IsSeen = true, DetailsSeen = reading == 2 };
            if (reading == 2) detailed ??= released;
            foreach (var scope in (care == Care.ButForLagging ? Unlagged(next, asCounted, present) : next.Scopes).All.Where(IsPublished)) Note(scope.Tally, next.Plan.ShownIn(scope.Scope), reading == 2);
        }
#pragma warning restore CA5394
    }

    public long Responses => came.Sum();

    public long InEngland { get; }

    /// <summary>How many figures of groups are shown.</summary>
    public int DetailsAtClose { get; }

    /// <summary>Sets of fewer than the minimum base that can be worked out.</summary>
    public IEnumerable<string> Finds()
    {
        var somebody = Array.ConvertAll(Sorts.ToArray(), IsSomebodyThere);
        foreach (var (name, about, people) in EditionTarget.All(Sorts, Steps))
        {
            var count = 0L;
            foreach (var sort in people) count += came[sort];
            if (count is 0 or >= MinimumBase) continue;
            var row = new bool[Sorts.Count];
            foreach (var sort in people) row[sort] = somebody[sort];
            if (known[about].Gives(row)) yield return $"{count} {name}";
        }
    }

    private static bool IsPublished(ScopeTree scope) => scope.Tally.Responses >= MinimumBase;

    private static Edition Minded(Edition edition, Care care) => care switch
    {
        Care.None => Edition.None with { Blocks = edition.Blocks },
        Care.ButForDetails => edition with { DetailsSeen = false, FirstDetails = null, FinalDetails = null },
        _ => edition,
    };

    private static PublishedScope Published(Scope scope, Edition edition, NextEdition next, bool final)
    {
        var last = edition.Scopes.GetValueOrDefault(scope.Id);
        var hash = next.Hashes[scope.Id];
        return new(scope.Id, "", 1, default, 0, hash, ShownFigures.Pack(Example.Questionnaire, next.Plan.ShownIn(scope)), 0, final, WasSeen: last?.TallyHash == hash && (last.WasSeen || edition.IsSeen));
    }

    private static ScopeTree Unlagged(NextEdition next, Dictionary<(string, string), Tally> asCounted, Dictionary<LocalAuthority, Tally> present)
    {
        var tallies = Block.Of(next.Blocks).Authorities.ToDictionary(pair => Authorities.First(authority => authority.Code == pair.Key), pair => asCounted[(pair.Key, pair.Value.TallyHash)]);
        return EditionTree.Of(Example.Questionnaire, minimumBase: 0, next.Blocks, next.Pools, tallies, tallies, present).Scopes;
    }

    private void Come(IEnumerable<SyntheticSort> sorts, Random random, Dictionary<LocalAuthority, Tally> now)
    {
        var most = random.Next(4) switch { 0 => 0, 1 => 2, 2 => 6, _ => 12 };
        foreach (var sort in sorts)
        {
            came[sort.Index] = random.Next(2) * random.Next(most + 1);
            if (came[sort.Index] == 0) continue;
            if (!now.ContainsKey(sort.Authority)) now.Add(sort.Authority, new Tally(Example.Questionnaire));
            now[sort.Authority].Merge(Tally.Of(Example.Questionnaire, Enumerable.Repeat(sort.Answers(), (int)came[sort.Index])));
        }
    }

    private void Note(Tally tally, IReadOnlySet<string> shown, bool withDetails)
    {
        Know(SyntheticSort.AnsweredByAll, _ => true);
        if (shown.Contains(FigureKeys.Number("hours"))) Know("hours", _ => true);
        if (shown.Contains(FigureKeys.Choice("stays"))) Know(SyntheticSort.AnsweredWithStays, _ => true);
        if (!withDetails) return;
        if (shown.Contains(FigureKeys.Number("months"))) Know("months", _ => true);
        if (shown.Contains(FigureKeys.Association(0)))
        {
            // Of whom it is cannot be read off it: of all who are in both of its questions' figures. Where it was made at yet another time, it tells nothing new.
            var isOfThese = tally.Associations[0].Table.Sum(row => row.Sum()) == Sorts.Where(IsInTable).Sum(sort => came[sort.Index]);
            foreach (var few in isOfThese ? [true, false] : Array.Empty<bool>()) Know(SyntheticSort.AnsweredWithStays, sort => sort.SaysFewHours == few && IsInTable(sort));
        }

        var groups = Groups.Where(group => shown.Contains(FigureKeys.Group("kind", group))).ToList();
        foreach (var (about, figure) in new[] { (SyntheticSort.AnsweredByAll, ""), ("hours", FigureKeys.Number("hours")), (SyntheticSort.AnsweredWithStays, FigureKeys.Choice("stays")), ("months", FigureKeys.Number("months")) })
        {
            var open = groups.Where(group => figure.Length == 0 || shown.Contains(FigureKeys.InGroup("kind", group, figure))).ToList();
            foreach (var group in open) known[about].Add([.. Sorts.Select(sort => sort.Number(about) is not null && sort.Kind == group && IsGrouped(sort))]);
        }

        // How many of a group are in none of the counts of a figure is told by its size: nobody.
        Assert.All(tally.Groups["kind"].Values, group => Assert.All(group.Numbers.Values, number => Assert.Equal(group.Responses, number.Values.Total + number.Missing + number.NotAsked)));

        bool IsInTable(SyntheticSort sort) =>
            Came(sort).Any(one => IsIn(tally, SyntheticSort.AnsweredByAll, one))
            && Came(sort).All(one => came[one.Index] == 0 || ((one.Stays is null || IsIn(tally, SyntheticSort.AnsweredWithStays, one)) && (!one.GivesHours || IsIn(tally, "hours", one))));

        // An authority of which something waits is in no group.
        bool IsGrouped(SyntheticSort sort) => Came(sort).Any(one => IsIn(tally.Grouped, SyntheticSort.AnsweredByAll, one));

        void Know(string about, Predicate<SyntheticSort> isOf) => known[about].Add([.. Sorts.Select(sort => sort.Number(about) is not null && isOf(sort) && Came(sort).Any(one => IsIn(tally, about, one)))]);
    }

    /// <summary>Who came to the same authority at the same time.</summary>
    private static IEnumerable<SyntheticSort> Came(SyntheticSort sort) => Sorts.Skip(sort.Index / SyntheticSort.AtOnce * SyntheticSort.AtOnce).Take(SyntheticSort.AtOnce);

    /// <summary>All who are of a sort are in a figure, or none.</summary>
    private bool IsIn(Tally tally, string about, SyntheticSort sort)
    {
        var count = sort.Number(about) is { } number ? tally.Numbers[about].Values[number] : 0;
        Assert.True(count == 0 || count == came[sort.Index]);
        return count > 0;
    }

    /// <summary>That nobody at all came is known; of which sort nobody is, is not.</summary>
    private bool IsSomebodyThere(SyntheticSort sort) => Came(sort).Any(one => came[one.Index] > 0);
}
