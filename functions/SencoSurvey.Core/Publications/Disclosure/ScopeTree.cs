using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>A scope, its tally, and the scopes that it consists of: England, its regions, their authorities; in its own round a school group, which has no parts.</summary>
public sealed record ScopeTree(Scope Scope, Tally Tally, IReadOnlyList<ScopeTree> Parts)
{
    /// <param name="byAuthority">The tallies of those authorities from which there are responses.</param>
    /// <param name="isAcrossRegions">Which of them are in England's figures and not in their region's; null: none.</param>
    public static ScopeTree Of(Questionnaire questionnaire, IReadOnlyDictionary<LocalAuthority, Tally> byAuthority, Predicate<LocalAuthority>? isAcrossRegions = null)
    {
        if (byAuthority.Keys.FirstOrDefault() is { IsTrust: true } trust) return new ScopeTree(Scope.Of(trust), byAuthority[trust], []);
        var across = byAuthority.Where(pair => isAcrossRegions?.Invoke(pair.Key) == true).ToDictionary();
        var regions = byAuthority.Except(across)
            .GroupBy(pair => pair.Key.Region)
            .OrderBy(region => region.Key.Code, StringComparer.Ordinal)
            .Select(region => Whole(Scope.Of(region.Key), Each(region)));
        return Whole(Scope.England, [.. regions, .. Each(across)]);

        static IReadOnlyList<ScopeTree> Each(IEnumerable<KeyValuePair<LocalAuthority, Tally>> authorities) =>
            [.. authorities.OrderBy(pair => pair.Key.Code, StringComparer.Ordinal).Select(pair => new ScopeTree(Scope.Of(pair.Key), pair.Value, []))];

        ScopeTree Whole(Scope scope, IReadOnlyList<ScopeTree> parts) => new(scope, parts.Aggregate(new Tally(questionnaire), (sum, part) => sum.Merge(part.Tally)), parts);
    }

    /// <summary>This scope, its parts, and theirs: wholes before parts.</summary>
    public IEnumerable<ScopeTree> All => Parts.SelectMany(part => part.All).Prepend(this);
}
