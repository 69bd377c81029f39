using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Benchmarks;

/// <summary>How long England's figures take from the tallies of all authorities, part by part, without storage.</summary>
internal static class PublishBenchmark
{
    /// <summary>One of each school in England.</summary>
    private const int MostResponses = 24_453;

    private const int Times = 12;

    private static readonly Questionnaire Questionnaire = QuestionnaireLibrary.Load().Find("senco-workload-1")!;

    private static readonly Round Round = new("r", new RoundDefinition
    {
        Title = "Synthetic",
        Questionnaire = Questionnaire.Id,
        OpensOn = DateOnly.MinValue,
        ClosesOn = DateOnly.MaxValue,
        Access = Access.Open,
        MinimumBase = 10,
        MinimumCell = 3,
    });

    /// <param name="responses">In the round.</param>
    public static void Run(int responses = MostResponses)
    {
        var stored = Stored(responses);
        Say($"{responses} synthetic responses in {stored.Count} authorities: {stored.Values.Sum(bytes => bytes.Length) / 1e6:0.0} MB of tallies before compression.");
        for (var time = 1; time <= Times; time++) Once(stored, time);
    }

    private static Dictionary<LocalAuthority, byte[]> Stored(int responses) => new SyntheticEngland(Questionnaire).Answers(responses)
        .GroupBy(answers => answers.LocalAuthority)
        .ToDictionary(authority => authority.Key, authority => TallyJson.Write(Tally.Of(Questionnaire, authority)));

    private static void Once(Dictionary<LocalAuthority, byte[]> stored, int time)
    {
        var (read, reading) = Took(() => stored.ToDictionary(pair => pair.Key, pair => TallyJson.Read(Questionnaire, pair.Value)));
        var (tree, merging) = Took(() => ScopeTree.Of(Questionnaire, read));
        var (plan, planning) = Took(() => DisclosurePlan.Of(Questionnaire, Round.Definition.MinimumBase, Round.Definition.MinimumCell, tree));
        var (england, building) = Took(() => Publish(tree, plan));
        Say($"{time}: read {reading}; merge {merging}, plan {planning}, England's publication {building}: together {merging + planning + building}");
        if (time < Times) return;
        var (_, hashing) = Took(() => tree.All.Select(scope => TallyJson.Hash(scope.Tally)).ToList());
        var (all, rest) = Took(() => tree.All.Where(scope => scope.Tally.Responses >= Round.Definition.MinimumBase).Select(scope => Publish(scope, plan)).ToList());
        Say($"   hash the tallies of all scopes {hashing}; publish all {all.Count} that are large enough {rest}");
        Say($"   The figures' fingerprint, the same as long as nothing else is published: {Fingerprint(all)} ({PublicationJson.Write(england).Length} bytes are England's)");
    }

    private static Publication Publish(ScopeTree scope, DisclosurePlan plan) =>
        PublicationBuilder.Publish(Round, Questionnaire, scope.Scope, scope.Tally, DateTimeOffset.UnixEpoch, final: true, plan);

    private static string Fingerprint(IEnumerable<Publication> publications)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var publication in publications) hash.AppendData(PublicationJson.Write(publication with { Build = publication.Build with { TallyHash = "" } }));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static (T Result, Time Took) Took<T>(Func<T> work)
    {
        GC.Collect(); // Not to be charged with what the part before left.
        var (began, worked) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        var result = work();
        return (result, new Time(Stopwatch.GetElapsedTime(began), Process.GetCurrentProcess().TotalProcessorTime - worked));
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <param name="Worked">Processor time, collecting garbage and compiling included: on a busy machine the better measure.</param>
    private sealed record Time(TimeSpan Passed, TimeSpan Worked)
    {
        public static Time operator +(Time one, Time other) => new(one.Passed + other.Passed, one.Worked + other.Worked);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Passed.TotalMilliseconds:0} ms ({Worked.TotalMilliseconds:0} of work)");
    }
}
