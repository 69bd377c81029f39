using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests.Publications.Comparisons;

/// <summary>Synthetic answers to the annual questionnaire from North Lincolnshire, by kind or size of school, and schools to set beside them.</summary>
internal static class Schools
{
    /// <summary>So many responses of one kind of school, some of which have little time and the others enough.</summary>
    public static IEnumerable<AnswerSet> Of(string phase, int little, int enough) => WhichSay($"\"phase\": \"{phase}\"", little, enough);

    public static IEnumerable<AnswerSet> WhichSay(string members, int little, int enough)
    {
        var said = members.Length > 0 ? $"{members}, " : "";
        return Times(little, $"{said}\"hoursAllocated\": 5").Concat(Times(enough, $"{said}\"hoursAllocated\": 12"));
    }

    /// <summary>So many schools of each kind, all of one size.</summary>
    public static SchoolCounts Counts(params (string Phase, int Schools)[] phases) => Counts([.. phases.Select(one => (one.Phase, "upTo400", one.Schools))]);

    public static SchoolCounts Counts(params (string Phase, string Size, int Schools)[] groups)
    {
        var counts = new SchoolCounts();
        foreach (var (phase, size, schools) in groups) counts.Add(new SchoolGroup("813", phase, size), schools);
        return counts;
    }

    public static Publication Publish(SchoolCounts? schools, params IEnumerable<AnswerSet>[] responses) => PublicationBuilder.Publish(
        new Round("workload", SamplePublications.Round), Example.Workload, Scope.Parse("la/813"), Tally.Of(Example.Workload, responses.SelectMany(some => some)), DateTimeOffset.UnixEpoch, final: true, schools: schools);

    public static IndicatorFigure LittleTime(this Publication publication) => publication.Indicators["belowMinimumTime"];

    private static IEnumerable<AnswerSet> Times(int count, string members) => Enumerable.Repeat(Example.Read(members, Example.Workload), count);
}
