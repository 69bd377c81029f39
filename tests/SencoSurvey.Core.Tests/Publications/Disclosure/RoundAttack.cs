using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>Someone with all publications of a round, of authorities, regions and England, who adds and subtracts whatever is shown in them.</summary>
internal sealed class RoundAttack
{
    private readonly SyntheticRound round;
    private readonly bool withCrossings;
    private readonly List<bool[]> shown = [];
    private readonly bool[] nobody;
    private readonly KnownCounts counts;

    /// <param name="withCrossings">Whether crossed tables are looked at too.</param>
    public RoundAttack(SyntheticRound round, bool controlled, bool withCrossings = true)
    {
        (this.round, this.withCrossings) = (round, withCrossings);
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
        from target in RoundTarget.In(round.All)
        where IsFew(target.Meet) || IsFew(target.Rest) || (IsUnderBase(target.All) && round.Count(target.Meet) > 0 && round.Count(target.Rest) > 0 && Gives(target.All) && Gives(target.Meet))
        where !target.Authorities.All(authority => IsKnownOfAll(In(authority, target.All), In(authority, target.Meet), In(authority, target.Rest)))
        select $"{target.Name}: {round.Count(target.Meet)} of {round.Count(target.All)}";

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
        if (round.Questionnaire.Associations.Count > 0) Note(scope, Assert.Single(published.Associations!));
        foreach (var band in published.Numbers["hours"].Bands ?? []) Note(scope, person => IsIn(band.Id, person), band.Count);
        foreach (var by in published.Breakdowns!.Values) Note(scope, by);
        if (!withCrossings) return;
        foreach (var table in published.Crossings!) Note(scope, table, published);
    }

    private void Note(Func<Place, bool> scope, Breakdown by)
    {
        foreach (var group in by.Groups) Note(scope, person => GroupOf(by.Question, person) == group.Id, group);
        if (by.Rest is { } rest) Note(scope, person => !by.Groups.Any(group => group.Id == GroupOf(by.Question, person) && group.Responses is not null), rest);
    }

    /// <summary>In the form in which it is served.</summary>
    private void Note(Func<Place, bool> scope, CrossedFigures table, Publication published)
    {
        foreach (var cell in published.BrokenDownBy($"{table.Columns},{table.Rows}")!.By!.Groups)
        {
            var within = cell.Parts!.Zip([table.RowIds, table.ColumnIds]).ToList();
            Note(scope, person => within.All(part => part.First.Id == (GroupOf(part.First.Question, person) is { } group && part.Second.Contains(group) ? group : "rest")), cell);
        }
    }

    private static string? GroupOf(string by, Person person) => by == "kind" ? person.Kind : person.Hours is null ? null : IsIn("few", person) ? "few" : "many";

    private void Note(Func<Place, bool> scope, Func<Person, bool> within, GroupFigures group)
    {
        Note(scope, within, group.Responses);
        Note(scope, within, group.Numbers, group.Choices, group.Indicators);
    }

    private void Note(Func<Place, bool> place, Func<Person, bool> within, IReadOnlyDictionary<string, NumberFigure> numbers, IReadOnlyDictionary<string, ChoiceFigure> choices, IReadOnlyDictionary<string, IndicatorFigure> indicators)
    {
        Func<Place, bool> scope = where => place(where) && within(where.Person);
        if (numbers.TryGetValue("hours", out var hours))
        {
            Note(scope, person => person.Hours is not null, hours.N);
            Note(scope, person => person.Hours is null, hours.Missing);
            Note(scope, person => person.Stays == "no", numbers["months"].Missing);
        }

        if (choices.TryGetValue("kind", out var kinds)) Note(scope, kinds, person => person.Kind, _ => true);
        if (choices.TryGetValue("stays", out var stays)) Note(scope, stays, person => person.Stays, _ => true);
        if (choices.TryGetValue("why", out var why)) Note(scope, why, person => person.Why, person => person.Stays == "no");
        if (indicators.TryGetValue("little", out var little)) Note(scope, little, person => person.Hours < 9.75m, person => person.Hours is not null, _ => true);
        if (indicators.Count == 0) return;
        Note(scope, indicators["leaving"], person => person.Stays == "no", person => person.Stays is not null, _ => true);
        Note(scope, indicators["leavingForWorkload"], person => person.Why == "workload", person => person.Why is not null, person => person.Stays == "no");
    }

    private void Note(Func<Place, bool> scope, AssociationFigure figure)
    {
        foreach (var row in figure.Rows)
        {
            Note(scope, IsInRow, row.N);
            foreach (var option in row.Options) Note(scope, person => (person.Stays ?? row.Options[^1].Id) == option.Id && IsInRow(person), option.Count);

            bool IsInRow(Person person) => (person.Hours < 9.75m) == (row.Id == AssociationRow.MetId);
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
