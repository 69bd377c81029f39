using System.Text.Json.Serialization;
using SencoSurvey.Core.Geography;

namespace SencoSurvey.Core.Rounds;

/// <summary>Who may answer: anyone with the address, or only those who hold an invitation code.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Access>))]
public enum Access
{
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("invited")] Invited,
}

[JsonConverter(typeof(JsonStringEnumConverter<RoundState>))]
public enum RoundState
{
    [JsonStringEnumMemberName("planned")] Planned,
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("closed")] Closed,
}

/// <summary>One year's survey: what a coordinator sets, and whether it was closed or reopened by hand or by the clock.</summary>
/// <param name="Definition">What the coordinator sets.</param>
/// <param name="ClosedAt">When it was closed, by hand or by the timer; null while it is not.</param>
/// <param name="ReopenedAt">When it was last reopened; a reopened round stays open, whatever its dates, until it is closed again.</param>
public sealed record Round(string Id, RoundDefinition Definition, DateTimeOffset? ClosedAt = null, DateTimeOffset? ReopenedAt = null)
{
    /// <param name="today">The date in the United Kingdom: opening and closing dates are whole days there, both inclusive.</param>
    public RoundState StateOn(DateOnly today) => this switch
    {
        { ClosedAt: not null } => RoundState.Closed,
        { ReopenedAt: not null } => RoundState.Open,
        _ when today < Definition.OpensOn => RoundState.Planned,
        _ when today > Definition.ClosesOn => RoundState.Closed,
        _ => RoundState.Open,
    };

    /// <summary>Whether its last day has passed without anyone having closed it.</summary>
    public bool IsOverdueOn(DateOnly today) => ClosedAt is null && ReopenedAt is null && today > Definition.ClosesOn;

    public Round Close(DateTimeOffset now) => this with { ClosedAt = ClosedAt ?? now, ReopenedAt = null };

    public Round Reopen(DateTimeOffset now) => this with { ClosedAt = null, ReopenedAt = now };

    /// <summary>Of everyone who answers.</summary>
    public Scope Whole => Definition.Trust is { } trust ? Scope.Of(trust) : Scope.England;

    /// <summary>The smallest scope to which responses from an authority belong.</summary>
    public Scope ScopeOf(LocalAuthority authority) => Definition.Trust is null ? Scope.Of(authority) : Whole;

    /// <returns>The scope by the name that it has in this round; null where there is none such in it.</returns>
    public Scope? Find(Scope scope) => !Definition.Has(scope) ? null : scope.IsTrust ? Whole : scope;

    public IEnumerable<ReportedCounts> ReportedFor(Scope scope) => Definition.Reported.Where(reported => reported.Scope == scope.Id);
}

/// <summary>What a coordinator sets of a round.</summary>
public sealed record RoundDefinition
{
    public required string Title { get; init; }

    /// <summary>The id of the questionnaire document.</summary>
    public required string Questionnaire { get; init; }

    /// <summary>First day, UK time.</summary>
    public required DateOnly OpensOn { get; init; }

    /// <summary>Last day, inclusive, UK time.</summary>
    public required DateOnly ClosesOn { get; init; }

    public required Access Access { get; init; }

    /// <summary>No figure rests on fewer responses than this.</summary>
    public int MinimumBase { get; init; } = 10;

    /// <summary>No count above zero and below this is published, nor one whose complement is.</summary>
    public int MinimumCell { get; init; } = 3;

    public string? PreviousRound { get; init; }

    /// <summary>The school group whose own round it is: then its figures are of that group as one, and of no authority, region or of England. Null of all other rounds.</summary>
    public Trust? Trust { get; init; }

    /// <summary>Whether there are figures of a scope in the round.</summary>
    public bool Has(Scope scope) => Trust is null ? !scope.IsTrust : scope == Scope.Of(Trust);

    /// <summary>Into how many partitions each authority's responses are spread; more than 1 only for an authority with many hundreds of schools.</summary>
    public int Buckets { get; init; } = 1;

    /// <summary>Counts that were published beside the responses and of which no rows exist.</summary>
    public IReadOnlyList<ReportedCounts> Reported { get; init; } = [];
}

/// <summary>A count taken over from elsewhere: shown beside the round's own figures, never joined to a response.</summary>
/// <param name="Scope">For which scope, for example <c>la/813</c>.</param>
/// <param name="Question">The id under which it stands among a publication's choices.</param>
/// <param name="Source">Where it was published.</param>
public sealed record ReportedCounts(string Scope, string Question, string Label, IReadOnlyList<ReportedOption> Options, string Source);

public sealed record ReportedOption(string Id, string Label, int Count);
