using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Publications.Disclosure;

/// <summary>
/// Someone with a list of an authority's schools, which says how many pupils with SEND and with EHC plans each has, as is published every year. From a figure of minutes for each pupil they work out whose
/// it can be, and with how many hours: where only one school is left, they know what its SENCO answered.
/// </summary>
public sealed class LinkageAttackTests
{
    private const int Rounds = 200;
    private const int Schools = 60;

    /// <summary>What a SENCO is given: half hours, or halves of a day of 6.5.</summary>
    private static readonly double[] Hours = [.. Enumerable.Range(1, 80).Select(half => half / 2.0).Concat(Enumerable.Range(1, 12).Select(half => half * 3.25)).Distinct()];

    [Fact]
    public void No_figure_of_minutes_is_true_of_one_school_alone() => Parallel.For(0, Rounds, seed =>
    {
        var round = new ListedRound(seed);
        var found = round.Finds(round.Publish()).ToList();
        Assert.True(found.Count == 0, $"Round {seed}: {string.Join(", ", found)}");
    });

    [Fact]
    public void Unrounded_figures_would_be()
    {
        var broken = Enumerable.Range(0, Rounds).AsParallel().Count(seed => new ListedRound(seed) is var round && round.Finds(round.Live()).Any());
        Assert.True(broken > Rounds / 2, $"In {broken} of {Rounds} rounds only.");
    }

    private sealed class ListedRound
    {
        private readonly (int Support, int Plans, double Hours, string Leads)[] schools;
        private readonly int answered;

        public ListedRound(int seed)
        {
#pragma warning disable CA5394 // The same rounds every time.
            var random = new Random(seed);
            schools = [.. Enumerable.Range(0, Schools).Select(_ => random.Next(15) == 0
                ? (0, random.Next(50, 220), Hours[random.Next(Hours.Length)], "yes")
                : (random.Next(5, 130), random.Next(0, 30), Hours[random.Next(Hours.Length / 2)], random.Next(2) == 0 ? "yes" : "no"))];
            answered = random.Next(12, 45);
#pragma warning restore CA5394
        }

        private Tally Tally => Tally.Of(Example.Workload, schools.Take(answered).Select(school => Example.Read(
            FormattableString.Invariant($"\"senSupport\": {school.Support}, \"ehcp\": {school.Plans}, \"hoursAllocated\": {school.Hours}, \"seniorLeadershipTeam\": \"{school.Leads}\""), Example.Workload)));

        private static Round Round => new("workload", SamplePublications.Round);

        public Publication Publish() => PublicationBuilder.Publish(Round, Example.Workload, Scope.Parse("la/813"), Tally, DateTimeOffset.UnixEpoch, final: true);

        public Publication Live() => PublicationBuilder.Live(Round, Example.Workload, Scope.Parse("la/813"), Tally, DateTimeOffset.UnixEpoch);

        public IEnumerable<string> Finds(Publication publication)
        {
            foreach (var numbers in publication.Breakdowns!["seniorLeadershipTeam"].Groups.Select(group => group.Numbers).Append(publication.Numbers))
            {
                foreach (var (id, pupils) in new (string, Func<(int Support, int Plans, double, string), int>)[] { ("minutesPerPupil", school => school.Support + school.Plans), ("minutesPerEhcp", school => school.Plans) })
                {
                    var figure = numbers[id];
                    foreach (var value in new[] { figure.MedianLower, figure.MedianUpper, figure.Median, figure.Q1, figure.Q3, figure.P10, figure.P90 }.OfType<double>().Distinct())
                    {
                        if (schools.Count(school => Array.Exists(Hours, hours => pupils(school) > 0 && IsTheSame(60 * hours / pupils(school), value, isRounded: !publication.Live))) == 1) yield return $"{id} {value}";
                    }
                }
            }
        }

        /// <summary>Rounded figures are in ones up to 99, in tens up to 990, in hundreds up to 9,900.</summary>
        private static bool IsTheSame(double minutes, double value, bool isRounded) =>
            Math.Abs(minutes - value) <= (isRounded ? value switch { < 100 => 0.5, < 1000 => 5, _ => 50 } : 1e-9);
    }
}
