using System.Text.Json;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Web.Tests;

/// <summary>Publications made the way the product makes them, from North Lincolnshire's rows of 2016.</summary>
internal static class Publications
{
    /// <summary>SEN Support, statements or plans, hours a week.</summary>
    private static readonly (int SenSupport, int Ehcp, decimal Hours)[] Rows =
    [
        (76, 8, 24), (24, 3, 18), (55, 7, 16.25m), (18, 2, 12.5m), (78, 4, 12), (9, 1, 12), (69, 4, 6),
        (31, 2, 6), (57, 3, 5.5m), (17, 4, 4), (52, 9, 3.25m), (98, 4, 3), (29, 0, 3), (25, 3, 3),
        (13, 2, 3), (29, 6, 2.5m), (15, 1, 2.5m), (13, 1, 2.5m), (25, 2, 2), (10, 0, 1), (7, 0, 1),
    ];

    private static readonly Questionnaire Questionnaire = QuestionnaireLibrary.Load().Find("north-lincolnshire-2016")!;

    private static readonly Scope Scope = Scope.Parse("la/813");

    public static Publication NorthLincolnshire(bool final = true, int responses = 21) =>
        PublicationBuilder.Publish(Round(), Questionnaire, Scope, TallyOf(responses), new DateTimeOffset(2017, 1, 9, 23, 30, 0, TimeSpan.Zero), final);

    public static Publication Live() => PublicationBuilder.Live(Round(), Questionnaire, Scope, TallyOf(21), DateTimeOffset.UnixEpoch);

    /// <summary>The first ten rows: six at or above 1.5 days; with a minimum cell of five, the four below it are hidden.</summary>
    public static Publication WithHiddenIndicators() =>
        PublicationBuilder.Publish(Round(minimumCell: 5), Questionnaire, Scope, TallyOf(10), DateTimeOffset.UnixEpoch, final: false);

    /// <summary>Every label of a person's making, replaced.</summary>
    public static Publication Labelled(string label)
    {
        var publication = NorthLincolnshire();
        return publication with
        {
            Title = label,
            ScopeName = label,
            Numbers = publication.Numbers.ToDictionary(pair => pair.Key, pair => pair.Value with { Label = label, Unit = label }),
            Choices = publication.Choices.ToDictionary(
                pair => pair.Key,
                pair => pair.Value with { Label = label, Source = label, Options = [.. pair.Value.Options.Select(option => option with { Label = label })] }),
            Indicators = publication.Indicators.ToDictionary(
                pair => pair.Key,
                pair => pair.Value with { Label = label, Wording = label, Benchmarks = [new PublishedFigure(label, 70, label, label, label, label)] }),
            Relationships = [.. publication.Relationships.Select(figure => figure with { Label = label, Reading = label })],
        };
    }

    private static Round Round(int minimumCell = 3) => new("2016", new RoundDefinition
    {
        Title = "SENCO workload survey 2016",
        Questionnaire = Questionnaire.Id,
        OpensOn = new DateOnly(2016, 9, 1),
        ClosesOn = new DateOnly(2016, 12, 31),
        Access = Access.Open,
        MinimumCell = minimumCell,
        Reported =
        [
            new ReportedCounts(
                Scope.Id,
                "seniorLeadershipTeam",
                "Is the SENCO on the senior leadership team?",
                [new ReportedOption("yes", "Yes", 13), new ReportedOption("no", "No", 8)],
                "North Lincolnshire’s published page of 2016"),
        ],
    });

    private static Tally TallyOf(int responses) => Tally.Of(Questionnaire, Rows.Take(responses).Select(row =>
    {
        var errors = new Errors();
        var answers = JsonSerializer.SerializeToElement(new { localAuthority = "813", senSupport = row.SenSupport, ehcp = row.Ehcp, hoursAllocated = row.Hours });
        return AnswerReader.FromJson(Questionnaire, answers, errors) ?? throw new InvalidOperationException(string.Join(' ', errors.ByField.Keys));
    }));
}
