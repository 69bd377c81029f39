namespace SencoSurvey.Testing.National;

/// <summary>
/// A round of synthetic answers to senco-workload-1 that is built to margins of the national survey of 2018 (Bath Spa University, nasen and the NEU), as they were published: 74% with
/// not enough time, 30% not in the role in five years, and 49% of those mainly for the workload. No answer is anybody's; who gives which is drawn, and only the margins are held to.
/// </summary>
public static class NationalRound
{
    public const string Title = "Synthetic answers with the national margins of 2018";

    public const int Responses = 1940;

    /// <summary>74.0%. Two indicators stand beside the published 74%: both have it.</summary>
    public const int NotEnoughTime = 1436;

    /// <summary>30.0%.</summary>
    public const int Leaving = 582;

    /// <summary>49.0% of those leaving.</summary>
    public const int LeavingForWorkload = 285;

    /// <summary>Each response's answers by question id, with its key.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; } = [.. Make()];

    /// <summary>As a file to import.</summary>
    public static string Csv()
    {
        var columns = Rows.SelectMany(row => row.Keys).Distinct().ToList();
        return string.Join('\n', Rows.Select(row => string.Join(',', columns.Select(column => row.GetValueOrDefault(column, "")))).Prepend(string.Join(',', columns)));
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Make()
    {
        var numbers = Enumerable.Range(0, Responses).ToList();
        var authorities = AuthorityShares.Of(Responses);
        var schools = numbers.ConvertAll(SyntheticSchool.Of);
        var shortForRole = Draw.Highest(numbers, NotEnoughTime, number => Strain(number, "role"));
        var shortForSupport = Draw.Highest(numbers, NotEnoughTime, number => Strain(number, "support"));
        var leaving = Draw.Highest(numbers, Leaving, number => Draw.Of(number, "leaving") + (shortForRole.Contains(number) ? 0.15 : 0));
        var overworked = Draw.Highest(leaving, LeavingForWorkload, number => Draw.Of(number, "overworked") + (shortForRole.Contains(number) ? 0.15 : 0));
        return numbers.Select(number => new SyntheticSenco(number, authorities[number], schools[number], shortForRole.Contains(number), shortForSupport.Contains(number), leaving.Contains(number), overworked.Contains(number)).Answers());

        // Those with few hours are likelier to say that these are not enough, and no more than likelier.
        double Strain(int number, string topic) => Draw.Of(number, topic) + (0.8 * Math.Max(0, 1 - (schools[number].Hours / 20)));
    }
}
