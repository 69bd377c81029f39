using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Statistics;

/// <summary>Kendall's tau-b, which corrects for ties. https://doi.org/10.1093/biomet/33.3.239</summary>
internal static class KendallTauB
{
    /// <summary>Takes time in proportion to d log d, d being the number of different pairs.</summary>
    public static double Of(Counter<NumberPair> pairs)
    {
        var n = pairs.Total;
        var all = Pairs(n);
        var tiedX = pairs.GroupBy(pair => pair.Key.X, pair => pair.Value).Sum(group => Pairs(group.Sum()));
        var tiedY = pairs.GroupBy(pair => pair.Key.Y, pair => pair.Value).Sum(group => Pairs(group.Sum()));
        var tiedBoth = pairs.Sum(pair => Pairs(pair.Value));
        var discordant = Discordant(pairs);
        var concordant = all - tiedX - tiedY + tiedBoth - discordant;
        return (concordant - discordant) / (Math.Sqrt(all - tiedX) * Math.Sqrt(all - tiedY));
    }

    private static long Pairs(long n) => n * (n - 1) / 2;

    /// <summary>Goes through the pairs by rising x and asks of each how many before it, with a smaller x, have a larger y.</summary>
    private static long Discordant(Counter<NumberPair> pairs)
    {
        var rankOfY = pairs.Select(pair => pair.Key.Y).Distinct().Order().Index().ToDictionary(item => item.Item, item => item.Index + 1);
        var seen = new long[rankOfY.Count + 1]; // A Fenwick tree: sums of prefixes in log time.
        long discordant = 0, before = 0;
        foreach (var sameX in pairs.GroupBy(pair => pair.Key.X).OrderBy(group => group.Key))
        {
            foreach (var (pair, times) in sameX) discordant += times * (before - UpTo(rankOfY[pair.Y]));
            foreach (var (pair, times) in sameX)
            {
                before += times;
                for (var rank = rankOfY[pair.Y]; rank < seen.Length; rank += rank & -rank) seen[rank] += times;
            }
        }

        return discordant;

        long UpTo(int rank)
        {
            long sum = 0;
            for (; rank > 0; rank -= rank & -rank) sum += seen[rank];
            return sum;
        }
    }
}
