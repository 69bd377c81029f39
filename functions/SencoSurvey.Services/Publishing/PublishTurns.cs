namespace SencoSurvey.Services.Publishing;

/// <summary>
/// Lets a process make one edition of a round at a time. In a busy hour messages come faster than a national edition is made: side by side their editions would overtake each other, and all
/// but one would be made for nothing.
/// </summary>
public sealed class PublishTurns(PublishService publications)
{
    private readonly SharedTurns turns = new();

    /// <summary>As <see cref="PublishService.PublishAsync"/>, after the one under way, and together with all who wait for it too.</summary>
    public Task PublishAsync(string round, CancellationToken cancel) => turns.RunAsync(round, () => publications.PublishAsync(round, cancel));
}
