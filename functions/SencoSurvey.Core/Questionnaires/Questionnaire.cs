using System.Text.Json.Serialization;

namespace SencoSurvey.Core.Questionnaires;

/// <summary>What a round asks and how its answers are counted: a JSON document under <c>Documents</c>. A new year is a new file, not new code.</summary>
public sealed record Questionnaire
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Where the questions come from.</summary>
    public required string About { get; init; }

    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>Numbers worked out from the answers: sums, differences and ratios.</summary>
    public IReadOnlyList<DerivedNumber> Derived { get; init; } = [];

    /// <summary>Reported to whoever answers, never refused.</summary>
    public IReadOnlyList<SoftCheck> SoftChecks { get; init; } = [];

    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    public IReadOnlyList<RelationshipOfInterest> Relationships { get; init; } = [];

    /// <summary>Pairs of questions that people believe to go together, such as intention to leave and time.</summary>
    public IReadOnlyList<AssociationOfInterest> Associations { get; init; } = [];

    /// <summary>Bands of numbers, and sets of options, by which responses are grouped.</summary>
    public IReadOnlyList<Grouping> Groupings { get; init; } = [];

    /// <summary>The ids of the questions that break statistics down: single-choice ones, and those that have a grouping.</summary>
    public IReadOnlyList<string> BreakdownBy { get; init; } = [];

    /// <summary>What a SENCO sees beside others' figures once the answers are in.</summary>
    public OwnComparison? OwnComparison { get; init; }

    /// <summary>What a SENCO's printed copy asks the school's leaders to look at.</summary>
    public Checklist? Checklist { get; init; }

    [JsonIgnore]
    public IEnumerable<Question> Questions => Sections.SelectMany(section => section.Questions);

    public Question? Find(string id) => Questions.FirstOrDefault(question => question.Id == id);

    /// <summary>Whether a number is the sum of others.</summary>
    public bool IsSum(string id) => Derived.Any(derived => derived.Id == id && derived.Sum is not null);

    /// <summary>Whether the smallest and largest value of a number, asked or derived, may be shown though few share them.</summary>
    public bool ShowsExtremes(string id) => Find(id) is NumberQuestion { ShowExtremes: true } || Derived.Any(derived => derived.Id == id && derived.ShowExtremes);

    /// <summary>Whether a number, asked or derived, is a share of one in another.</summary>
    public bool IsRatio(string id) => Derived.Any(derived => derived.Id == id && derived.Ratio is not null);

    /// <summary>See <see cref="Question.KnownOfSchools"/>; of a derived number, whether all are that it is worked out from.</summary>
    public bool IsKnownOfSchools(string id) => AskedFor(id).All(asked => Find(asked)?.KnownOfSchools == true);

    /// <summary>How responses are grouped by a question; null where it neither has a grouping nor is a single-choice one.</summary>
    public Grouping? GroupingBy(string id) =>
        Groupings.FirstOrDefault(grouping => grouping.Id == id) ?? (Find(id) is ChoiceQuestion { Several: false } question ? Grouping.Of(question) : null);

    /// <summary>The bands of a number that was asked; null where it has none.</summary>
    public Grouping? BandsOf(string id) => Find(id) is NumberQuestion ? Groupings.FirstOrDefault(grouping => grouping.Id == id) : null;

    /// <summary>By what statistics are broken down.</summary>
    [JsonIgnore]
    public IEnumerable<Grouping> Breakdowns => BreakdownBy.Select(id => GroupingBy(id)!);

    /// <summary>Every pair of breakdowns, in their order.</summary>
    [JsonIgnore]
    public IEnumerable<Crossing> Crossings
    {
        get
        {
            Grouping[] breakdowns = [.. Breakdowns];
            return breakdowns.Index().SelectMany(rows => breakdowns.Skip(rows.Index + 1).Select(columns => new Crossing(rows.Item, columns)));
        }
    }

    /// <summary>The ids of the questions that give a number: itself, or those that a derived one is worked out from.</summary>
    public IEnumerable<string> AskedFor(string id) => Derived.FirstOrDefault(derived => derived.Id == id) is { } derived
        ? derived.Parts.SelectMany(AskedFor)
        : [id];

    /// <summary>Whether everyone is asked these questions, or those that these derived numbers are worked out from.</summary>
    public bool IsPutToAll(params IEnumerable<string> ids) => ids.SelectMany(AskedFor).All(id => Find(id)?.AppliesWhen is null);

    /// <summary>The ids of everything that has statistics of a number: asked, then derived.</summary>
    [JsonIgnore]
    public IEnumerable<string> NumberIds => Questions.OfType<NumberQuestion>().Select(question => question.Id).Concat(Derived.Select(derived => derived.Id));

    [JsonIgnore]
    public IEnumerable<ChoiceQuestion> ChoiceQuestions => Questions.OfType<ChoiceQuestion>();
}

/// <summary>Questions that belong together as a SENCO thinks of them.</summary>
/// <param name="Private">Left out of the copy that a SENCO prints for the head teacher, unless asked for.</param>
public sealed record Section(string Id, string Title, IReadOnlyList<Question> Questions, bool Private = false);

/// <summary>A number that follows from others. Exactly one of <see cref="Sum"/>, <see cref="Difference"/> and <see cref="Ratio"/> is given.</summary>
public sealed record DerivedNumber
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    public required string Unit { get; init; }

    /// <summary>The ids of the numbers to add up; missing when any of them is.</summary>
    public IReadOnlyList<string>? Sum { get; init; }

    public Subtraction? Difference { get; init; }

    public Ratio? Ratio { get; init; }

    /// <summary>The ids of the numbers that it is worked out from.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Parts => (Sum, Difference, Ratio) switch
    {
        ({ } sum, _, _) => sum,
        (_, { } difference, _) => [difference.Of, difference.Minus],
        (_, _, { } ratio) => [ratio.Of, ratio.Per],
        _ => [],
    };

    /// <summary>Whether the smallest and largest value may be shown though few share them.</summary>
    public bool ShowExtremes { get; init; }
}

/// <summary><see cref="Of"/> less <see cref="Minus"/>: below 0 where that is more. Missing where either is.</summary>
public sealed record Subtraction(string Of, string Minus);

/// <summary><see cref="Times"/> × <see cref="Of"/> ÷ <see cref="Per"/>; it does not apply where the divisor is 0. Its figures are published in whole units, from 100 on in two digits.</summary>
public sealed record Ratio(string Of, string Per, int Times = 1);

/// <summary>An answer that is possible but unlikely.</summary>
/// <param name="Question">The question that the message stands at.</param>
public sealed record SoftCheck(string Id, string Question, string Message, Condition When);

/// <summary>A share of responses worth watching: those that meet a condition, of those that could.</summary>
/// <param name="Label">Short, for tables and charts.</param>
/// <param name="Wording">The rule in words, with the question as it was asked.</param>
/// <param name="Counts">Who is counted.</param>
/// <param name="Among">Who could be: the base. Null: everyone who answered.</param>
public sealed record Indicator(string Id, string Label, string Wording, Condition Counts, Condition? Among = null)
{
    /// <summary>Whether everyone may be in its base.</summary>
    public bool IsOfAll(Questionnaire questionnaire) => Among is null && questionnaire.IsPutToAll(Counts.Ids);
}

/// <summary>Two numbers that people believe to go together.</summary>
public sealed record RelationshipOfInterest(string X, string Y);

/// <param name="Question">The id of a single-choice question that everyone is asked: the columns. Who leaves it out is counted with its last option, which should be one for those who are not sure.</param>
/// <param name="By">The id of an indicator of everyone's answers: those who meet its condition, and all others, are the rows.</param>
public sealed record AssociationOfInterest(string Question, string By)
{
    internal ChoiceQuestion QuestionIn(Questionnaire questionnaire) => (ChoiceQuestion)questionnaire.Find(Question)!;

    internal Indicator IndicatorIn(Questionnaire questionnaire) => questionnaire.Indicators.First(indicator => indicator.Id == By);
}

/// <param name="GroupBy">The breakdown question whose group stands between the authority and England, such as the school's phase; null for none.</param>
public sealed record OwnComparison(IReadOnlyList<OwnMeasure> Measures, string? GroupBy = null);

/// <summary>One of a SENCO's own figures. Exactly one of <see cref="Number"/> and <see cref="Indicator"/> is given.</summary>
public sealed record OwnMeasure
{
    /// <summary>The id of an asked or derived number, set beside the others' medians.</summary>
    public string? Number { get; init; }

    /// <summary>The id of an indicator, set beside the share of others to whom it applies.</summary>
    public string? Indicator { get; init; }

    /// <summary>What is recommended of the number, in its unit.</summary>
    public decimal? Recommended { get; init; }

    /// <summary>Who recommends it, and how it was worked out.</summary>
    public string? RecommendedBy { get; init; }
}

/// <param name="Source">Whose list it is.</param>
public sealed record Checklist(string Title, string Source, IReadOnlyList<ChecklistItem> Items);

/// <param name="Questions">The ids of the questions whose answers stand at the item; none leaves room to write.</param>
public sealed record ChecklistItem(string Text, IReadOnlyList<string>? Questions = null);
