namespace SencoSurvey.Web.Survey;

/// <summary>Who runs the survey, as pages name them.</summary>
/// <param name="Name">For example a local authority.</param>
/// <param name="Contact">An email address.</param>
public sealed record Organiser(string Name, string Contact);
