namespace SencoSurvey.Web.Pages;

/// <summary>A mail that would have been sent.</summary>
public sealed record OutboxMail(string Id, DateTimeOffset At, string To, string Subject, string Text, string Html);
