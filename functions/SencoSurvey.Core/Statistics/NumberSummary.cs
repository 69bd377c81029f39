using MathNet.Numerics.Statistics;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Statistics;

/// <summary>Mean, spread and quantiles of a number. Quantiles are type 7 (R's and NumPy's default); the standard deviation divides by n - 1.</summary>
public sealed record NumberSummary(long N, double Total, double Mean, double? Sd, double Min, double P10, double Q1, double Median, double Q3, double P90, double Max)
{
    /// <returns>Null of no value; <see cref="Sd"/> is null of a single one.</returns>
    public static NumberSummary? Of(Counter<Rational> counts)
    {
        var values = Expand(counts);
        if (values.Length == 0) return null;
        var mean = ArrayStatistics.Mean(values);
        return new NumberSummary(
            values.Length,
            counts.Sum(pair => pair.Key.ToDouble() * pair.Value),
            mean,
            values.Length > 1 ? ArrayStatistics.StandardDeviation(values) : null,
            values[0],
            Quantile(0.1),
            Quantile(0.25),
            Quantile(0.5),
            Quantile(0.75),
            Quantile(0.9),
            values[^1]);

        double Quantile(double share) => SortedArrayStatistics.QuantileCustom(values, share, QuantileDefinition.R7);
    }

    private static double[] Expand(Counter<Rational> counts)
    {
        var values = new double[counts.Total];
        var next = 0;
        foreach (var (value, times) in counts)
        {
            Array.Fill(values, value.ToDouble(), next, (int)times);
            next += (int)times;
        }

        return values;
    }
}
