using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;

namespace SencoSurvey.Core.Tests.Publications.Editions;

/// <summary>
/// Those who came to an authority at one time and answered alike. Every number that they give is their own, so that a tally tells whom its figures are of; one is given by
/// exactly those who say whether they stay, to tell whom that is of.
/// </summary>
internal sealed record SyntheticSort(int Index, LocalAuthority Authority, int AuthorityIndex, int Step, string? Kind, bool GivesHours, bool HasFewHours, string? Stays, bool GivesMonths)
{
    public const string AnsweredByAll = "plans";
    public const string AnsweredWithStays = "support";

    /// <summary>How many sorts of people may come to an authority at one time.</summary>
    public const int AtOnce = 6;

    /// <param name="steps">How many times they may come.</param>
    public static IReadOnlyList<SyntheticSort> All(IReadOnlyList<LocalAuthority> authorities, int steps)
    {
        (string? Kind, bool Hours, bool Few, string? Stays, bool Months)[] sorts =
        [
            ("a", true, true, "yes", false),
            ("a", false, false, "no", true),
            ("b", true, true, "no", false),
            ("b", true, false, "yes", false),
            (null, true, false, "no", true),
            (null, false, false, null, false),
        ];
        var all = from authority in authorities.Index()
                  from step in Enumerable.Range(0, steps)
                  from sort in sorts
                  select (Authority: authority, Step: step, Sort: sort);
        return [.. all.Select((one, index) => new SyntheticSort(index, one.Authority.Item, one.Authority.Index, one.Step, one.Sort.Kind, one.Sort.Hours, one.Sort.Few, one.Sort.Stays, one.Sort.Months))];
    }

    public bool SaysFewHours => GivesHours && HasFewHours;

    public Rational Own => Rational.From(Index + 1);

    /// <summary>Under or over the bound of the bands.</summary>
    public Rational Hours => Rational.From((Index / 1000m) + (HasFewHours ? 1 : 20));

    /// <summary>What they answer a number with; null where they do not.</summary>
    public Rational? Number(string id) => id switch
    {
        AnsweredByAll => Own,
        AnsweredWithStays => Stays is null ? null : Own,
        "months" => GivesMonths ? Own : null,
        _ => GivesHours ? Hours : null,
    };

    public AnswerSet Answers()
    {
        var answers = new Dictionary<string, Answer> { ["localAuthority"] = new ChoiceAnswer([Authority.Code], Several: false) };
        if (Kind is not null) answers["kind"] = new ChoiceAnswer([Kind], Several: false);
        if (Stays is not null) answers["stays"] = new ChoiceAnswer([Stays], Several: false);
        foreach (var id in new[] { AnsweredByAll, AnsweredWithStays, "months", "hours" })
        {
            if (Number(id) is { } number) answers[id] = new NumberAnswer(number);
        }

        return new(Example.Questionnaire, answers);
    }
}
