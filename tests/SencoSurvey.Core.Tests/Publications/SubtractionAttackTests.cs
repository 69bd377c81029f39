using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Tests.Publications;

/// <summary>
/// Someone with the publication alone, a pencil and the questionnaire adds and subtracts whatever is shown, of the whole and of the groups,
/// to find out about any union of groups. They must find no figure that rests on 1 to 9 people, and no count of 1 or 2 people, nor of all but 1 or 2.
/// </summary>
public sealed class SubtractionAttackTests
{
    private const int MinimumBase = 10;
    private const int MinimumCell = 3;

    private static readonly string?[] Kinds = ["a", "b", "c", "d", null];

    /// <summary>Everyone there can be, as far as the attack goes; null is unanswered.</summary>
    private static readonly Person[] People =
    [
        .. from kind in Kinds
           from stays in new[] { "yes", "no", "notSure", null }
           from why in stays == "no" ? new[] { "workload", "pay", "other", null } : [null]
           from hours in new decimal?[] { 5, 12, null }
           select new Person(kind, stays, why, hours),
    ];

    private static readonly Measure[] Measures =
    [
        .. new[] { "yes", "no", "notSure" }.Select(option => new Measure($"stays: {option}", person => person.Stays == option, person => person.Stays is not null)),
        .. new[] { "workload", "pay", "other" }.Select(option => new Measure($"why: {option}", person => person.Why == option, person => person.Why is not null)),
        new Measure("little", person => person.Hours < 9.75m, person => person.Hours is not null),
    ];

    [Property(MaxTest = 150, Arbitrary = [typeof(Rounds)])]
    public void Nothing_about_a_few_people_can_be_found_by_subtraction(int[] round)
    {
        var published = Example.Publish(Example.RoundWith(MinimumBase, MinimumCell), People.SelectMany((person, index) => Enumerable.Repeat(person.Answers(), round[index])));
        var attack = new Attack(published, round);

        foreach (var groups in Unions())
        {
            foreach (var measure in Measures)
            {
                var people = attack.Find(person => groups.Contains(person.Kind) && measure.Base(person));
                var count = attack.Find(person => groups.Contains(person.Kind) && measure.Meets(person));
                var rest = attack.Find(person => groups.Contains(person.Kind) && measure.Base(person) && !measure.Meets(person));
                var place = $"{measure.Name} in {string.Join('+', groups.Select(group => group ?? "no answer"))}";

                Assert.False(count is > 0 and < MinimumCell, $"Found a count of {count}: {place}.");
                Assert.False(rest is > 0 and < MinimumCell, $"Found all but {rest}: {place}.");
                if (!SaysTheSameOfAll(measure)) Assert.False(people is > 0 and < MinimumBase && count is not null, $"Found a share of {people}: {place}.");
            }

            var shared = attack.FindTotalOfHours(person => groups.Contains(person.Kind));
            Assert.False(shared is > 0 and < MinimumBase, $"Found a mean of {shared}: {string.Join('+', groups)}.");

            // How large groups are is shown as counts of a choice are, not as figures that rest on a group.
            var members = attack.Find(person => groups.Contains(person.Kind) && person.Kind is not null);
            Assert.False(members is > 0 and < MinimumCell, $"Found {members} people: {string.Join('+', groups)}.");
        }

        // When nobody of all said so, or everybody, that may be shown, and is then known of every group.
        bool SaysTheSameOfAll(Measure measure) =>
            People.Zip(round).Where(people => people.Second > 0 && measure.Base(people.First)).DistinctBy(people => measure.Meets(people.First)).Count() < 2;
    }

    [Fact]
    public void The_attack_finds_what_is_there_to_be_found()
    {
        // Against the undisclosed figures it finds single people, so its silence above means something.
        var round = new int[People.Length];
        round[Array.IndexOf(People, new Person("a", "yes", null, 5))] = 20;
        round[Array.IndexOf(People, new Person("b", "no", "pay", 12))] = 1;
        var live = PublicationBuilder.Live(
            Example.RoundWith(),
            Example.Questionnaire,
            Core.Geography.Scope.England,
            Core.Tallies.Tally.Of(Example.Questionnaire, People.SelectMany((person, index) => Enumerable.Repeat(person.Answers(), round[index]))),
            DateTimeOffset.UnixEpoch);
        var attack = new Attack(live, round);

        Assert.Equal(1, attack.Find(person => person.Stays == "no"));
        Assert.Equal(1, attack.Find(person => person is { Kind: "b", Why: "pay" }));
        Assert.Equal(1, attack.FindTotalOfHours(person => person.Kind == "b"));
        Assert.Equal(20, attack.Find(person => person is { Kind: "a", Hours: < 9.75m }));
    }

    /// <summary>Every set of groups but the empty one; those who did not say are a group here.</summary>
    private static IEnumerable<IReadOnlyList<string?>> Unions() =>
        Enumerable.Range(1, (1 << Kinds.Length) - 1).Select(set => Kinds.Where((_, index) => (set >> index) % 2 == 1).ToList());

    /// <summary>How many there are of each of <see cref="People"/>: a few sorts only, few or many of each, so that cells are often at the limits.</summary>
    public static class Rounds
    {
        public static Arbitrary<int[]> Arbitrary() => Gen.Resize(
            Gen.Frequency(
                (12, Gen.Constant(0)),
                (1, Gen.Choose(1, 3)),
                (1, Gen.Choose(4, 12))).ArrayOf(People.Length).SelectMany(few => Gen.Choose(0, People.Length - 1).ArrayOf(6).Select(many => Large(few, many))),
            100).ToArbitrary();

        private static int[] Large(int[] few, int[] many)
        {
            foreach (var index in many) few[index] += 11;
            return few;
        }
    }

    private sealed record Measure(string Name, Func<Person, bool> Meets, Func<Person, bool> Base);

    private sealed record Person(string? Kind, string? Stays, string? Why, decimal? Hours)
    {
        public AnswerSet Answers()
        {
            var answers = new Dictionary<string, Answer> { ["localAuthority"] = new ChoiceAnswer(["813"], Several: false) };
            if (Kind is not null) answers["kind"] = new ChoiceAnswer([Kind], Several: false);
            if (Stays is not null) answers["stays"] = new ChoiceAnswer([Stays], Several: false);
            if (Why is not null) answers["why"] = new ChoiceAnswer([Why], Several: false);
            if (Hours is { } hours) answers["hours"] = new NumberAnswer(Rational.From(hours));
            return new AnswerSet(Example.Questionnaire, answers);
        }
    }

    /// <summary>Notes down every count that a publication shows, and asks what follows.</summary>
    private sealed class Attack
    {
        private readonly int[] round;
        private readonly KnownCounts counts = new(People.Length);
        private readonly KnownCounts totalsOfHours = new(People.Length);

        public Attack(Publication published, int[] round)
        {
            this.round = round;
            Note(_ => true, published.Base.Responses);
            Note(_ => true, published.Numbers, published.Choices, published.Indicators);
            foreach (var group in published.Breakdowns!["kind"].Groups)
            {
                Note(person => person.Kind == group.Id, group.Responses);
                Note(person => person.Kind == group.Id, group.Numbers, group.Choices, group.Indicators);
            }

            // Where nobody is, nobody is of any sort.
            for (var found = true; found;)
            {
                found = false;
                foreach (var measure in Measures)
                {
                    foreach (var groups in Unions())
                    {
                        found |= NoteNobody(person => groups.Contains(person.Kind) && measure.Meets(person));
                        found |= NoteNobody(person => groups.Contains(person.Kind) && measure.Base(person) && !measure.Meets(person));
                    }
                }
            }
        }

        /// <returns>How many these people are, or null when that does not follow from what is shown.</returns>
        public long? Find(Func<Person, bool> people) => counts.Gives(Row(people)) ? Count(people) : null;

        /// <returns>How many gave their hours of those whose total of hours can be worked out, or null when it cannot.</returns>
        public long? FindTotalOfHours(Func<Person, bool> people) => totalsOfHours.Gives(Row(person => person.Hours is not null && people(person))) ? Count(person => person.Hours is not null && people(person)) : null;

        private static bool[] Row(Func<Person, bool> people) => Array.ConvertAll(People, person => people(person));

        private long Count(Func<Person, bool> people) => People.Zip(round, (person, count) => people(person) ? count : 0).Sum();

        private void Note(
            Func<Person, bool> scope,
            IReadOnlyDictionary<string, NumberFigure> numbers,
            IReadOnlyDictionary<string, ChoiceFigure> choices,
            IReadOnlyDictionary<string, IndicatorFigure> indicators)
        {
            var hours = numbers["hours"];
            Note(person => scope(person) && person.Hours is not null, hours.N);
            Note(person => scope(person) && person.Hours is null, hours.Missing);
            if (hours.Total is not null || hours.Mean is not null) totalsOfHours.Add(Row(person => scope(person) && person.Hours is not null));
            Note(person => scope(person) && person.Stays == "no", numbers["months"].Missing);
            Note(scope, choices["kind"], person => person.Kind, _ => true);
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
            Note(person => scope(person) && meets(person), figure.Count);
            Note(person => scope(person) && answered(person), figure.Base);
            Note(person => scope(person) && asked(person) && !answered(person), figure.Missing);
        }

        private void Note(Func<Person, bool> people, long? shown)
        {
            if (shown is null) return;
            Assert.Equal(Count(people), shown);
            counts.Add(Row(people));
        }

        private bool NoteNobody(Func<Person, bool> people)
        {
            var row = Row(people);
            if (Count(people) > 0 || !counts.Gives(row)) return false;
            var news = false;
            foreach (var index in Enumerable.Range(0, row.Length).Where(index => row[index]))
            {
                var alone = new bool[row.Length];
                alone[index] = true;
                if (counts.Gives(alone)) continue;
                counts.Add(alone);
                news = true;
            }

            return news;
        }
    }
}
