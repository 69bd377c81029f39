using FsCheck;
using FsCheck.Fluent;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>One sort of respondent to the example questionnaire; null is unanswered.</summary>
internal sealed record Person(string? Kind, string? Stays, string? Why, decimal? Hours)
{
    public static readonly string?[] Kinds = ["a", "b", "c", "d", null];
    public static readonly string?[] AllStays = ["yes", "no", "notSure", null];
    public static readonly string?[] Whys = ["workload", "pay", "other", null];
    public static readonly decimal?[] AllHours = [5, 12, null];

    /// <summary>Every sort there is.</summary>
    public static readonly Person[] All =
    [
        .. from kind in Kinds
           from stays in AllStays
           from why in stays == "no" ? Whys : [null]
           from hours in AllHours
           select new Person(kind, stays, why, hours),
    ];

    public AnswerSet Answers()
    {
        var answers = new Dictionary<string, Answer> { ["localAuthority"] = new ChoiceAnswer(["813"], Several: false) };
        if (Kind is not null) answers["kind"] = new ChoiceAnswer([Kind], Several: false);
        if (Stays is not null) answers["stays"] = new ChoiceAnswer([Stays], Several: false);
        if (Why is not null) answers["why"] = new ChoiceAnswer([Why], Several: false);
        if (Hours is { } hours) answers["hours"] = new NumberAnswer(Rational.From(hours));
        return new AnswerSet(Example.Questionnaire, answers);
    }

    public override string ToString() => $"{Kind}/{Stays}/{Why}/{Hours}";
}

/// <summary>How many there are of each sort.</summary>
public sealed class Crowd
{
    private readonly int[] counts;

    internal Crowd(Func<Person, int> count) => counts = Array.ConvertAll(Person.All, person => count(person));

    internal IEnumerable<AnswerSet> Responses => Person.All.Zip(counts).SelectMany(people => Enumerable.Repeat(people.First.Answers(), people.Second));

    /// <summary>Crowds of at least ten, with a few sorts of answers only, and few or many of each, so that cells are often at the limits.</summary>
    public static Arbitrary<Crowd> Arbitrary() => (
        from kinds in Gen.Choose(1, 31)
        from stays in Gen.Choose(1, 15)
        from whys in Gen.Choose(1, 15)
        from hours in Gen.Choose(1, 7)
        from counts in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 2)), (1, Gen.Choose(3, 9)), (2, Gen.Choose(10, 30))).ArrayOf(Person.All.Length)
        let crowd = new Crowd(person =>
            Has(kinds, Person.Kinds, person.Kind) && Has(stays, Person.AllStays, person.Stays) && Has(whys, Person.Whys, person.Why) && Has(hours, Person.AllHours, person.Hours)
                ? counts[Array.IndexOf(Person.All, person)]
                : 0)
        where crowd.counts.Sum() >= 10
        select crowd).ToArbitrary();

    /// <param name="people">Of each sort, whether it is to be counted.</param>
    internal long Count(bool[] people) => people.Index().Sum(sort => sort.Item ? counts[sort.Index] : 0);

    public override string ToString() => string.Join(", ", Person.All.Zip(counts).Where(people => people.Second > 0).Select(people => $"{people.Second} x {people.First}"));

    private static bool Has<T>(int set, T[] all, T one) => (set >> Array.IndexOf(all, one)) % 2 == 1;
}
