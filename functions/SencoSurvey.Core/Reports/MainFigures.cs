using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports;

/// <summary>Which few figures lead: the same, in the same order, on a report's page and in its mail.</summary>
public static class MainFigures
{
    /// <summary>So many are read in a minute.</summary>
    public const int Most = 5;

    /// <summary>The hours that are given: the number that leads, where it was asked.</summary>
    public const string Hours = "hoursAllocated";

    /// <summary>Says the same as <c>belowMinimumTime</c>, from the other side.</summary>
    private const string Complement = "atOrAboveMinimumTime";

    /// <summary>What comes where there is room: time by need.</summary>
    private const string TimeByNeed = "minutesPerPupil";

    private static readonly string[] Preferred = [Hours, "belowMinimumTime", "notEnoughTimeForRole", "leavingRoleWithinFiveYears", "leavingMainlyForWorkload", "pulledAwayOften"];

    /// <summary>
    /// Those preferred that the questionnaire has, then other indicators, then time by need. Hidden ones come last: five reasons why nothing is shown tell less than other figures that are.
    /// Where there is none of these, the numbers that were asked.
    /// </summary>
    /// <returns>Ids of indicators and numbers of the publication: at most <see cref="Most"/>.</returns>
    internal static IReadOnlyList<string> Of(Publication publication)
    {
        var known = Preferred.Concat(publication.Indicators.Keys).Append(TimeByNeed).Distinct().Where(id => id != Complement && IsThere(publication, id)).ToList();
        var chosen = new List<string>();
        foreach (var id in (known.Count > 0 ? known : [.. publication.Numbers.Keys.Reverse()]).OrderBy(id => IsHidden(publication, id)).TakeWhile(_ => chosen.Count < Most))
        {
            if (!chosen.Exists(other => IsRestOf(publication, id, other))) chosen.Add(id);
        }

        return chosen;
    }

    private static bool IsThere(Publication publication, string id) => publication.Indicators.ContainsKey(id) || publication.Numbers.ContainsKey(id);

    private static bool IsHidden(Publication publication, string id) =>
        publication.Indicators.GetValueOrDefault(id) is { } indicator ? ShareOf(indicator) is null : ReportNumber.Of(id, publication.Numbers[id]).Summary is null;

    /// <summary>Two shares of the same base that make up the whole say the same twice: 15 of 21 below a limit, 6 of 21 not.</summary>
    private static bool IsRestOf(Publication publication, string id, string other) =>
        ShareOf(publication.Indicators.GetValueOrDefault(id)) is { } share && ShareOf(publication.Indicators.GetValueOrDefault(other)) is { } rest
        && share.Base == rest.Base && share.Missing == rest.Missing && share.Count + rest.Count == share.Base;

    private static ReportShare? ShareOf(IndicatorFigure? figure) =>
        figure is null ? null : ReportShare.Of(figure.Percent, figure.Lower, figure.Upper, figure.Count, figure.Base, figure.Missing, figure.Status);
}
