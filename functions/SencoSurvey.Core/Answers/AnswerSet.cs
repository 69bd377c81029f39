using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Answers;

/// <summary>Valid answers to one questionnaire, by question id; an unanswered question is absent.</summary>
public sealed class AnswerSet(Questionnaire questionnaire, IReadOnlyDictionary<string, Answer> answers)
{
    /// <summary>Every questionnaire asks this, under this id: it decides where a response is kept and for whom it counts.</summary>
    public const string LocalAuthorityId = "localAuthority";

    public Questionnaire Questionnaire { get; } = questionnaire;

    public LocalAuthority LocalAuthority =>
        LocalAuthorities.TryGet(Choice(LocalAuthorityId)!.Options[0], out var authority) ? authority : throw new InvalidOperationException("A valid answer names a known authority.");

    public Answer? Find(string question) => answers.GetValueOrDefault(question);

    public ChoiceAnswer? Choice(string question) => Find(question) as ChoiceAnswer;

    /// <summary>An answered number, or a derived one that can be worked out.</summary>
    public Rational? Number(string id) =>
        Questionnaire.Derived.FirstOrDefault(derived => derived.Id == id) is { } derived ? Derive(derived) : (Find(id) as NumberAnswer)?.Value;

    /// <summary>Whether both numbers of a ratio are known, but the divisor is 0.</summary>
    public bool HasNothingToDivideBy(DerivedNumber derived) => derived.Ratio is { } ratio && Number(ratio.Of) is not null && Number(ratio.Per) is { Numerator: 0 };

    /// <summary>Whether the question was to be answered, given the earlier answers.</summary>
    public bool Applies(Question question) => question.AppliesWhen is null || question.AppliesWhen.Holds(this) == true;

    /// <summary>The soft checks that these answers set off.</summary>
    public IEnumerable<SoftCheck> SoftChecks => Questionnaire.SoftChecks.Where(check => check.When.Holds(this) == true);

    private Rational? Derive(DerivedNumber derived)
    {
        if (derived.Sum is { } parts) return parts.Select(Number).Aggregate((Rational?)0, (sum, part) => sum + part);
        if (derived.Difference is { } difference) return Number(difference.Of) - Number(difference.Minus);
        var divisor = Number(derived.Ratio!.Per);
        return divisor is null or { Numerator: 0 } ? null : Number(derived.Ratio.Of) * derived.Ratio.Times / divisor;
    }
}
