using SencoSurvey.Core;
using SencoSurvey.Core.Invitations;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Rounds;

namespace SencoSurvey.Services.Invitations;

/// <param name="Invitations">How many the file has.</param>
/// <param name="Issued">With their codes, in the file's order; empty after a dry run.</param>
public sealed record InvitationResult(int Invitations, IReadOnlyList<IssuedInvitation> Issued);

/// <summary>Invites schools to a round.</summary>
public sealed class InvitationService(RoundService rounds, InvitationStore invitations)
{
    private const string Refused = "Some lines are not valid. Nobody was invited.";

    /// <summary>Makes a code for each school of the file: for all of them or for none.</summary>
    /// <param name="csv">Can be read again from its beginning.</param>
    /// <param name="reissue">Whether a school that is invited already gets another code in place of the one it has.</param>
    /// <param name="dryRun">Whether to check everything and store nothing.</param>
    /// <exception cref="Refusal">
    /// 404: no such round. 409: it is not for the invited, or is closed; or somebody else invites the same schools at the same moment. 400: the file is no CSV in UTF-8,
    /// or lacks a header or lines. 422: a column is unknown or missing; or a line is not valid, or its school is invited already.
    /// </exception>
    public async Task<InvitationResult> CreateAsync(string roundId, Stream csv, bool reissue, bool dryRun, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        DemandInviting(round);
        var errors = new LineErrors();
        var lines = await InvitationList.ReadAsync(csv, rounds.QuestionnaireOf(round), errors, cancel);
        var before = await invitations.ListAsync(round.Id, cancel).ToDictionaryAsync(stored => stored.Invitation.Urn, cancellationToken: cancel);
        foreach (var (line, invitation) in lines)
        {
            if (before.GetValueOrDefault(invitation.Urn) is { } stored && WhyNot(stored, reissue) is { } reason) errors.Add(line, reason);
        }

        errors.DemandNone(Refused);
        if (dryRun) return new InvitationResult(lines.Count, []);
        var issued = lines.Select(line => new IssuedInvitation(line.Invitation, InvitationCode.New(), before.GetValueOrDefault(line.Invitation.Urn))).ToList();
        if (!await invitations.TryIssueAsync(round.Id, issued, cancel))
            throw new Refusal(409, "Somebody else invited one of these schools, or one of them answered, at the same moment. Nobody was invited by this file: check it once more, then try again.");
        return new InvitationResult(issued.Count, issued);
    }

    private void DemandInviting(Round round)
    {
        if (round.Definition.Access != Access.Invited) throw Refusal.Field(409, "The round is open to anyone.", "access", "Must be invited: an open round takes no codes.");
        if (rounds.StateOf(round) == RoundState.Closed) throw Refusal.Field(409, "The round is closed.", "round", "The round is closed: nobody can answer any more.");
    }

    private static string? WhyNot(StoredInvitation stored, bool reissue) => (stored.Used, reissue) switch
    {
        (true, _) => "urn: Is invited already, and has used its code: that cannot be replaced.",
        (false, false) => "urn: Is invited already; with reissue=true it gets a new code, and the one it has stops working.",
        _ => null,
    };
}
