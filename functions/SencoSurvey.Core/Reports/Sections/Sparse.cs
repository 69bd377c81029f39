namespace SencoSurvey.Core.Reports.Sections;

/// <summary>Leaves out of a report the parts of which nothing is shown: where few answered, most of a page would be reasons why there is nothing to read.</summary>
internal static class Sparse
{
    /// <param name="keepComparison">Whether the reader asked for these very groups.</param>
    public static FullReport Trim(FullReport report, bool keepComparison)
    {
        var content = report.Content;
        List<string> left = [];
        var trimmed = report with
        {
            Content = content with
            {
                Numbers = IsEmpty(content.Numbers, number => number.Summary is null, ReportHeadings.Numbers) ? [] : content.Numbers,
                Associations = IsEmpty(content.Associations, association => association.Rows.All(row => row.N == 0), ReportHeadings.Associations) ? [] : content.Associations,
            },
            Scales = IsEmpty([.. report.Scales.SelectMany(scale => scale.Questions)], question => question.Hidden, ReportHeadings.Role) ? [] : report.Scales,
            Leaving = report.Leaving is { } leaving && IsEmpty(leaving.Asked, choice => choice.Hidden, ReportHeadings.Leaving) ? null : report.Leaving,
            TimeAndNeed = IsEmpty(report.TimeAndNeed.Links, link => link.IsHidden, ReportHeadings.Need.TrimEnd('?')) ? report.TimeAndNeed with { Links = [] } : report.TimeAndNeed,
            Comparison = !keepComparison && report.Comparison is { } comparison && IsEmpty(comparison.Groups, group => group.IsAll || group.IsHidden, ReportHeadings.Compared) ? null : report.Comparison,
            OtherAnswers = IsEmpty(report.OtherAnswers, choice => choice.Hidden, ReportHeadings.OtherAnswers) ? [] : report.OtherAnswers,
        };
        if (report.AwaitsDetails) return trimmed with { LeftOut = "These are figures so far. Groups of schools and SENCOs, and what only some were asked, are in the final report: shown more often, they could give someone away." };
        return left.Count == 0 ? trimmed : trimmed with
        {
            LeftOut = $"Left out here, because nothing of it can be shown without giving someone away: {Sentences.List(left.Select(heading => $"“{heading}”"))}.",
        };

        // A part that is not there was not asked: that is nothing to speak of.
        bool IsEmpty<T>(IReadOnlyList<T> all, Predicate<T> isHidden, string heading)
        {
            var empty = all.Count > 0 && all.All(one => isHidden(one));
            if (empty) left.Add(heading);
            return empty;
        }
    }
}
