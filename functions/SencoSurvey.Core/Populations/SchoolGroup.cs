using SencoSurvey.Core.Geography;

namespace SencoSurvey.Core.Populations;

/// <summary>The schools of one authority that are of one kind and one size.</summary>
/// <param name="Authority">The DfE's three digits.</param>
/// <param name="Phase">One of <see cref="SchoolPhases.All"/>.</param>
/// <param name="Size">The id of one of <see cref="SchoolSizes.All"/>.</param>
public readonly record struct SchoolGroup(string Authority, string Phase, string Size) : IComparable<SchoolGroup>
{
    /// <summary>Whether authority, kind and size are known here.</summary>
    public bool IsKnown => LocalAuthorities.TryGet(Authority, out _) && SchoolPhases.All.Contains(Phase) && SchoolSizes.All.Select(size => size.Id).Contains(Size);

    /// <summary>By authority, kind and size, character by character.</summary>
    public int CompareTo(SchoolGroup other) =>
        string.CompareOrdinal(Authority, other.Authority) is var byAuthority and not 0 ? byAuthority
        : string.CompareOrdinal(Phase, other.Phase) is var byPhase and not 0 ? byPhase
        : string.CompareOrdinal(Size, other.Size);

    public static bool operator <(SchoolGroup a, SchoolGroup b) => a.CompareTo(b) < 0;

    public static bool operator >(SchoolGroup a, SchoolGroup b) => a.CompareTo(b) > 0;

    public static bool operator <=(SchoolGroup a, SchoolGroup b) => a.CompareTo(b) <= 0;

    public static bool operator >=(SchoolGroup a, SchoolGroup b) => a.CompareTo(b) >= 0;
}
