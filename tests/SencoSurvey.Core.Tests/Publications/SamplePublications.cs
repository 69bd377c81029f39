using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Comparisons;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;
using SencoSurvey.Core.YearOnYear;

namespace SencoSurvey.Core.Tests.Publications;

/// <summary>Publications of both questionnaires: whole and by each breakdown, of each kind of place, with much and with little hidden, and live. The answers to the annual one are synthetic.</summary>
internal static class SamplePublications
{
    public static readonly RoundDefinition Round = new()
    {
        Title = "A round of synthetic answers",
        Questionnaire = "senco-workload-1",
        OpensOn = new DateOnly(2026, 9, 1),
        ClosesOn = new DateOnly(2026, 12, 31),
        Access = Access.Open,
    };

    public static readonly IReadOnlyDictionary<string, Publication> All = Make().ToDictionary(pair => pair.Name, pair => pair.Publication);

    /// <summary>England and two of its authorities, side by side.</summary>
    public static Publication SideBySide()
    {
        var round = new Round("workload", Round);
        Publication Of(string scope, int responses) => PublicationBuilder.Publish(round, Example.Workload, Scope.Parse(scope), TallyOf(responses), DateTimeOffset.UnixEpoch, final: true);
        return ByAuthority.Of(Of("england", 400), Example.Workload.Questions.OfType<LocalAuthorityQuestion>().Single(), [Of("la/813", 120), Of("la/370", 40)]);
    }

    /// <summary>The round of a school group, and its figures.</summary>
    public static (RoundDefinition Round, Publication Publication) SchoolGroup()
    {
        var round = new Round("group", Round with { Access = Access.Invited, Trust = new Trust("tr00001", "=Synthetic Trust") });
        return (round.Definition, PublicationBuilder.Publish(round, Example.Workload, round.Whole, TallyOf(60), DateTimeOffset.UnixEpoch, final: true, invited: 80).BrokenDownBy("phase")!);
    }

    public static TheoryData<string> Names => [.. All.Keys];

    private static IEnumerable<(string Name, Publication Publication)> Make()
    {
        yield return ("2016", NorthLincolnshire2016Tests.Publish().BrokenDownBy(null)!);
        yield return ("400 beside others", BesideOthers().BrokenDownBy(null)!);
        yield return ("400 beside others, by phase", BesideOthers().BrokenDownBy("phase")!);
        yield return ("400 beside the round before", BesideRoundBefore().BrokenDownBy(null)!);
        yield return ("2016, region", NorthLincolnshire2016Tests.Publish("region/E12000003").BrokenDownBy(null)!);
        foreach (var (name, publication) in Workload())
        {
            yield return (name, publication.BrokenDownBy(null)!);
            foreach (var question in Example.Workload.BreakdownBy) yield return ($"{name}, by {question}", publication.BrokenDownBy(question)!);
            yield return ($"{name}, by phase,schoolPupils", publication.BrokenDownBy("phase,schoolPupils")!);
        }

        var many = PublicationBuilder.Publish(new Round("workload", Round), Example.Workload, Scope.England, TallyOf(1_500), DateTimeOffset.UnixEpoch, final: true);
        yield return ("1,500 in England, by seniorLeadershipTeam,yearsAsSenco", many.BrokenDownBy("seniorLeadershipTeam,yearsAsSenco")!);
    }

    private static IEnumerable<(string Name, Publication Publication)> Workload()
    {
        var round = new Round("workload", Round);
        yield return ("400 in England", PublicationBuilder.Publish(round, Example.Workload, Scope.England, TallyOf(400), DateTimeOffset.UnixEpoch, final: true));
        yield return ("12 in an authority", PublicationBuilder.Publish(round, Example.Workload, Scope.Parse("la/813"), TallyOf(12), DateTimeOffset.UnixEpoch, final: false));
        yield return ("none, live", PublicationBuilder.Live(round, Example.Workload, Scope.Parse("la/370"), TallyOf(0), DateTimeOffset.UnixEpoch));
    }

    /// <summary>Beside the schools of its authority, and the rest of England.</summary>
    private static Publication BesideOthers()
    {
        var round = new Round("workload", Round);
        var schools = new SchoolCounts();
        foreach (var phase in SchoolPhases.All) schools.Add(new SchoolGroup("813", phase, "upTo400"), 30);
        var england = PublicationBuilder.Publish(round, Example.Workload, Scope.England, TallyOf(600), DateTimeOffset.UnixEpoch, final: true);
        return RestOfEngland.With(PublicationBuilder.Publish(round, Example.Workload, Scope.Parse("la/813"), TallyOf(400), DateTimeOffset.UnixEpoch, final: true, schools: schools), england);
    }

    /// <summary>300 schools answered both times. One question was put in other words then.</summary>
    private static Publication BesideRoundBefore()
    {
        var round = new Round("workload", Round);
        var then = PublicationBuilder.Publish(round with { Id = "2025" }, Example.Workload, Scope.England, TallyOf(330, from: 100), DateTimeOffset.UnixEpoch, final: true);
        var json = QuestionnaireDocument.Write(Example.Workload).Replace("How often do other duties take", "How often did other duties take", StringComparison.Ordinal);
        var asked = QuestionnaireDocument.Read("senco-workload-1.json", json);
        var tally = TallyOf(400);
        var panel = new Panel(Example.Workload, asked);
        for (var person = 100; person < 400; person++) panel.Count(tally, Person(person), Person(person + 7));
        var now = PublicationBuilder.Publish(round, Example.Workload, Scope.England, tally, DateTimeOffset.UnixEpoch, final: true);
        return Change.Since(now, Example.Workload, then, asked, PairedChange.Of(tally, Example.Workload.Indicators.Select(indicator => $"paired:{indicator.Id}").ToHashSet()));
    }

    private static Tally TallyOf(int responses, int from = 0) => Tally.Of(Example.Workload, Enumerable.Range(from, responses).Select(Person));

    private static AnswerSet Person(int person) =>
        Responses.From(Example.Workload, [.. Example.Workload.Questions.Select((_, question) => ((person * 7919) + (question * 104_729) + (person * person * 31)) % 100_000)]);
}
