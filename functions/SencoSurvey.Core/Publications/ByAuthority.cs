using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Publications;

/// <summary>A region or England broken down by authority: the publications of its authorities, side by side. Those of which nothing is published are not among them.</summary>
public static class ByAuthority
{
    /// <returns>Whether this is what a breakdown by this question means.</returns>
    public static bool IsAskedFor(Questionnaire questionnaire, Scope scope, string? question) => scope.IsPublic && question is not null && questionnaire.Find(question) is LocalAuthorityQuestion;

    /// <param name="whole">A region's or England's.</param>
    /// <param name="authorities">Of the same edition.</param>
    public static Publication Of(Publication whole, LocalAuthorityQuestion question, IEnumerable<Publication> authorities) => whole with
    {
        Breakdowns = null,
        By = new Breakdown(question.Id, question.Label, [.. authorities.OrderBy(part => part.Scope, StringComparer.Ordinal).Select(Group)]),
    };

    /// <returns>The authority that a row is about though its table is a region's or England's; null of all other rows.</returns>
    internal static Scope? PlaceOf(TidyRow row) =>
        row is { By: AnswerSet.LocalAuthorityId, Group: { } code } && LocalAuthorities.TryGet(code, out var authority) ? Scope.Of(authority) : null;

    private static GroupFigures Group(Publication part) =>
        new(part.Scope["la/".Length..], part.ScopeName, part.Base.Responses, Status: null, part.Numbers, part.Choices, part.Indicators);
}
