using Azure;

namespace SencoSurvey.Services.Invitations;

/// <summary>An invitation with the version it was read at.</summary>
/// <param name="RowId">Where it is kept: found from the code, from which it does not lead back.</param>
/// <param name="Used">Whether something was stored under its code: then it keeps that code.</param>
public sealed record StoredInvitation(Invitation Invitation, string RowId, bool Used, ETag Version);
