using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Populations;

/// <summary>
/// How many schools there are, or were invited, by authority, kind and size: what statistics need to know of those who might have answered, and no school's name.
/// Schools may be added, and counts merged, in any order, and <see cref="SchoolCountsJson"/> gives the same bytes.
/// </summary>
public sealed class SchoolCounts
{
    private readonly Counter<SchoolGroup> groups = new();

    /// <summary>How many in all.</summary>
    public long Schools => groups.Total;

    /// <summary>In the groups' order; those of no school are left out.</summary>
    public IReadOnlyCollection<KeyValuePair<SchoolGroup, long>> Groups => groups;

    public long this[SchoolGroup group] => groups[group];

    /// <exception cref="ArgumentException">The group is not known.</exception>
    public void Add(SchoolGroup group, long schools = 1)
    {
        if (!group.IsKnown) throw new ArgumentException($"There is no group {group}.", nameof(group));
        ArgumentOutOfRangeException.ThrowIfLessThan(schools, 1);
        groups.Add(group, schools);
    }

    public SchoolCounts Merge(SchoolCounts other)
    {
        groups.Merge(other.groups);
        return this;
    }

    /// <summary>Those that belong to a scope.</summary>
    public SchoolCounts In(Scope scope)
    {
        var authorities = LocalAuthorities.All.Where(scope.Includes).Select(authority => authority.Code).ToHashSet();
        return Of(groups.Where(group => authorities.Contains(group.Key.Authority)));
    }

    /// <summary>By authority code, in the codes' order; authorities without schools are left out.</summary>
    public IReadOnlyList<KeyValuePair<string, SchoolCounts>> ByAuthority() =>
        [.. groups.GroupBy(group => group.Key.Authority).Select(authority => KeyValuePair.Create(authority.Key, Of(authority)))];

    /// <summary>How many of each kind; kinds without schools count 0.</summary>
    public Counter<string> ByPhase()
    {
        var phases = new Counter<string>();
        foreach (var (group, schools) in groups) phases.Add(group.Phase, schools);
        return phases;
    }

    /// <summary>How many of each size; sizes without schools count 0.</summary>
    public Counter<string> BySize()
    {
        var sizes = new Counter<string>();
        foreach (var (group, schools) in groups) sizes.Add(group.Size, schools);
        return sizes;
    }

    private static SchoolCounts Of(IEnumerable<KeyValuePair<SchoolGroup, long>> groups)
    {
        var counts = new SchoolCounts();
        foreach (var (group, schools) in groups) counts.groups.Add(group, schools);
        return counts;
    }
}
