using System.Collections.Concurrent;
using System.Globalization;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>A share that somebody would like to know of some authorities and kinds: sets of sorts of people, as <see cref="KnownCounts"/> takes them. The same ones in every round.</summary>
/// <param name="All">Those who answered.</param>
/// <param name="Meet">Those among them who answered so.</param>
/// <param name="Rest">Those among them who did not.</param>
internal sealed record RoundTarget(string Name, IReadOnlyCollection<string> Authorities, bool[] All, bool[] Meet, bool[] Rest)
{
    private static readonly ConcurrentDictionary<Place[], RoundTarget[]> Known = [];

    private static IEnumerable<(string Name, Func<Person, bool> Answered, Func<Person, bool> Meets, bool OfHours)> Questions =>
    [
        .. Person.AllStays.OfType<string>().Select(option => ($"stays: {option}", (Func<Person, bool>)(person => person.Stays is not null), (Func<Person, bool>)(person => person.Stays == option), false)),
        .. Person.Whys.OfType<string>().Select(option => ($"why: {option}", (Func<Person, bool>)(person => person.Why is not null), (Func<Person, bool>)(person => person.Why == option), false)),
        ("little", person => person.Hours is not null, person => person.Hours < 9.75m, true),
        .. Person.AllStays.OfType<string>().Select(option => ($"stays with few hours: {option}", (Func<Person, bool>)(person => person.Stays is not null && person.Hours < 9.75m), (Func<Person, bool>)(person => person.Stays == option), true)),
    ];

    /// <summary>Every share of every set of authorities and kinds; where kinds are crossed with hours, of every set of those too.</summary>
    /// <param name="places">All sorts of people that there may be in a round.</param>
    public static IReadOnlyList<RoundTarget> In(Place[] places) => Known.GetOrAdd(places, _ =>
    [
        .. from authorities in Subsets(SyntheticRound.Authorities)
           from kinds in Subsets([.. places.Select(place => place.Person.Kind).Distinct()])
           from hours in places == SyntheticRound.Crossed ? Subsets(["5", "12", null]) : [[]]
           let within = Array.ConvertAll(places, place => authorities.Contains(place.Authority) && kinds.Contains(place.Person.Kind) && (hours.Count == 0 || hours.Contains(place.Person.Hours?.ToString(CultureInfo.InvariantCulture))))
           from question in Questions.Where(question => hours.Count == 0 || !question.OfHours)
           let all = Row(places, index => within[index] && question.Answered(places[index].Person))
           let meet = Row(places, index => all[index] && question.Meets(places[index].Person))
           let rest = Row(places, index => all[index] && !meet[index])
           select new RoundTarget($"{question.Name} in {string.Join('+', authorities)} of {string.Join('+', kinds.Select(kind => kind ?? "no kind"))} with {string.Join('+', hours.Select(hour => hour ?? "no hours"))}", authorities!, all, meet, rest),
    ]);

    private static bool[] Row(Place[] places, Func<int, bool> people) => [.. places.Select((_, index) => people(index))];

    private static IEnumerable<HashSet<string?>> Subsets(string?[] all) =>
        Enumerable.Range(1, (1 << all.Length) - 1).Select(set => all.Where((_, index) => (set >> index) % 2 == 1).ToHashSet());
}
