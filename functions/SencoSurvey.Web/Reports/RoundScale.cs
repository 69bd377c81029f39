namespace SencoSurvey.Web.Reports;

/// <summary>Scales that begin at nought and end at a round number.</summary>
public static class RoundScale
{
    private static readonly double[] Steps = [1, 2, 4, 5, 10];

    /// <returns>1, 2, 4 or 5 times a power of ten: the first at or above <paramref name="reach"/>.</returns>
    /// <param name="reach">More than 0.</param>
    public static double Of(double reach)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(reach)));
        return Steps.Select(step => step * unit).First(most => most >= reach);
    }
}
