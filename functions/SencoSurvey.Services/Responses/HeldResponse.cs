namespace SencoSurvey.Services.Responses;

/// <summary>A response that counts.</summary>
/// <param name="Answers">Canonical JSON.</param>
/// <param name="School">Which school's it is, as <see cref="SchoolTokens"/> says it; null where nobody was invited.</param>
public sealed record HeldResponse(string Answers, string? School);
