using System.Text.Json;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.YearOnYear;

/// <summary>Whether two questionnaires ask the same: the same words, options and limits, put to the same people. Anything less, and a line between the years is broken.</summary>
internal static class SameQuestion
{
    /// <summary>Whether an indicator counts the same of the same in both.</summary>
    public static bool Of(Questionnaire one, Questionnaire other, Indicator indicator)
    {
        var there = other.Indicators.FirstOrDefault(known => known.Id == indicator.Id);
        return there is not null && IsSame(indicator.Counts, there.Counts) && IsSame(indicator.Among, there.Among) && Conditions(indicator).SelectMany(condition => condition.Ids).All(id => IsAskedAlike(one, other, id));
    }

    /// <summary>The question itself, or those that a derived number is worked out from, and what leads to them.</summary>
    private static bool IsAskedAlike(Questionnaire one, Questionnaire other, string id) => one.AskedFor(id).All(asked =>
        one.Find(asked) is { } here && other.Find(asked) is { } there
        && Spell(here) == Spell(there)
        && (here.AppliesWhen is null || here.AppliesWhen.Ids.All(leading => IsAskedAlike(one, other, leading))));

    private static IEnumerable<Condition> Conditions(Indicator indicator) => indicator.Among is { } among ? [indicator.Counts, among] : [indicator.Counts];

    private static bool IsSame(Condition? one, Condition? other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);

    /// <summary>All that a respondent reads or that decides who is asked; not how reports call it.</summary>
    private static string Spell(Question question) => JsonSerializer.Serialize(question with { Short = null, Prompt = null, StartsPage = null });
}
