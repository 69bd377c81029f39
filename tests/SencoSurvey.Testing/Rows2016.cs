namespace SencoSurvey.Testing;

/// <summary>The rows that North Lincolnshire published of its survey in 2016.</summary>
public static class Rows2016
{
    public static IReadOnlyList<(string Key, object Answers)> All { get; } =
    [
        .. new (int SenSupport, int Ehcp, double Hours)[]
        {
            (76, 8, 24), (24, 3, 18), (55, 7, 16.25), (18, 2, 12.5), (78, 4, 12), (9, 1, 12), (69, 4, 6),
            (31, 2, 6), (57, 3, 5.5), (17, 4, 4), (52, 9, 3.25), (98, 4, 3), (29, 0, 3), (25, 3, 3),
            (13, 2, 3), (29, 6, 2.5), (15, 1, 2.5), (13, 1, 2.5), (25, 2, 2), (10, 0, 1), (7, 0, 1),
        }.Select((row, index) => ($"20160000-0000-4000-8000-{index + 1:D12}", (object)new { localAuthority = "813", senSupport = row.SenSupport, ehcp = row.Ehcp, hoursAllocated = row.Hours })),
    ];
}
