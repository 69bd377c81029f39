using System.Text.Json;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Tests;

/// <summary>A small questionnaire with every kind of question, and the way from answers to a publication.</summary>
internal static class Example
{
    public const string Json = """
        {
          "id": "example",
          "title": "Example",
          "about": "Made for tests.",
          "sections": [
            {
              "id": "all",
              "title": "All",
              "questions": [
                { "type": "localAuthority", "id": "localAuthority", "label": "Where?", "required": true },
                { "type": "choice", "id": "kind", "label": "What kind?", "options": [ { "id": "a", "label": "A" }, { "id": "b", "label": "B" }, { "id": "c", "label": "C" }, { "id": "d", "label": "D" } ] },
                { "type": "number", "id": "hours", "label": "How many hours?", "minimum": 0, "maximum": 60, "step": 0.25, "unit": "hours a week" },
                { "type": "number", "id": "support", "label": "How many at SEN Support?", "minimum": 0, "maximum": 2000, "step": 1, "unit": "pupils" },
                { "type": "number", "id": "plans", "label": "How many with plans?", "minimum": 0, "maximum": 500, "step": 1, "unit": "pupils", "showExtremes": true },
                { "type": "choice", "id": "roles", "label": "Which roles?", "several": true, "options": [ { "id": "teacher", "label": "Teacher" }, { "id": "leader", "label": "Leader" }, { "id": "helper", "label": "Helper" } ] },
                { "type": "choice", "id": "stays", "label": "Staying?", "options": [ { "id": "yes", "label": "Yes" }, { "id": "no", "label": "No" }, { "id": "notSure", "label": "Not sure" } ] },
                { "type": "choice", "id": "why", "label": "Why not?", "appliesWhen": { "question": "stays", "anyOf": [ "no" ] }, "options": [ { "id": "workload", "label": "Workload" }, { "id": "pay", "label": "Pay" }, { "id": "other", "label": "Other" } ] },
                { "type": "text", "id": "comments", "label": "Anything else?", "maximumLength": 2000 },
                { "type": "number", "id": "months", "label": "How many months' notice?", "appliesWhen": { "question": "stays", "anyOf": [ "no" ] }, "minimum": 0, "maximum": 12, "step": 1, "unit": "months" }
              ]
            }
          ],
          "derived": [
            { "id": "pupils", "label": "Pupils with SEND", "unit": "pupils", "sum": [ "support", "plans" ] },
            { "id": "minutes", "label": "Minutes for each", "unit": "minutes a week", "ratio": { "of": "hours", "per": "pupils", "times": 60 } }
          ],
          "softChecks": [
            { "id": "manyPlans", "question": "plans", "message": "More plans than support. Is that right?", "when": { "question": "plans", "minus": "support", "above": 0 } }
          ],
          "indicators": [
            { "id": "little", "label": "Little time", "wording": "Under 9.75 hours, of all who gave hours.", "counts": { "question": "hours", "below": 9.75 } },
            { "id": "leaving", "label": "Leaving", "wording": "Not staying, of all who answered.", "counts": { "question": "stays", "anyOf": [ "no" ] } },
            { "id": "leavingForWorkload", "label": "Leaving for workload", "wording": "Workload, of those not staying who said why.", "counts": { "question": "why", "anyOf": [ "workload" ] }, "among": { "question": "stays", "anyOf": [ "no" ] } }
          ],
          "relationships": [ { "x": "pupils", "y": "hours" } ],
          "associations": [ { "question": "stays", "by": "little" } ],
          "groupings": [ { "id": "hours", "label": "Hours", "groups": [ { "id": "few", "label": "Few", "when": { "question": "hours", "below": 9.75 } }, { "id": "many", "label": "Many", "when": { "question": "hours", "atLeast": 9.75 } } ] } ],
          "breakdownBy": [ "kind" ]
        }
        """;

    public static readonly Questionnaire Questionnaire = QuestionnaireDocument.Read("example.json", Json);

    /// <summary>The same with two breakdowns, which are crossed, and no table of its own that counts the same people.</summary>
    public static readonly Questionnaire Crossed = QuestionnaireDocument.Read("example.json", Json
        .Replace("""[ { "question": "stays", "by": "little" } ]""", "[]", StringComparison.Ordinal)
        .Replace("""[ "kind" ]""", """[ "kind", "hours" ]""", StringComparison.Ordinal));

    /// <summary>The annual questionnaire as it is shipped.</summary>
    public static readonly Questionnaire Workload = QuestionnaireLibrary.Load().Find("senco-workload-1")!;

    /// <summary>Reads the members of an answers object; the local authority is added.</summary>
    public static AnswerSet? TryRead(string members, Errors errors, Questionnaire? questionnaire = null)
    {
        using var document = JsonDocument.Parse($$"""{ "localAuthority": "813"{{(members.Length > 0 ? ", " : "")}}{{members}} }""");
        return AnswerReader.FromJson(questionnaire ?? Questionnaire, document.RootElement, errors);
    }

    public static AnswerSet Read(string members, Questionnaire? questionnaire = null)
    {
        var errors = new Errors();
        var answers = TryRead(members, errors, questionnaire);
        Assert.Empty(errors.ByField);
        return answers!;
    }

    /// <summary>The only message on the only question that is wrong.</summary>
    public static string ErrorAt(string question, string members, Questionnaire? questionnaire = null)
    {
        var errors = new Errors();
        Assert.Null(TryRead(members, errors, questionnaire));
        var (field, messages) = Assert.Single(errors.ByField);
        Assert.Equal(question, field);
        return Assert.Single(messages);
    }

    public static IEnumerable<AnswerSet> Times(int count, string members) => Enumerable.Repeat(Read(members), count);

    public static Round RoundWith(int minimumBase = 10, int minimumCell = 3) => new(
        "2026",
        new RoundDefinition
        {
            Title = "Example round",
            Questionnaire = "example",
            OpensOn = new DateOnly(2026, 9, 1),
            ClosesOn = new DateOnly(2026, 12, 31),
            Access = Access.Open,
            MinimumBase = minimumBase,
            MinimumCell = minimumCell,
        });

    public static Publication Publish(params IEnumerable<AnswerSet>[] responses) => Publish(RoundWith(), responses);

    public static Publication Publish(Round round, params IEnumerable<AnswerSet>[] responses) => PublicationBuilder.Publish(
        round, Questionnaire, Scope.Parse("la/813"), Tally.Of(Questionnaire, responses.SelectMany(some => some)), DateTimeOffset.UnixEpoch, final: false);
}
