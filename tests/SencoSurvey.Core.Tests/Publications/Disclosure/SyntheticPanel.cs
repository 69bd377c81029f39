using System.Globalization;
using System.Text.Json;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Core.YearOnYear;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>What a school of an authority answered in the round before, and in this one: whether its SENCO leaves. Null: it did not answer.</summary>
internal sealed record PanelSort(string Authority, bool? Then, bool? Now);

/// <summary>What is known of a scope: what each of two rounds published, and the change among the same schools, where it is shown.</summary>
internal sealed record PanelScope(string[] Authorities, Publication? Then, Publication? Now, bool IsPairedShown);

/// <summary>Two generated rounds of the same schools, in two regions: how many of each sort there are in each authority, often near the limits.</summary>
internal sealed class SyntheticPanel
{
    public const int MinimumBase = 10;
    public const int MinimumCell = 3;

    public static readonly string[] Authorities = ["370", "371", "813", "202", "208"];

    public static readonly PanelSort[] All =
    [
        .. from authority in Authorities
           from then in new bool?[] { null, true, false }
           from now in new bool?[] { null, true, false }
           where then is not null || now is not null
           select new PanelSort(authority, then, now),
    ];

    private readonly int[] counts;

    /// <summary>So many of each sort, all in North Lincolnshire.</summary>
    public SyntheticPanel(Func<PanelSort, int> count) => counts = Array.ConvertAll(All, sort => sort.Authority == "813" ? count(sort) : 0);

    public SyntheticPanel(int seed)
    {
#pragma warning disable CA5394 // The same rounds every time.
        var random = new Random(seed);
        var size = random.Next(1, 4);
        counts = [.. All.Select(_ => random.Next(10) switch { 0 => 0, 1 => 1, 2 => 2, < 6 => random.Next(3, 10), _ => random.Next(5, 12 * size) })];
#pragma warning restore CA5394
    }

    public long Count(bool[] people) => people.Zip(counts, (included, count) => included ? count : 0L).Sum();

    public static bool[] Row(Func<PanelSort, bool> people) => Array.ConvertAll(All, sort => people(sort));

    /// <param name="believed">What disclosure control is told that the round before published; as it is published when null.</param>
    /// <param name="controlled">Whether disclosure control is asked at all.</param>
    public IReadOnlyList<PanelScope> Publish(bool controlled = true, Func<Publication, Publication>? believed = null)
    {
        var then = Publish(sort => sort.Then, withPanel: false, null);
        var before = then.ToDictionary(one => one.Key.Id, one => believed?.Invoke(one.Value.Publication) ?? one.Value.Publication);
        var now = Publish(sort => sort.Now, withPanel: true, before);
        return
        [
            .. from scope in then.Keys.Union(now.Keys)
               let shown = now.TryGetValue(scope, out var found) ? PairedChange.Of(found.Tally, controlled ? found.Shown : new HashSet<string> { "paired:leaving" }) : null
               select new PanelScope([.. Authorities.Where(code => scope.Includes(Authority(code)))], then.GetValueOrDefault(scope).Publication, now.GetValueOrDefault(scope).Publication, shown?.ContainsKey("leaving") ?? false),
        ];
    }

    public override string ToString() => string.Join(", ", All.Zip(counts).Where(sort => sort.Second > 0).Select(sort => string.Create(CultureInfo.InvariantCulture, $"{sort.Second} x {sort.First}")));

    private Dictionary<Scope, (Publication Publication, Tally Tally, IReadOnlySet<string> Shown)> Publish(Func<PanelSort, bool?> answer, bool withPanel, IReadOnlyDictionary<string, Publication>? before)
    {
        var byAuthority = Authorities.ToDictionary(Authority, code => TallyOf(code, answer, withPanel)).Where(pair => pair.Value.Responses > 0).ToDictionary();
        var tree = ScopeTree.Of(Example.Questionnaire, byAuthority);
        var plan = DisclosurePlan.Of(Example.Questionnaire, MinimumBase, MinimumCell, tree, before: before);
        return tree.All.Where(scope => scope.Tally.Responses >= MinimumBase).ToDictionary(
            scope => scope.Scope,
            scope => (PublicationBuilder.Publish(Example.RoundWith(MinimumBase, MinimumCell), Example.Questionnaire, scope.Scope, scope.Tally, DateTimeOffset.UnixEpoch, final: true, plan), scope.Tally, plan.ShownIn(scope.Scope)));
    }

    private Tally TallyOf(string authority, Func<PanelSort, bool?> answer, bool withPanel)
    {
        var tally = new Tally(Example.Questionnaire);
        var panel = new Panel(Example.Questionnaire, Example.Questionnaire);
        foreach (var (sort, count) in All.Zip(counts).Where(sort => sort.First.Authority == authority && answer(sort.First) is not null))
        {
            for (var i = 0; i < count; i++)
            {
                tally.Add(Answers(authority, answer(sort)!.Value));
                if (withPanel && sort.Then is { } then) panel.Count(tally, Answers(authority, answer(sort)!.Value), Answers(authority, then));
            }
        }

        return tally;
    }

    private static AnswerSet Answers(string authority, bool leaves) =>
        AnswerReader.FromJson(Example.Questionnaire, JsonSerializer.SerializeToElement(new { localAuthority = authority, stays = leaves ? "no" : "yes" }), new Errors())!;

    private static LocalAuthority Authority(string code) => LocalAuthorities.TryGet(code, out var authority) ? authority : throw new ArgumentException(code);
}
