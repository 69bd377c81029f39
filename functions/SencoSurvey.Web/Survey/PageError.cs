namespace SencoSurvey.Web.Survey;

/// <param name="Field">The id of the element that it is about.</param>
public sealed record PageError(string Field, string Message);
