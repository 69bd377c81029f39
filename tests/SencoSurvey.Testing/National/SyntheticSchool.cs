namespace SencoSurvey.Testing.National;

/// <summary>A made-up school with its SENCO's hours. Kinds, sizes and needs are in about the proportions of England's schools, and no more than that.</summary>
/// <param name="Pupils">On roll.</param>
/// <param name="Hours">A week, given for the role.</param>
/// <param name="Extra">Hours a week worked beyond those.</param>
internal sealed record SyntheticSchool(string Phase, int Pupils, int SenSupport, int Ehcp, double Hours, double Extra)
{
    public static SyntheticSchool Of(int number)
    {
        var phase = Draw.Of(number, "phase", (0.66, "primary"), (0.19, "secondary"), (0.05, "special"), (0.03, "independent"), (0.02, "allThrough"), (0.02, "nursery"), (0.02, "alternativeProvision"), (0.01, "post16"));
        var (fewest, most) = phase switch
        {
            "primary" => (45, 640),
            "secondary" => (420, 1800),
            "special" => (40, 260),
            "nursery" => (40, 120),
            "alternativeProvision" => (20, 130),
            "independent" => (90, 900),
            "allThrough" => (600, 1900),
            _ => (700, 2600),
        };
        var pupils = Draw.Between(number, "pupils", fewest, most);
        var (support, plans) = phase switch
        {
            "special" => (0.02, 0.68),
            "alternativeProvision" => (0.5, 0.2),
            "nursery" => (0.12, 0.02),
            _ => (0.15, 0.045),
        };
        return new SyntheticSchool(phase, pupils, Some("supported", support), Some("plans", plans), HoursOf(number, phase, pupils), ExtraOf(number, phase));

        int Some(string topic, double share) => (int)Math.Min(pupils * share * (0.6 + (0.8 * Draw.Of(number, topic))), pupils);
    }

    private static double HoursOf(int number, string phase, int pupils)
    {
        var drawn = Draw.Of(number, "hours");
        return phase switch
        {
            "primary" or "nursery" => 1 + (13 * drawn * drawn) + (pupils / 100.0),
            "special" => 10 + (22 * drawn),
            _ => 4 + (20 * drawn) + (pupils / 300.0),
        };
    }

    /// <summary>Nine hours or more in 43% of primary and 71% of secondary schools: what was published of 2018.</summary>
    private static double ExtraOf(int number, string phase)
    {
        var isMuch = Draw.Of(number, "much extra") < phase switch { "primary" => 0.43, "secondary" => 0.71, _ => 0.5 };
        return isMuch ? 9 + (11 * Draw.Of(number, "extra")) : 8.5 * Draw.Of(number, "extra");
    }
}
