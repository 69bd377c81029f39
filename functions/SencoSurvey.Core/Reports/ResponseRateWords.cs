namespace SencoSurvey.Core.Reports;

/// <summary>How many answered, of how many: in the same words in mail, page and workbook, and by the same division as over HTTP.</summary>
internal static class ResponseRateWords
{
    private const string Unknown = "How many schools there are is not known in this round, so there is no response rate.";

    private const string Several = "In a round that is open to all, a school may have answered more than once.";

    /// <param name="schools">How many might have answered; null, or 0, where that is not known.</param>
    /// <param name="areInvited">Whether they were invited, rather than counted in the school register.</param>
    public static string Say(long responses, long? schools, bool areInvited) => (schools, areInvited) switch
    {
        (null or 0, _) => $"{ReportFormat.Responses(responses)}. {Unknown}",
        ({ } all, true) => $"{OfInvited(responses, all)}.",
        ({ } all, false) => $"{ReportFormat.Responses(responses)}, beside {Schools(all)} in the school register ({Rate(responses, all)}). {Several}",
    };

    /// <summary>"21 responses from 80 schools invited (26.3%)".</summary>
    /// <param name="schools">More than 0.</param>
    public static string OfInvited(long responses, long schools) => $"{ReportFormat.Responses(responses)} from {Schools(schools)} invited ({Rate(responses, schools)})";

    private static string Rate(long responses, long schools) => ReportFormat.Percent(100.0 * responses / schools);

    private static string Schools(long count) => count == 1 ? "1 school" : $"{ReportFormat.Count(count)} schools";
}
