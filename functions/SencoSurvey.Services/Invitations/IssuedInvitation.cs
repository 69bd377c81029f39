using SencoSurvey.Core.Invitations;

namespace SencoSurvey.Services.Invitations;

/// <summary>An invitation with its code: the only time that the two are together.</summary>
/// <param name="Replaces">The invitation whose code stops working; null for a school that was not invited before.</param>
public sealed record IssuedInvitation(Invitation Invitation, InvitationCode Code, StoredInvitation? Replaces = null);
