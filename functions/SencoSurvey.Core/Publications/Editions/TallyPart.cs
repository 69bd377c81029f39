using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Editions;

/// <summary>What a tally holds of one figure of all who answered, and what follows from it, such as who was asked the next question. Groups are no part of it: see <see cref="LaggingFigures.Keep"/>.</summary>
/// <param name="Key">The figure's: see <see cref="FigureKeys"/>.</param>
/// <param name="Base">How many it counts.</param>
/// <param name="AreSame">Whether it is the same in two tallies.</param>
/// <param name="Become">Puts into the first tally what the second has of it.</param>
internal sealed record TallyPart(string Key, Func<Tally, long> Base, Func<Tally, Tally, bool> AreSame, Action<Tally, Tally> Become)
{
    /// <summary>Of everything that is asked of everyone.</summary>
    public static IEnumerable<TallyPart> OfAll(Questionnaire questionnaire) =>
    [
        .. questionnaire.NumberIds.Where(id => questionnaire.IsPutToAll(id)).Select(Number),
        .. questionnaire.ChoiceQuestions.Where(question => questionnaire.IsPutToAll(question.Id)).Select(question => Choice(questionnaire, question.Id)),
        .. questionnaire.Indicators.Where(indicator => indicator.IsOfAll(questionnaire)).Select(indicator => Indicator(questionnaire, indicator.Id)),
        .. questionnaire.Relationships.Index().Where(relationship => questionnaire.IsPutToAll(relationship.Item.X, relationship.Item.Y)).Select(relationship => Relationship(relationship.Index)),
    ];

    private static TallyPart Number(string id) => new(
        FigureKeys.Number(id),
        tally => tally.Numbers[id].Values.Total,
        (one, other) => one.Numbers[id].NotAsked == other.Numbers[id].NotAsked && one.Numbers[id].Values.SequenceEqual(other.Numbers[id].Values),
        (into, from) => into.Numbers[id].Become(from.Numbers[id]));

    private static TallyPart Choice(Questionnaire questionnaire, string id) => new(
        FigureKeys.Choice(id),
        tally => tally.Choices[id].Answered,
        (one, other) => one.Choices[id].Options.SequenceEqual(other.Choices[id].Options),
        (into, from) =>
        {
            into.Choices[id].Become(from.Choices[id]);
            Associations(questionnaire, id, into, from);
            var next = AskedAfter(questionnaire, id).ToList();
            foreach (var question in next) BecomeAnswersTo(question, into, from);
            foreach (var indicator in questionnaire.Indicators.Where(indicator => indicator.Among?.Ids.Contains(id) == true || next.Exists(question => indicator.Counts.Ids.Contains(question.Id)))) BecomeShares(indicator.Id, into, from);
        });

    private static TallyPart Indicator(Questionnaire questionnaire, string id) => new(
        FigureKeys.Indicator(id),
        tally => tally.Indicators[id].Base,
        (one, other) => (one.Indicators[id].Base, one.Indicators[id].Met) == (other.Indicators[id].Base, other.Indicators[id].Met),
        (into, from) =>
        {
            BecomeShares(id, into, from);
            Associations(questionnaire, id, into, from);
        });

    private static TallyPart Relationship(int index) => new(
        FigureKeys.Relationship(index),
        tally => tally.Relationships[index].Total,
        (one, other) => one.Relationships[index].SequenceEqual(other.Relationships[index]),
        (into, from) => into.Relationships[index].Become(from.Relationships[index]));

    /// <summary>The questions that are put to some, according to this one, or to one of those.</summary>
    private static IEnumerable<Question> AskedAfter(Questionnaire questionnaire, string id) =>
        questionnaire.Questions.Where(question => question.AppliesWhen?.Ids.Contains(id) == true).SelectMany(question => AskedAfter(questionnaire, question.Id).Prepend(question));

    private static void BecomeShares(string id, Tally into, Tally from)
    {
        into.Indicators[id].Become(from.Indicators[id]);
        into.Panel[id].Become(from.Panel[id]);
    }

    private static void BecomeAnswersTo(Question question, Tally into, Tally from)
    {
        if (question is NumberQuestion) into.Numbers[question.Id].Become(from.Numbers[question.Id]);
        if (question is ChoiceQuestion) into.Choices[question.Id].Become(from.Choices[question.Id]);
    }

    /// <param name="id">The question's, or the indicator's.</param>
    private static void Associations(Questionnaire questionnaire, string id, Tally into, Tally from)
    {
        foreach (var (index, association) in questionnaire.Associations.Index())
        {
            if (association.Question == id || association.By == id) into.Associations[index].Become(from.Associations[index]);
        }
    }
}
