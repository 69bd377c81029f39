namespace SencoSurvey.LocalHost.Tests.Support;

/// <summary>A clock that is ahead of the real one, or behind, and runs as fast.</summary>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
