namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>A share that somebody would like to know of some groups: sets of sorts of people, as <see cref="KnownCounts"/> takes them.</summary>
/// <param name="Question">The question and the answer that counts.</param>
/// <param name="Place">Of which groups.</param>
/// <param name="Base">Those who answered.</param>
/// <param name="Meets">Those among them who answered so.</param>
/// <param name="Rest">Those among them who did not.</param>
internal sealed record Measure(string Question, string Place, bool[] Base, bool[] Meets, bool[] Rest)
{
    /// <summary>Every measure of every set of groups; those who did not say which group they are in are a group here.</summary>
    public static readonly Measure[] OfGroups = [.. Unions().SelectMany(groups => Of(Names(groups), person => groups.Contains(person.Kind)))];

    /// <summary>How many are in every set of groups.</summary>
    public static readonly (string Place, bool[] People)[] GroupSizes = [.. Unions().Select(groups => (Names(groups), Row(person => person.Kind is not null && groups.Contains(person.Kind))))];

    /// <summary>How many gave their hours in every set of groups.</summary>
    public static readonly (string Place, bool[] People)[] GaveHours = [.. Unions().Select(groups => (Names(groups), Row(person => person.Hours is not null && groups.Contains(person.Kind))))];

    public static bool[] Row(Func<Person, bool> people) => Array.ConvertAll(Person.All, person => people(person));

    /// <summary>Whether everyone here belongs to one of the others too.</summary>
    public bool IsWithin(IEnumerable<Measure> others) => Base.Index().All(sort => !sort.Item || others.Any(other => other.Base[sort.Index]));

    private static IEnumerable<Measure> Of(string place, Func<Person, bool> scope) =>
    [
        .. Person.AllStays.OfType<string>().Select(option => Of($"stays: {option}", place, scope, person => person.Stays is not null, person => person.Stays == option)),
        .. Person.Whys.OfType<string>().Select(option => Of($"why: {option}", place, scope, person => person.Why is not null, person => person.Why == option)),
        Of("little", place, scope, person => person.Hours is not null, person => person.Hours < 9.75m),
    ];

    private static Measure Of(string question, string place, Func<Person, bool> scope, Func<Person, bool> answered, Func<Person, bool> meets) => new(
        question,
        place,
        Row(person => scope(person) && answered(person)),
        Row(person => scope(person) && meets(person)),
        Row(person => scope(person) && answered(person) && !meets(person)));

    private static IEnumerable<List<string?>> Unions() =>
        Enumerable.Range(1, (1 << Person.Kinds.Length) - 1).Select(set => Person.Kinds.Where((_, index) => (set >> index) % 2 == 1).ToList());

    private static string Names(IEnumerable<string?> groups) => string.Join('+', groups.Select(group => group ?? "no answer"));
}
