using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Mails;

/// <summary>Which few figures stand in a mail, by what its reader can do about them.</summary>
public static class MailFigures
{
    /// <summary>So many are read in a minute.</summary>
    public const int Most = 5;

    /// <summary>What came of the time that schools give, and who will be missing.</summary>
    private static readonly string[] ForOfficers = ["hoursAllocated", "belowMinimumTime", "notEnoughTimeForRole", "leavingRoleWithinFiveYears", "leavingMainlyForWorkload"];

    /// <summary>What a school decides by itself: the time, and that it is kept free.</summary>
    private static readonly string[] ForLeaders = ["hoursAllocated", "belowMinimumTime", "notEnoughTimeForRole", "pulledAwayOften", "understood"];

    /// <summary>
    /// Those named for the reader, where the questionnaire has them, then other indicators, then other numbers, the derived ones first. Hidden ones come last: five reasons why
    /// nothing is shown tell less than other figures that are.
    /// </summary>
    internal static IReadOnlyList<MailFigure> Of(Publication publication, ReportReader reader)
    {
        string[] preferred = reader == ReportReader.Officer ? ForOfficers : ForLeaders;
        var figures = preferred.Concat(publication.Indicators.Keys).Concat(publication.Numbers.Keys.Reverse()).Distinct().Select(id => Find(publication, id)).OfType<MailFigure>();
        var chosen = new List<MailFigure>();
        foreach (var figure in figures.OrderBy(figure => figure.IsHidden).TakeWhile(_ => chosen.Count < Most))
        {
            if (!chosen.Any(other => IsRestOf(figure, other))) chosen.Add(figure);
        }

        return chosen;
    }

    private static MailFigure? Find(Publication publication, string id) =>
        publication.Indicators.GetValueOrDefault(id) is { } indicator ? MailFigure.Of(id, indicator, publication.Final)
        : publication.Numbers.GetValueOrDefault(id) is { } number ? MailFigure.Of(id, number)
        : null;

    /// <summary>Two shares of the same base that make up the whole say the same twice: 15 of 21 below a limit, 6 of 21 not.</summary>
    private static bool IsRestOf(MailFigure figure, MailFigure other) =>
        figure.Share is { } share && other.Share is { } rest && share.Base == rest.Base && share.Missing == rest.Missing && share.Count + rest.Count == share.Base;
}
