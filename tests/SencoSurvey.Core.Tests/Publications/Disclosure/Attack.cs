using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>Notes down every count that a publication shows, of the whole and of its groups, and works out what follows.</summary>
internal sealed class Attack
{
    private readonly Crowd crowd;
    private readonly List<bool[]> shown = [];
    private readonly bool[] nobody = new bool[Person.All.Length];
    private readonly KnownCounts totalsOfHours = new(Person.All.Length);
    private readonly KnownCounts counts;

    public Attack(Publication published, Crowd crowd)
    {
        this.crowd = crowd;
        Note(_ => true, published.Base.Responses);
        Note(_ => true, published.Numbers, published.Choices, published.Indicators);
        foreach (var group in published.Breakdowns!["kind"].Groups)
        {
            Note(person => person.Kind == group.Id, group.Responses);
            Note(person => person.Kind == group.Id, group.Numbers, group.Choices, group.Indicators);
        }

        // Where nobody is, nobody is of any sort: those can be left out of all sums, which may show more such places.
        var empty = Measure.OfGroups.SelectMany(measure => new[] { measure.Base, measure.Meets, measure.Rest }).Where(people => crowd.Count(people) == 0).ToList();
        foreach (var people in shown.Where(people => crowd.Count(people) == 0)) LeaveOut(people);
        do counts = WorkOut();
        while (empty.RemoveAll(people => counts.Gives(Left(people)) && LeaveOut(people)) > 0);
    }

    /// <summary>Whether it follows from what is shown how many these are.</summary>
    public bool Finds(bool[] people) => counts.Gives(Left(people));

    public bool FindsShare(Measure measure) => Finds(measure.Base) && Finds(measure.Meets);

    /// <summary>Whether the total of these people's hours follows from what is shown.</summary>
    public bool FindsHours(bool[] people) => totalsOfHours.Gives(people);

    private void Note(
        Func<Person, bool> scope,
        IReadOnlyDictionary<string, NumberFigure> numbers,
        IReadOnlyDictionary<string, ChoiceFigure> choices,
        IReadOnlyDictionary<string, IndicatorFigure> indicators)
    {
        var hours = numbers["hours"];
        Note(person => scope(person) && person.Hours is not null, hours.N);
        Note(person => scope(person) && person.Hours is null, hours.Missing);
        if (hours.Total is not null || hours.Mean is not null) totalsOfHours.Add(Measure.Row(person => scope(person) && person.Hours is not null));
        Note(person => scope(person) && person.Stays == "no", numbers["months"].Missing);
        if (choices.TryGetValue("kind", out var kinds)) Note(scope, kinds, person => person.Kind, _ => true);
        Note(scope, choices["stays"], person => person.Stays, _ => true);
        Note(scope, choices["why"], person => person.Why, person => person.Stays == "no");
        Note(scope, indicators["little"], person => person.Hours < 9.75m, person => person.Hours is not null, _ => true);
        Note(scope, indicators["leaving"], person => person.Stays == "no", person => person.Stays is not null, _ => true);
        Note(scope, indicators["leavingForWorkload"], person => person.Why == "workload", person => person.Why is not null, person => person.Stays == "no");
    }

    private void Note(Func<Person, bool> scope, ChoiceFigure figure, Func<Person, string?> answer, Func<Person, bool> asked)
    {
        Note(person => scope(person) && answer(person) is not null, figure.N);
        Note(person => scope(person) && asked(person) && answer(person) is null, figure.Missing);
        foreach (var option in figure.Options)
        {
            Assert.Equal(option.Count is null, option.Status == "c");
            Note(person => scope(person) && answer(person) == option.Id, option.Count);
        }
    }

    private void Note(Func<Person, bool> scope, IndicatorFigure figure, Func<Person, bool> meets, Func<Person, bool> answered, Func<Person, bool> asked)
    {
        Assert.Equal(figure.Count is null, figure.Status == "c");
        Note(person => scope(person) && meets(person), figure.Count);
        Note(person => scope(person) && answered(person), figure.Base);
        Note(person => scope(person) && asked(person) && !answered(person), figure.Missing);
    }

    private void Note(Func<Person, bool> people, long? count)
    {
        if (count is null) return;
        var row = Measure.Row(people);
        Assert.Equal(crowd.Count(row), count);
        shown.Add(row);
    }

    private KnownCounts WorkOut()
    {
        var known = new KnownCounts(Person.All.Length);
        foreach (var people in shown) known.Add(Left(people));
        return known;
    }

    private bool[] Left(bool[] people) => [.. people.Select((included, index) => included && !nobody[index])];

    /// <returns>Whether that was news.</returns>
    private bool LeaveOut(bool[] people)
    {
        var news = false;
        for (var i = 0; i < people.Length; i++)
        {
            if (!people[i] || nobody[i]) continue;
            nobody[i] = true;
            news = true;
        }

        return news;
    }
}
