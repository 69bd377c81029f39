using System.Text.Json;

namespace SencoSurvey.Core.Tests.Statistics.Golden;

/// <summary>What R found: see golden.R, which writes golden.json. A figure is null where there is none.</summary>
internal sealed record GoldenFigures(
    IReadOnlyList<GoldenNumbers> Numbers,
    IReadOnlyList<GoldenPairs> Pairs,
    IReadOnlyList<GoldenRanks> MedianRanks,
    IReadOnlyList<GoldenProportion> Proportions,
    IReadOnlyList<GoldenProportion> Finite,
    IReadOnlyList<GoldenIndependent> Independent,
    IReadOnlyList<GoldenPaired> Paired,
    IReadOnlyList<GoldenAssociation> Associations,
    IReadOnlyList<GoldenWeighting> Weightings)
{
    public static readonly GoldenFigures All = Read();

    private static GoldenFigures Read()
    {
        using var json = typeof(GoldenFigures).Assembly.GetManifestResourceStream("golden.json")!;
        return JsonSerializer.Deserialize<GoldenFigures>(json, JsonSerializerOptions.Web)!;
    }
}

/// <param name="Values">Fractions; null is a missing answer.</param>
internal sealed record GoldenNumbers(string Name, IReadOnlyList<string?> Values, GoldenSummary? Summary, GoldenMedianInterval? MedianInterval);

internal sealed record GoldenSummary(long N, double Total, double Mean, double? Sd, double Min, double P10, double Q1, double Median, double Q3, double P90, double Max);

internal sealed record GoldenMedianInterval(long LowerRank, long UpperRank, double Lower, double Upper, double Coverage);

/// <param name="LowerRank">0 where no rank will do.</param>
internal sealed record GoldenRanks(long N, long LowerRank, double? Coverage);

internal sealed record GoldenPairs(string Name, IReadOnlyList<string?> X, IReadOnlyList<string?> Y, GoldenCorrelation? Found);

internal sealed record GoldenCorrelation(long N, double Pearson, double? PearsonLower, double? PearsonUpper, double Spearman, double Kendall);

/// <param name="Population">0 where it is endless.</param>
internal sealed record GoldenProportion(long Count, long Total, double Lower, double Upper, long Population = 0);

internal sealed record GoldenIndependent(long Count, long Total, long OtherCount, long OtherTotal, double Difference, double Lower, double Upper);

internal sealed record GoldenPaired(long Both, long OnlyFirst, long OnlySecond, long Neither, double Difference, double Lower, double Upper);

internal sealed record GoldenAssociation(string Name, IReadOnlyList<IReadOnlyList<long>> Table, GoldenTest? Found);

internal sealed record GoldenTest(long N, double ChiSquared, int DegreesOfFreedom, double P, double CramersV, double SmallestExpected, double UnderFive);

internal sealed record GoldenWeighting(
    IReadOnlyList<long> Populations, IReadOnlyList<long> Respondents, IReadOnlyList<long> Counts, IReadOnlyList<double> Weights, double EffectiveBase, double Share, double Lower, double Upper);
