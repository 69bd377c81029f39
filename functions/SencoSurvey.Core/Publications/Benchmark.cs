using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Publications;

/// <summary>One's own numbers beside the latest publication of one's authority: what a SENCO gets back for answering.</summary>
public sealed record Benchmark(string Scope, string ScopeName, DateTimeOffset PublishedAt, long Responses, IReadOnlyList<BenchmarkNumber> Numbers)
{
    public static Benchmark Of(AnswerSet answers, Publication publication) => new(
        publication.Scope,
        publication.ScopeName,
        publication.PublishedAt,
        publication.Base.Responses,
        [
            .. from pair in publication.Numbers
               let yours = answers.Number(pair.Key)
               where yours is not null
               select new BenchmarkNumber(pair.Key, pair.Value.Label, pair.Value.Unit, yours.Value.ToDouble(), pair.Value.N, pair.Value.Q1, pair.Value.Median, pair.Value.Q3, pair.Value.Status),
        ]);
}

public sealed record BenchmarkNumber(string Id, string Label, string Unit, double Yours, long? N, double? Q1, double? Median, double? Q3, string? Status);
