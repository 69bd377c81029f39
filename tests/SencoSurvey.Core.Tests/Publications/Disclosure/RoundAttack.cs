using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>Someone with all publications of a round, of authorities, regions and England, who adds and subtracts whatever is shown in them.</summary>
internal sealed class RoundAttack
{
    private readonly SyntheticRound round;
    private readonly List<bool[]> shown = [];
    private readonly bool[] nobody;
    private readonly KnownCounts counts;

    public RoundAttack(SyntheticRound round, bool controlled)
    {
        this.round = round;
        (nobody, counts) = (new bool[round.All.Length], new KnownCounts(round.All.Length));
        foreach (var (authorities, publication) in round.Publish(controlled)) Note(place => authorities.Contains(place.Authority), publication);

        // Where nobody is, nobody is of any sort: those can be left out of all sums.
        foreach (var people in shown.Where(people => round.Count(people) == 0))
        {
            for (var i = 0; i < people.Length; i++) nobody[i] |= people[i];
        }

        foreach (var people in shown.Select(Left).DistinctBy(people => string.Concat(people.Select(one => one ? 1 : 0)))) counts.Add(people);
    }

    /// <summary>What it finds about few people in any set of authorities: a count under the minimum cell, or a share of fewer than the minimum base.</summary>
    public IEnumerable<string> Finds() =>
        from authorities in Subsets(SyntheticRound.Authorities)
        from kinds in Subsets([.. round.All.Select(place => place.Person.Kind).Distinct()])
        from question in Questions
        let all = round.Row(place => authorities.Contains(place.Authority) && kinds.Contains(place.Person.Kind) && question.Answered(place.Person))
        let meet = round.Row(place => authorities.Contains(place.Authority) && kinds.Contains(place.Person.Kind) && question.Answered(place.Person) && question.Meets(place.Person))
        let rest = round.Row(place => authorities.Contains(place.Authority) && kinds.Contains(place.Person.Kind) && question.Answered(place.Person) && !question.Meets(place.Person))
        where IsFew(meet) || IsFew(rest) || (IsUnderBase(all) && round.Count(meet) > 0 && round.Count(rest) > 0 && Gives(all) && Gives(meet))
        where !authorities.All(authority => IsKnownOfAll(In(authority, all), In(authority, meet), In(authority, rest)))
        select $"{question.Name} in {string.Join('+', authorities)} of {string.Join('+', kinds.Select(kind => kind ?? "no kind"))}: {round.Count(meet)} of {round.Count(all)}";

    private static IEnumerable<HashSet<string?>> Subsets(string?[] all) =>
        Enumerable.Range(1, (1 << all.Length) - 1).Select(set => all.Where((_, index) => (set >> index) % 2 == 1).ToHashSet());

    private static IEnumerable<(string Name, Func<Person, bool> Answered, Func<Person, bool> Meets)> Questions =>
    [
        .. Person.AllStays.OfType<string>().Select(option => ($"stays: {option}", (Func<Person, bool>)(person => person.Stays is not null), (Func<Person, bool>)(person => person.Stays == option))),
        .. Person.Whys.OfType<string>().Select(option => ($"why: {option}", (Func<Person, bool>)(person => person.Why is not null), (Func<Person, bool>)(person => person.Why == option))),
        ("little", person => person.Hours is not null, person => person.Hours < 9.75m),
        .. Person.AllStays.OfType<string>().Select(option => ($"stays with few hours: {option}", (Func<Person, bool>)(person => person.Stays is not null && person.Hours < 9.75m), (Func<Person, bool>)(person => person.Stays == option))),
    ];

    private bool[] In(string authority, bool[] people) => [.. people.Index().Select(sort => sort.Item && round.All[sort.Index].Authority == authority)];

    /// <summary>That nobody, or everybody, of enough people answered so may be shown.</summary>
    private bool IsKnownOfAll(bool[] all, bool[] meet, bool[] rest) => Array.TrueForAll(Left(meet), one => !one) || Array.TrueForAll(Left(rest), one => !one) || Array.TrueForAll(Left(all), one => !one);

    private bool IsFew(bool[] people) => round.Count(people) is > 0 and < SyntheticRound.MinimumCell && Gives(people);

    private bool IsUnderBase(bool[] people) => round.Count(people) is > 0 and < SyntheticRound.MinimumBase;

    private bool Gives(bool[] people) => counts.Gives(Left(people));

    private void Note(Func<Place, bool> scope, Publication published)
    {
        Note(scope, _ => true, published.Base.Responses);
        Note(scope, _ => true, published.Numbers, published.Choices, published.Indicators);
        Note(scope, Assert.Single(published.Associations!));
        foreach (var band in published.Numbers["hours"].Bands ?? []) Note(scope, person => IsIn(band.Id, person), band.Count);
        var kinds = published.Breakdowns!["kind"];
        foreach (var group in kinds.Groups) Note(scope, person => person.Kind == group.Id, group);
        if (kinds.Rest is { } rest) Note(scope, person => !kinds.Groups.Any(group => group.Id == person.Kind && group.Responses is not null), rest);
    }

    private void Note(Func<Place, bool> scope, Func<Person, bool> within, GroupFigures group)
    {
        Note(scope, within, group.Responses);
        Note(scope, within, group.Numbers, group.Choices, group.Indicators);
    }

    private void Note(Func<Place, bool> place, Func<Person, bool> within, IReadOnlyDictionary<string, NumberFigure> numbers, IReadOnlyDictionary<string, ChoiceFigure> choices, IReadOnlyDictionary<string, IndicatorFigure> indicators)
    {
        Func<Place, bool> scope = where => place(where) && within(where.Person);
        var hours = numbers["hours"];
        Note(scope, person => person.Hours is not null, hours.N);
        Note(scope, person => person.Hours is null, hours.Missing);
        Note(scope, person => person.Stays == "no", numbers["months"].Missing);
        if (choices.TryGetValue("kind", out var kinds)) Note(scope, kinds, person => person.Kind, _ => true);
        Note(scope, choices["stays"], person => person.Stays, _ => true);
        Note(scope, choices["why"], person => person.Why, person => person.Stays == "no");
        Note(scope, indicators["little"], person => person.Hours < 9.75m, person => person.Hours is not null, _ => true);
        Note(scope, indicators["leaving"], person => person.Stays == "no", person => person.Stays is not null, _ => true);
        Note(scope, indicators["leavingForWorkload"], person => person.Why == "workload", person => person.Why is not null, person => person.Stays == "no");
    }

    private void Note(Func<Place, bool> scope, AssociationFigure figure)
    {
        foreach (var row in figure.Rows)
        {
            Note(scope, person => person.Stays is not null && IsIn(row.Id, person), row.N);
            foreach (var option in row.Options) Note(scope, person => person.Stays == option.Id && IsIn(row.Id, person), option.Count);
        }
    }

    private static bool IsIn(string band, Person person) => band == "few" ? person.Hours < 9.75m : person.Hours >= 9.75m;

    private void Note(Func<Place, bool> scope, ChoiceFigure figure, Func<Person, string?> answer, Func<Person, bool> asked)
    {
        Note(scope, person => answer(person) is not null, figure.N);
        Note(scope, person => asked(person) && answer(person) is null, figure.Missing);
        foreach (var option in figure.Options) Note(scope, person => answer(person) == option.Id, option.Count);
    }

    private void Note(Func<Place, bool> scope, IndicatorFigure figure, Func<Person, bool> meets, Func<Person, bool> answered, Func<Person, bool> asked)
    {
        Note(scope, meets, figure.Count);
        Note(scope, answered, figure.Base);
        Note(scope, person => asked(person) && !answered(person), figure.Missing);
    }

    private void Note(Func<Place, bool> scope, Func<Person, bool> people, long? count)
    {
        if (count is null) return;
        var row = round.Row(place => scope(place) && people(place.Person));
        Assert.Equal(round.Count(row), count);
        shown.Add(row);
    }

    private bool[] Left(bool[] people) => [.. people.Select((included, index) => included && !nobody[index])];
}
