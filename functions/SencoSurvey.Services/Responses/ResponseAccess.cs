using SencoSurvey.Core;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Invitations;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Invitations;

namespace SencoSurvey.Services.Responses;

/// <summary>What a key opened.</summary>
/// <param name="Stored">As it was when it was read; null in an open round.</param>
public sealed record OpenedResponse(ResponseKey Key, StoredInvitation? Stored = null)
{
    public Invitation? Invitation => Stored?.Invitation;

    /// <summary>What the questionnaire need not ask, by question id; null where nobody was invited.</summary>
    public IReadOnlyDictionary<string, Answer>? KnownTo(Questionnaire questionnaire) => Invitation?.AnswersTo(questionnaire);
}

/// <summary>What the text in the header <c>Response-Key</c> opens: in an open round any UUID, in a round for the invited the code of an invitation.</summary>
public sealed class ResponseAccess(InvitationStore invitations)
{
    private const string Header = "Response-Key";

    /// <exception cref="Refusal">401: there is no key. 403: it opens nothing; a code that is malformed is told no more than one that is unknown.</exception>
    public async Task<OpenedResponse> OpenAsync(Round round, string? text, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(text)) throw Refusal.Field(401, "A key is needed.", Header, "Send the invitation code, or in an open round a UUID of your own, in this header.");
        return await FindAsync(round, text, cancel) ?? throw OpensNothing(round);
    }

    /// <returns>Null when the text opens nothing.</returns>
    public async Task<OpenedResponse?> FindAsync(Round round, string text, CancellationToken cancel)
    {
        if (round.Definition.Access == Access.Open) return ResponseKey.TryParse(text, out var key) ? new OpenedResponse(key) : null;
        if (!InvitationCode.TryParse(text, out var code) || await invitations.FindAsync(round.Id, code, cancel) is not { } stored) return null;
        return new OpenedResponse(ResponseKey.Of(code), stored);
    }

    /// <summary>
    /// Call it before anything is stored under the key: from then on the invitation keeps its code. The other way round, a code that is replaced at the same
    /// moment would leave a response that nobody can open any more, and that counts beside the one given with the new code.
    /// </summary>
    /// <returns>False when the invitation has another code by now: the key opens nothing any more.</returns>
    public async Task<bool> TryUseAsync(Round round, OpenedResponse opened, CancellationToken cancel) =>
        opened.Stored is null || await invitations.MarkUsedAsync(round.Id, opened.Stored, cancel);

    /// <summary>The 403 for a key that opens nothing.</summary>
    public static Refusal OpensNothing(Round round) => Refusal.Field(403, "The key opens nothing.", Header, WhyNothing(round));

    public static string WhyNothing(Round round) => round.Definition.Access == Access.Open
        ? "Must be a UUID like 3f2504e0-4f89-41d3-9a0c-0305e82c3301."
        : "There is no such invitation.";
}
