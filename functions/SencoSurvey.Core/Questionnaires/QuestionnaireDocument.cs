using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core.Questionnaires;

/// <summary>Reads a questionnaire document and refuses one that contradicts itself.</summary>
public static partial class QuestionnaireDocument
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        AllowOutOfOrderMetadataProperties = true,
        NumberHandling = JsonNumberHandling.Strict,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]{0,59}\z")]
    private static partial Regex CamelCase();

    /// <exception cref="QuestionnaireException">The document is broken.</exception>
    public static Questionnaire Read(string file, string json)
    {
        try
        {
            using (var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })) RefuseNulls(file, document.RootElement, "$");
            var questionnaire = JsonSerializer.Deserialize<Questionnaire>(json, Options) ?? throw new QuestionnaireException(file, "$", "The document is empty.");
            new Check(file, questionnaire).Run();
            return questionnaire;
        }
        catch (JsonException exception)
        {
            throw new QuestionnaireException(file, exception.Path ?? "$", exception.Message);
        }
        catch (NotSupportedException exception)
        {
            // A question without a type; the message has the path.
            throw new QuestionnaireException(file, "$", exception.Message);
        }
    }

    /// <summary>As the API serves it.</summary>
    public static string Write(Questionnaire questionnaire) => JsonSerializer.Serialize(questionnaire, Options);

    /// <summary>A null means nothing in a document; leave the property out.</summary>
    private static void RefuseNulls(string file, JsonElement json, string path)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                throw new QuestionnaireException(file, path, "Must not be null.");
            case JsonValueKind.Array:
                foreach (var (index, item) in json.EnumerateArray().Index()) RefuseNulls(file, item, $"{path}[{index}]");
                break;
            case JsonValueKind.Object:
                foreach (var property in json.EnumerateObject()) RefuseNulls(file, property.Value, $"{path}.{property.Name}");
                break;
        }
    }

    private sealed class Check(string file, Questionnaire questionnaire)
    {
        private readonly Dictionary<string, Question> earlier = [];
        private readonly HashSet<string> ids = [];

        public void Run()
        {
            Require(RoundsId().IsMatch(questionnaire.Id), "$.id", "Must be 1 to 40 of a-z, 0-9 and '-'.");
            Require($"{questionnaire.Id}.json" == file, "$.id", $"Must be the file's name without .json, but is '{questionnaire.Id}'.");
            foreach (var (s, section) in questionnaire.Sections.Index())
            {
                RequireText(section.Title, $"$.sections[{s}].title");
                foreach (var (q, question) in section.Questions.Index()) CheckQuestion(question, $"$.sections[{s}].questions[{q}]");
            }

            Require(
                questionnaire.Find(AnswerSet.LocalAuthorityId) is LocalAuthorityQuestion { Required: true, AppliesWhen: null },
                "$.sections",
                $"Needs a required question '{AnswerSet.LocalAuthorityId}' of type localAuthority: it decides where a response counts.");
            foreach (var (d, derived) in questionnaire.Derived.Index()) CheckDerived(derived, $"$.derived[{d}]");
            foreach (var (i, check) in questionnaire.SoftChecks.Index())
            {
                var path = $"$.softChecks[{i}]";
                Unique(check.Id, path);
                Require(earlier.ContainsKey(check.Question), $"{path}.question", $"There is no question '{check.Question}'.");
                CheckCondition(check.When, $"{path}.when");
            }

            foreach (var (i, indicator) in questionnaire.Indicators.Index())
            {
                var path = $"$.indicators[{i}]";
                Unique(indicator.Id, path);
                CheckCondition(indicator.Counts, $"{path}.counts");
                if (indicator.Among is { } among) CheckCondition(among, $"{path}.among");
            }

            foreach (var (i, relationship) in questionnaire.Relationships.Index())
            {
                CheckNumber(relationship.X, $"$.relationships[{i}].x");
                CheckNumber(relationship.Y, $"$.relationships[{i}].y");
            }

            foreach (var (i, grouping) in questionnaire.Groupings.Index()) CheckGrouping(grouping, $"$.groupings[{i}]");
            foreach (var (i, association) in questionnaire.Associations.Index())
            {
                Require(questionnaire.Find(association.Question) is ChoiceQuestion { Several: false, AppliesWhen: null }, $"$.associations[{i}].question", $"'{association.Question}' is no single-choice question that everyone is asked.");
                var indicator = questionnaire.Indicators.FirstOrDefault(indicator => indicator.Id == association.By);
                Require(indicator?.IsOfAll(questionnaire) == true, $"$.associations[{i}].by", $"'{association.By}' is no indicator of everyone's answers.");
                Require(!indicator!.Counts.Ids.Contains(association.Question), $"$.associations[{i}].by", "Must be of another question.");
            }

            if (questionnaire.OwnComparison is { } comparison) CheckComparison(comparison);
            if (questionnaire.Checklist is { } checklist) CheckChecklist(checklist);
            foreach (var (i, id) in questionnaire.BreakdownBy.Index())
            {
                Require(questionnaire.Find(id) is { AppliesWhen: null } && questionnaire.GroupingBy(id) is not null, $"$.breakdownBy[{i}]", $"'{id}' is no single-choice question that everyone is asked, nor one that has a grouping.");
                Require(!questionnaire.BreakdownBy.Take(i).Contains(id), $"$.breakdownBy[{i}]", $"'{id}' is there twice.");
            }
        }

        private void CheckGrouping(Grouping grouping, string path)
        {
            Require(earlier.ContainsKey(grouping.Id), $"{path}.id", $"There is no question '{grouping.Id}'.");
            Require(questionnaire.Groupings.Count(other => other.Id == grouping.Id) == 1, $"{path}.id", $"'{grouping.Id}' has another grouping.");
            RequireText(grouping.Label, $"{path}.label");
            Require(grouping.Groups.Count >= 2, $"{path}.groups", "Must be at least two.");
            foreach (var (g, group) in grouping.Groups.Index())
            {
                var at = $"{path}.groups[{g}]";
                RequireText(group.Label, $"{at}.label");
                Require(CamelCase().IsMatch(group.Id), $"{at}.id", $"'{group.Id}' is not camelCase.");
                Require(grouping.Groups.Count(other => other.Id == group.Id) == 1, $"{at}.id", $"'{group.Id}' is there twice.");
                Require(group.When.Question == grouping.Id && group.When.Minus is null, $"{at}.when", $"Must look at '{grouping.Id}' alone.");
                CheckCondition(group.When, $"{at}.when");
            }
        }

        private void CheckComparison(OwnComparison comparison)
        {
            Require(comparison.GroupBy is null || questionnaire.BreakdownBy.Contains(comparison.GroupBy), "$.ownComparison.groupBy", $"'{comparison.GroupBy}' does not break statistics down.");
            foreach (var (i, measure) in comparison.Measures.Index())
            {
                var path = $"$.ownComparison.measures[{i}]";
                Require(measure.Number is null != measure.Indicator is null, path, "Must have either number or indicator.");
                Require(measure.Recommended is null == measure.RecommendedBy is null, path, "A recommended value needs recommendedBy, and the other way round.");
                RequireText(measure.RecommendedBy, $"{path}.recommendedBy");
                Require(measure.Recommended is null || measure.Number is not null, path, "Only a number can have a recommended value.");
                if (measure.Number is { } number) CheckNumber(number, $"{path}.number");
                if (measure.Indicator is { } indicator) Require(questionnaire.Indicators.Any(known => known.Id == indicator), $"{path}.indicator", $"There is no indicator '{indicator}'.");
            }
        }

        private void CheckChecklist(Checklist checklist)
        {
            RequireText(checklist.Title, "$.checklist.title");
            foreach (var (i, item) in checklist.Items.Index())
            {
                RequireText(item.Text, $"$.checklist.items[{i}].text");
                foreach (var (q, id) in (item.Questions ?? []).Index())
                {
                    var section = questionnaire.Sections.FirstOrDefault(section => section.Questions.Any(question => question.Id == id));
                    Require(section is not null, $"$.checklist.items[{i}].questions[{q}]", $"There is no question '{id}'.");
                    Require(!section!.Private, $"$.checklist.items[{i}].questions[{q}]", $"'{id}' is private: it would stand on the copy for the head teacher.");
                }
            }
        }

        private void CheckQuestion(Question question, string path)
        {
            Unique(question.Id, path);
            RequireText(question.Label, $"{path}.label");
            RequireText(question.Short, $"{path}.short");
            RequireText(question.Hint, $"{path}.hint");
            RequireText(question.Prompt, $"{path}.prompt");
            RequireText(question.StartsPage, $"{path}.startsPage");
            if (question.AppliesWhen is { } condition) CheckCondition(condition, $"{path}.appliesWhen");
            switch (question)
            {
                case NumberQuestion number:
                    Require(number.Minimum <= number.Maximum, $"{path}.maximum", $"Is less than the minimum, {number.Minimum}.");
                    Require(number.Step > 0, $"{path}.step", "Must be more than 0.");
                    Require(number.Minimum % number.Step == 0 && number.Maximum % number.Step == 0, $"{path}.step", "The minimum and maximum must be multiples of the step.");
                    break;
                case ChoiceQuestion choice:
                    Require(choice.Options.Count >= 2, $"{path}.options", "Must be at least two.");
                    foreach (var (o, option) in choice.Options.Index())
                    {
                        RequireText(option.Label, $"{path}.options[{o}].label");
                        Require(CamelCase().IsMatch(option.Id), $"{path}.options[{o}].id", $"'{option.Id}' is not camelCase.");
                        Require(choice.Options.Count(other => other.Id == option.Id) == 1, $"{path}.options[{o}].id", $"'{option.Id}' is there twice.");
                    }

                    break;
                case TextQuestion text:
                    Require(text.MaximumLength is > 0 and <= 2000, $"{path}.maximumLength", "Must be from 1 to 2000: an answer has to fit one property of table storage.");
                    break;
                case LocalAuthorityQuestion:
                    Require(question.Id == AnswerSet.LocalAuthorityId, $"{path}.id", $"A question of type localAuthority has the id '{AnswerSet.LocalAuthorityId}'.");
                    break;
            }

            earlier[question.Id] = question;
        }

        private void CheckDerived(DerivedNumber derived, string path)
        {
            Unique(derived.Id, path);
            Require(new object?[] { derived.Sum, derived.Difference, derived.Ratio }.Count(given => given is not null) == 1, path, "Must have one of sum, difference and ratio.");
            Require(derived.Sum is null or { Count: >= 2 }, $"{path}.sum", "Must be at least two.");
            foreach (var part in derived.Parts) Require(IsNumber(part, before: derived), path, $"'{part}' is no number question and no earlier derived number.");
        }

        private void CheckCondition(Condition condition, string path)
        {
            if (condition.AnyOf is { } options)
            {
                Require(condition is { Minus: null, Above: null, AtLeast: null, Below: null }, path, "Has anyOf and a bound: one or the other.");
                Require(options.Count > 0, $"{path}.anyOf", "Must be at least one.");
                Require(earlier.GetValueOrDefault(condition.Question) is ChoiceQuestion, $"{path}.question", $"'{condition.Question}' is no choice question asked before this.");
                foreach (var (i, option) in options.Index())
                    Require(((ChoiceQuestion)earlier[condition.Question]).Options.Any(known => known.Id == option), $"{path}.anyOf[{i}]", $"'{condition.Question}' has no option '{option}'.");
                return;
            }

            Require(condition.Above is not null || condition.AtLeast is not null || condition.Below is not null, path, "Needs anyOf, above, atLeast or below.");
            CheckNumber(condition.Question, $"{path}.question");
            if (condition.Minus is { } minus) CheckNumber(minus, $"{path}.minus");
        }

        private void CheckNumber(string id, string path) => Require(IsNumber(id), path, $"'{id}' is no number question asked before this, and no number derived from such.");

        private bool IsNumber(string id, DerivedNumber? before = null) =>
            earlier.GetValueOrDefault(id) is NumberQuestion
            || questionnaire.Derived.TakeWhile(derived => derived != before).Any(derived => derived.Id == id && derived.Parts.All(part => IsNumber(part, derived)));

        private void Unique(string id, string path)
        {
            Require(CamelCase().IsMatch(id), $"{path}.id", $"'{id}' is not camelCase.");
            Require(ids.Add(id), $"{path}.id", $"'{id}' is the id of something else too.");
        }

        /// <param name="text">Null where there is none; white space shows nothing, where a page, a label or a message should say something.</param>
        private void RequireText(string? text, string path) => Require(text is null || !string.IsNullOrWhiteSpace(text), path, "Must not be empty.");

        private void Require(bool holds, string path, string reason)
        {
            if (!holds) throw new QuestionnaireException(file, path, reason);
        }
    }

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z")]
    private static partial Regex RoundsId();
}
