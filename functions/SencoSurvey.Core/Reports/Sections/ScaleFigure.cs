using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Reports.Sections;

/// <summary>The questions that were answered on one scale.</summary>
/// <param name="Labels">Of the scale's options, from left to right.</param>
public sealed record ScaleFigure(AnswerScale Scale, IReadOnlyList<string> Labels, IReadOnlyList<ScaleAnswers> Questions)
{
    internal static IEnumerable<ScaleFigure> Of(Publication publication) =>
        from scale in AnswerScale.All
        let questions = publication.Choices.Where(choice => choice.Value.Source is null && scale.IsOf(choice.Value)).ToList()
        where questions.Count > 0
        select new ScaleFigure(
            scale,
            [.. scale.Options.Select(id => questions[0].Value.Options.First(option => option.Id == id).Label)],
            [.. questions.Select(question => ScaleAnswers.Of(scale, question.Key, question.Value))]);
}

/// <summary>How one question was answered.</summary>
/// <param name="Reading">How many answered, or why the question is hidden.</param>
/// <param name="Shares">In the scale's order; none where the question is hidden.</param>
/// <param name="Left">The per cent of the left side together; so <paramref name="Centre"/> and <paramref name="Right"/>.</param>
public sealed record ScaleAnswers(string Id, string Label, string Reading, IReadOnlyList<ReportShare> Shares, double Left, double Centre, double Right)
{
    public bool Hidden => Shares.Count == 0;

    internal static ScaleAnswers Of(AnswerScale scale, string id, ChoiceFigure figure)
    {
        var choice = ReportChoice.Of(id, figure);
        if (choice.Hidden) return new(id, choice.Label, choice.Reading, [], 0, 0, 0);
        var shares = figure.Options.Zip(choice.Options).ToDictionary(pair => pair.First.Id, pair => pair.Second.Share);
        return new(id, choice.Label, choice.Reading, [.. scale.Options.Select(option => shares[option])], Together(scale.Left), scale.Centre is { } centre ? Together([centre]) : 0, Together(scale.Right));

        // Of counts, for rounded shares need not add up.
        double Together(IReadOnlyList<string> options) => 100.0 * options.Sum(option => shares[option].Count) / shares[options[0]].Base;
    }
}
