using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Rounds;

/// <summary>What a round must be before it is stored.</summary>
public static partial class RoundRules
{
    public const int MostBuckets = 16;

    /// <summary>1 to 40 of a-z, 0-9 and '-': it stands in addresses and in storage keys.</summary>
    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z")]
    public static partial Regex Id();

    public static Errors Check(RoundDefinition round, IQuestionnaires questionnaires)
    {
        var errors = new Errors();
        errors.Unless(!string.IsNullOrWhiteSpace(round.Title) && round.Title.Length <= 200, "title", "Give the round a title of 1 to 200 characters.");
        errors.Unless(questionnaires.Find(round.Questionnaire) is not null, "questionnaire", $"There is no such questionnaire. There are: {string.Join(", ", questionnaires.Ids)}.");
        errors.Unless(round.ClosesOn >= round.OpensOn, "closesOn", "The last day must not be before the first.");
        errors.Unless(Enum.IsDefined(round.Access), "access", "Must be open or invited.");
        errors.Unless(round.MinimumBase is >= 1 and <= 10_000, "minimumBase", "Must be a whole number from 1 to 10000.");
        errors.Unless(round.MinimumCell is >= 1 and <= 1_000, "minimumCell", "Must be a whole number from 1 to 1000.");
        errors.Unless(round.PreviousRound is null || Id().IsMatch(round.PreviousRound), "previousRound", "Must be a round's id: 1 to 40 of a-z, 0-9 and '-'.");
        errors.Unless(round.Buckets is >= 1 and <= MostBuckets, "buckets", $"Must be a whole number from 1 to {MostBuckets}.");
        if (round.Trust is { } trust) CheckTrust(trust, round.Access, errors);
        CheckReported(round, errors);
        return errors;
    }

    private static void CheckTrust(Trust trust, Access access, Errors errors)
    {
        errors.Unless(trust.Id is not null && Trust.Rule().IsMatch(trust.Id), "trust.id", "Must be 1 to 20 of a-z, 0-9 and '-'.");
        errors.Unless(trust.Name is { Length: >= 1 and <= 100 } name && name == name.Trim() && !name.EnumerateRunes().Any(IsInvisible), "trust.name", "Must be 1 to 100 characters that can be seen, without space around them.");
        errors.Unless(access == Access.Invited, "access", "Must be invited: nobody else could tell the school group's SENCOs from others.");
    }

    /// <summary>It would turn a mail's subject round, or head a page with nothing.</summary>
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static void CheckReported(RoundDefinition round, Errors errors)
    {
        IReadOnlyList<ReportedCounts>? reported = round.Reported;
        errors.Unless(reported is { Count: <= 200 }, "reported", "Must be a list of at most 200 counts.");
        foreach (var (index, counts) in (reported ?? []).Index())
        {
            var place = $"reported[{index}]";
            if (counts is null)
            {
                errors.Add(place, "Must be an object.");
                continue;
            }

            errors.Unless(Scope.TryParse(counts.Scope, null, out var scope) && round.Has(scope), $"{place}.scope", round.Trust is { } trust ? $"Must be {Scope.Of(trust)}: the round has no other." : "Must be england, region/{code} or la/{code}.");
            errors.Unless(!string.IsNullOrWhiteSpace(counts.Question) && counts.Question.Length <= 60, $"{place}.question", "Must be an id of 1 to 60 characters.");
            errors.Unless(!string.IsNullOrWhiteSpace(counts.Label), $"{place}.label", "Must say what was counted.");
            errors.Unless(!string.IsNullOrWhiteSpace(counts.Source), $"{place}.source", "Must say where the counts were published.");
            errors.Unless(
                counts.Options is { Count: >= 2 } && counts.Options.All(option => option is { Count: >= 0, Id.Length: > 0, Label.Length: > 0 }),
                $"{place}.options",
                "Must be two or more options with id, label and a count of 0 or more.");
            errors.Unless(counts.Options is null || counts.Options.Where(option => option is not null).GroupBy(option => option.Id).All(options => options.Count() == 1), $"{place}.options", "Must have an id each.");
        }
    }
}
