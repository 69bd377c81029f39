namespace SencoSurvey.Web.Survey;

/// <summary>What a SENCO has of having sent answers in.</summary>
/// <param name="Reference">To quote to the organiser; opens nothing.</param>
public sealed record Acknowledgement(string Reference, DateTimeOffset At);
