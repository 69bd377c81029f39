using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Rounds;

namespace SencoSurvey.Functions.Http;

/// <summary>A round as the API shows it.</summary>
public sealed record RoundView(
    string Round,
    string Title,
    string Questionnaire,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    Access Access,
    RoundState State,
    int MinimumBase,
    int MinimumCell,
    string? PreviousRound,
    Trust? Trust,
    int Buckets,
    IReadOnlyList<ReportedCounts> Reported,
    DateTimeOffset? ClosedAt,
    DateTimeOffset? ReopenedAt)
{
    public static RoundView Of(Round round, RoundService rounds)
    {
        var definition = round.Definition;
        return new RoundView(
            round.Id,
            definition.Title,
            definition.Questionnaire,
            definition.OpensOn,
            definition.ClosesOn,
            definition.Access,
            rounds.StateOf(round),
            definition.MinimumBase,
            definition.MinimumCell,
            definition.PreviousRound,
            definition.Trust,
            definition.Buckets,
            definition.Reported,
            round.ClosedAt,
            round.ReopenedAt);
    }
}
