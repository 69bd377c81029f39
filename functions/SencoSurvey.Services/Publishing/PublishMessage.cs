namespace SencoSurvey.Services.Publishing;

/// <summary>A round's tallies changed, or it closed. It may come twice, late or never: see <see cref="PublishService"/>.</summary>
public sealed record PublishMessage(string Round);
