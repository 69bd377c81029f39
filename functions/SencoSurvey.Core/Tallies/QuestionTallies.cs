using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tallies;

/// <summary>A number's values and how often each was given.</summary>
public sealed class NumberTally
{
    public Counter<Rational> Values { get; } = new();

    /// <summary>Were asked and did not answer; of a derived number, those for whom it cannot be worked out.</summary>
    public long Missing { get; internal set; }

    /// <summary>The question did not apply; of a ratio, those who gave both its numbers and have nothing to divide by.</summary>
    public long NotAsked { get; internal set; }

    internal void Add(Rational? value)
    {
        if (value is { } given) Values.Add(given);
        else Missing++;
    }

    internal void Merge(NumberTally other)
    {
        Values.Merge(other.Values);
        Missing += other.Missing;
        NotAsked += other.NotAsked;
    }

    internal void Become(NumberTally other)
    {
        Values.Become(other.Values);
        (Missing, NotAsked) = (other.Missing, other.NotAsked);
    }

    internal void Subtract(NumberTally part)
    {
        Values.Subtract(part.Values);
        Missing -= part.Missing;
        NotAsked -= part.NotAsked;
    }
}

/// <summary>How many chose each option.</summary>
public sealed class ChoiceTally(ChoiceQuestion question)
{
    public Counter<string> Options { get; } = new(question.Options.Select(option => option.Id));

    /// <summary>In the questionnaire's order.</summary>
    internal IEnumerable<string> OptionIds => question.Options.Select(option => option.Id);

    /// <summary>Responses that answered: not the sum of the options where several may be chosen.</summary>
    public long Answered { get; internal set; }

    public long Missing { get; internal set; }

    public long NotAsked { get; internal set; }

    internal void Add(ChoiceAnswer? answer)
    {
        if (answer is null)
        {
            Missing++;
            return;
        }

        Answered++;
        foreach (var option in answer.Options) Options.Add(option);
    }

    internal void Merge(ChoiceTally other)
    {
        Options.Merge(other.Options);
        Answered += other.Answered;
        Missing += other.Missing;
        NotAsked += other.NotAsked;
    }

    internal void Become(ChoiceTally other)
    {
        Options.Become(other.Options);
        (Answered, Missing, NotAsked) = (other.Answered, other.Missing, other.NotAsked);
    }

    internal void Subtract(ChoiceTally part)
    {
        foreach (var (option, times) in part.Options) Options.Add(option, -times);
        Answered -= part.Answered;
        Missing -= part.Missing;
        NotAsked -= part.NotAsked;
    }
}

/// <summary>How many met an indicator's condition, of how many that could.</summary>
public sealed class IndicatorTally
{
    public long Met { get; internal set; }

    public long Base { get; internal set; }

    /// <summary>Belong to the indicator's base by what they answered before, but did not answer the question it rests on.</summary>
    public long Missing { get; internal set; }

    internal void Add(Indicator indicator, AnswerSet answers)
    {
        var (met, answered, missing) = ShareCount.Of(indicator, answers);
        Met += met;
        Base += answered;
        Missing += missing;
    }

    internal void Merge(IndicatorTally other)
    {
        Met += other.Met;
        Base += other.Base;
        Missing += other.Missing;
    }

    internal void Become(IndicatorTally other) => (Met, Base, Missing) = (other.Met, other.Base, other.Missing);

    internal void Subtract(IndicatorTally part)
    {
        Met -= part.Met;
        Base -= part.Base;
        Missing -= part.Missing;
    }
}
