using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>Of the people in a cell, how many answered a question, and how: of one indicator, or of none, where all that counts is that they are there.</summary>
/// <param name="Responses">Everyone.</param>
/// <param name="Share">Of those.</param>
internal readonly record struct CrossedPeople(long Responses, ShareCount Share)
{
    /// <param name="indicator">Its place in the questionnaire; null for none.</param>
    public static CrossedPeople Of(CrossCell cell, int? indicator) => new(cell.Responses, indicator is { } place ? cell.Share(place) : new(0, cell.Responses, 0));

    public static CrossedPeople operator +(CrossedPeople one, CrossedPeople other) =>
        new(one.Responses + other.Responses, new(one.Share.Met + other.Share.Met, one.Share.Base + other.Share.Base, one.Share.Missing + other.Share.Missing));

    /// <summary>For disclosure control.</summary>
    /// <param name="withShare">Whether the share is told of, too.</param>
    public FigureCounts Counts(bool withShare) =>
        withShare ? new(Share.Base, Responses - Share.Base - Share.Missing, Responses, [Share.Met], NoughtTells: true) : new(Responses, 0, Responses, []);
}
