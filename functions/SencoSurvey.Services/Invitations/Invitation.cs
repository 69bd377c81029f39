using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Services.Invitations;

/// <summary>A school that is invited to a round, and what is known of it: each as in a cell of a CSV file, in its canonical spelling.</summary>
/// <param name="Urn">The school's unique reference number: six digits.</param>
public sealed record Invitation(string Urn, string LocalAuthority, string? Phase = null, string? SchoolPupils = null)
{
    /// <summary>The ids of the questions that an invitation may answer.</summary>
    public static IReadOnlyList<string> QuestionIds { get; } = [AnswerSet.LocalAuthorityId, "phase", "schoolPupils"];

    /// <summary>The cells in the order of <see cref="QuestionIds"/>.</summary>
    public IReadOnlyList<string?> Cells => [LocalAuthority, Phase, SchoolPupils];

    /// <summary>What the questionnaire need not ask, by question id. Values were checked when the school was invited; one that no longer fits the round's questionnaire is asked.</summary>
    public IReadOnlyDictionary<string, Answer> AnswersTo(Questionnaire questionnaire)
    {
        var answers = new Dictionary<string, Answer>();
        foreach (var (id, cell) in QuestionIds.Zip(Cells))
        {
            if (cell is not null && questionnaire.Find(id) is { } question && question.TryRead(cell, out var answer, out _)) answers[id] = answer;
        }

        return answers;
    }
}
