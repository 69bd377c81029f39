using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tallies;

/// <summary>
/// What a questionnaire's tallies count, and in which order, in sixteen characters: other ones for every questionnaire that counts something else, though it has the same id, and the
/// same ones where only words were changed. So a tally needs to hold neither noughts nor the names of options to be told from one of another version.
/// </summary>
internal static class TallyShape
{
    /// <summary>To be raised when <see cref="TallyWriter"/> writes the same counts otherwise, or the same answers are counted otherwise.</summary>
    private const int Spelling = 4;

    private static readonly ConditionalWeakTable<Questionnaire, string> Known = [];

    public static string Of(Questionnaire questionnaire) => Known.GetValue(questionnaire, Fingerprint);

    private static string Fingerprint(Questionnaire questionnaire) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
    {
        Spelling,
        Questions = questionnaire.Questions.Where(question => question is NumberQuestion or ChoiceQuestion).Select(question => new
        {
            question.Id,
            question.AppliesWhen,
            Options = (question as ChoiceQuestion)?.Options.Select(option => option.Id),
        }),
        Derived = questionnaire.Derived.Select(derived => derived.Difference is { } difference ? (object)new { derived.Id, difference } : new { derived.Id, derived.Sum, derived.Ratio }),
        Indicators = questionnaire.Indicators.Select(indicator => new { indicator.Id, indicator.Counts, indicator.Among }),
        SoftChecks = questionnaire.SoftChecks.Select(check => new { check.Id, check.When }),
        questionnaire.Relationships,
        questionnaire.Associations,
        Breakdowns = questionnaire.Breakdowns.Select(by => new { by.Id, Groups = Groups(by) }),
    })))[..16];

    private static IEnumerable<object> Groups(Grouping by) => by.Groups.Select(group => new { group.Id, group.When });
}
