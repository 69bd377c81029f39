using System.Globalization;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>One sort of respondent in one of the authorities.</summary>
internal sealed record Place(string Authority, Person Person);

/// <summary>A generated round of two regions: how many of each sort there are in each authority, often near the limits.</summary>
internal sealed class SyntheticRound
{
    public const int MinimumBase = 10;
    public const int MinimumCell = 3;

    /// <summary>Barnsley, Doncaster and North Lincolnshire in one region, Camden and Lambeth in another.</summary>
    public static readonly string[] Authorities = ["370", "371", "813", "202", "208"];

    /// <summary>Every sort of those who say nothing of their kind: for what is published of whole scopes.</summary>
    public static readonly Place[] Wholes = [.. from authority in Authorities from person in Person.All where person.Kind is null select new Place(authority, person)];

    /// <summary>Two kinds and no answer, and fewer sorts of other answers: for breakdowns.</summary>
    public static readonly Place[] Groups =
    [
        .. from authority in Authorities
           from person in Person.All
           where person.Kind is null or "a" or "b" && person.Stays is not "notSure" && person.Why is null or "workload" && person.Hours is not null
           select new Place(authority, person),
    ];

    /// <summary>Two kinds, few and many hours, and no answer to either: for breakdowns that are crossed.</summary>
    public static readonly Place[] Crossed =
    [
        .. from authority in Authorities
           from person in Person.All
           where person.Kind is null or "a" or "b" && person.Stays is not "notSure" && person.Why is null or "workload"
           select new Place(authority, person),
    ];

    private readonly int[] counts;

    /// <param name="all">The sorts that there may be.</param>
    public SyntheticRound(int seed, Place[] all)
    {
        All = all;
#pragma warning disable CA5394 // The same rounds every time.
        var random = new Random(seed);
        if (all == Crossed)
        {
            // Tables need people in most of their cells; but in some authorities nobody is of a kind, or has few hours.
            var none = Authorities.SelectMany(authority => new[] { $"{authority}a", $"{authority}b", $"{authority}5", $"{authority}12" }).Where(_ => random.Next(7) == 0).ToHashSet();
            var most = random.Next(6, 40);
            counts = [.. All.Select(place => none.Contains(place.Authority + place.Person.Kind) || none.Contains(place.Authority + place.Person.Hours) || random.Next(6) == 0 ? 0 : random.Next(most))];
            return;
        }

        var sorts = all.Select(place => place.Person).Distinct().OrderBy(_ => random.Next()).Take(random.Next(3, 9)).ToHashSet();
        counts = [.. All.Select(place => sorts.Contains(place.Person) ? random.Next(8) switch { < 3 => 0, 3 => 1, 4 => 2, 5 => random.Next(3, 10), _ => random.Next(10, 25) } : 0)];
#pragma warning restore CA5394
    }

    public Place[] All { get; }

    public Questionnaire Questionnaire => All == Crossed ? Example.Crossed : Example.Questionnaire;

    public long Count(bool[] people)
    {
        var count = 0L;
        for (var i = 0; i < people.Length; i++) count += people[i] ? counts[i] : 0;
        return count;
    }

    public bool[] Row(Func<Place, bool> people) => Array.ConvertAll(All, place => people(place));

    /// <summary>Every publication of the round whose parts leave nobody, or enough.</summary>
    /// <param name="controlled">Whether the scopes are looked at together, as they are for real.</param>
    public IReadOnlyList<(string[] Authorities, Publication Publication)> Publish(bool controlled)
    {
        var byAuthority = Authorities.Select(Authority).ToDictionary(authority => authority, TallyOf).Where(pair => pair.Value.Responses > 0).ToDictionary();
        var plan = controlled ? DisclosurePlan.Of(Questionnaire, MinimumBase, MinimumCell, ScopeTree.Of(Questionnaire, byAuthority)) : null;
        var published = new List<(string[] Authorities, Publication Publication)>();
        foreach (var authority in byAuthority.Keys) PublishOne(Scope.Of(authority), 0);
        foreach (var region in byAuthority.Keys.Select(authority => authority.Region).Distinct()) PublishOne(Scope.Of(region), Outside(authority => authority.Region == region));
        PublishOne(Scope.England, Outside(_ => true));
        return published;

        void PublishOne(Scope scope, long outside)
        {
            var within = byAuthority.Where(pair => scope.Includes(pair.Key)).ToList();
            var tally = within.Aggregate(new Tally(Questionnaire), (sum, pair) => sum.Merge(pair.Value));
            if (tally.Responses < MinimumBase || outside is > 0 and < MinimumBase) return;
            published.Add(([.. within.Select(pair => pair.Key.Code)], PublicationBuilder.Publish(Example.RoundWith(MinimumBase, MinimumCell), Questionnaire, scope, tally, DateTimeOffset.UnixEpoch, final: true, plan)));
        }

        long Outside(Func<LocalAuthority, bool> within) =>
            byAuthority.Where(pair => within(pair.Key) && !published.Any(one => one.Authorities.Contains(pair.Key.Code))).Sum(pair => pair.Value.Responses);
    }

    public override string ToString() => string.Join(", ", All.Zip(counts).Where(people => people.Second > 0).Select(people => string.Create(CultureInfo.InvariantCulture, $"{people.First.Authority}: {people.Second} x {people.First.Person}")));

    private Tally TallyOf(LocalAuthority authority)
    {
        var answers = All.Zip(counts).Where(people => people.First.Authority == authority.Code).SelectMany(people => Enumerable.Repeat(people.First.Person.Answers(), people.Second));
        return Tally.Of(Questionnaire, answers);
    }

    private static LocalAuthority Authority(string code) => LocalAuthorities.TryGet(code, out var authority) ? authority : throw new ArgumentException(code);
}
