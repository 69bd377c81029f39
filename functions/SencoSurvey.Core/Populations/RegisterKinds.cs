namespace SencoSurvey.Core.Populations;

/// <summary>
/// Which kind of school a line of the register is about, by the names that GIAS (Get Information about Schools, Department for Education) gives phases and types;
/// its code numbers are not used. Names are compared as <see cref="Plain"/> spells them.
/// </summary>
internal static class RegisterKinds
{
    private static readonly HashSet<string> OtherGroups = ["children's centres", "universities", "welsh schools", "online provider"];

    /// <summary>Establishments without a SENCO in England: no schools, or elsewhere.</summary>
    private static readonly HashSet<string> OtherTypes =
    [
        "children's centre", "children's centre linked site", "higher education institutions", "welsh establishment", "british schools overseas", "offshore schools",
        "service children's education", "secure units", "institution funded by other government department", "miscellaneous", "online provider",
    ];

    private static readonly Dictionary<string, string> Phases = new()
    {
        ["nursery"] = SchoolPhases.Nursery,
        ["primary"] = SchoolPhases.Primary,
        ["middle deemed primary"] = SchoolPhases.Primary,
        ["secondary"] = SchoolPhases.Secondary,
        ["middle deemed secondary"] = SchoolPhases.Secondary,
        ["16 plus"] = SchoolPhases.Post16,
        ["all-through"] = SchoolPhases.AllThrough,
    };

    /// <summary>Parts of a type's or a group's name, most telling first: a special college is a college, and an independent special school is special.</summary>
    private static readonly (string Part, string Phase)[] Types =
    [
        ("alternative provision", SchoolPhases.AlternativeProvision),
        ("pupil referral unit", SchoolPhases.AlternativeProvision),
        ("post 16", SchoolPhases.Post16),
        ("16 to 19", SchoolPhases.Post16),
        ("16-19", SchoolPhases.Post16),
        ("further education", SchoolPhases.Post16),
        ("sixth form", SchoolPhases.Post16),
        ("special", SchoolPhases.Special),
        ("nursery", SchoolPhases.Nursery),
        ("independent", SchoolPhases.Independent),
        ("colleges", SchoolPhases.Post16),
    ];

    public static bool IsSchool(string type, string group) => !OtherTypes.Contains(type) && !OtherGroups.Contains(group);

    /// <summary>By the phase; special schools, alternative provision, colleges and independent schools have none there, and are known by their type.</summary>
    /// <returns>One of <see cref="SchoolPhases.All"/>; null when the names do not say.</returns>
    public static string? PhaseOf(string phase, string type, string group) =>
        Phases.GetValueOrDefault(phase) ?? Types.FirstOrDefault(known => type.Contains(known.Part, StringComparison.Ordinal) || group.Contains(known.Part, StringComparison.Ordinal)).Phase;

    /// <summary>Small letters, and the typewriter's apostrophe.</summary>
    public static string Plain(string name) => name.Trim().Replace('\u2019', '\'').ToLowerInvariant();
}
