using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Drafts;
using SencoSurvey.Services.Responses;

namespace SencoSurvey.Services.Journeys;

/// <summary>A SENCO at the survey's pages: whose answers these are, what was saved and what was sent in.</summary>
/// <param name="Opened">By the SENCO's key.</param>
/// <param name="Draft">What was saved since; null when all of it was sent in, or nothing begun.</param>
/// <param name="Sent">What was sent in; null when nothing was.</param>
public sealed record Visit(Round Round, RoundState State, OpenedResponse Opened, Draft? Draft, SentAnswers? Sent, Journey Journey)
{
    public ResponseKey Key => Opened.Key;

    public string Reference => Key.Reference(Round.Id);

    /// <summary>Whether there are answers that were saved but not sent in.</summary>
    public bool HasUnsent => Draft is not null && Journey.HasBegun && (Sent is null || AnswersJson.Write(Journey.Answers) != AnswersJson.Write(Sent.Answers));
}

public sealed record SentAnswers(AnswerSet Answers, int Revision, DateTimeOffset ReceivedAt);
