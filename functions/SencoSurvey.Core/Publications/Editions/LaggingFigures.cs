using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications.Editions;

/// <summary>
/// Of ten SENCOs who came, perhaps only nine gave their hours: what these said could be found by subtraction. So all that is about the hours stays as it was, though other figures
/// change. The hours of the first nine of an authority are left out of its region's for the same reason: they could be told apart later, once the authority's are shown.
/// </summary>
public static class LaggingFigures
{
    /// <param name="earlier">What was published; of nobody, if nothing was.</param>
    /// <param name="now">Of the same authorities.</param>
    /// <returns>The keys of the figures of which fewer than the minimum base, but not nobody, were there, are there, or came or went between.</returns>
    public static IReadOnlySet<string> Between(Questionnaire questionnaire, Tally earlier, Tally now, int minimumBase)
    {
        return TallyPart.OfAll(questionnaire).Where(part => !part.AreSame(earlier, now) && IsOfFew(part.Base(earlier), part.Base(now))).Select(part => part.Key).ToHashSet();

        bool IsOfFew(long before, long after) => (before > 0 && before < minimumBase) || (after > 0 && after < minimumBase) || Math.Abs(after - before) < minimumBase;
    }

    /// <returns>The keys of the figures that nobody came to, but somebody is in: what was seen of them is as good as of now.</returns>
    public static IEnumerable<string> Unchanged(Questionnaire questionnaire, Tally earlier, Tally now) =>
        TallyPart.OfAll(questionnaire).Where(part => part.Base(now) > 0 && part.AreSame(earlier, now)).Select(part => part.Key);

    /// <param name="whole">What was published of some authorities together.</param>
    /// <param name="parts">Of some of these, what they had in it, and what is to be published of them now.</param>
    /// <returns>
    /// The keys of the figures of which fewer than the minimum base, but not nobody, would be left of the whole without those parts that are as they were, or came to those parts that had
    /// anybody in it.
    /// </returns>
    public static IEnumerable<string> OfFewOnceTorn(Questionnaire questionnaire, Tally whole, IReadOnlyList<(Tally Then, Tally Now)> parts, int minimumBase) =>
        from figure in TallyPart.OfAll(questionnaire)
        let changed = parts.Where(part => figure.Base(part.Then) > 0 && !figure.AreSame(part.Then, part.Now)).ToList()
        let left = figure.Base(whole) - parts.Where(part => figure.AreSame(part.Then, part.Now)).Sum(part => figure.Base(part.Then))
        let came = changed.Sum(part => figure.Base(part.Now) - figure.Base(part.Then))
        where (left > 0 && left < minimumBase) || (changed.Count > 0 && Math.Abs(came) < minimumBase)
        select figure.Key;

    /// <param name="figures">Keys, as <see cref="Between"/> gives them.</param>
    /// <param name="grouped">Whose groups there are then: those of now and of figures that are as they were do not go together.</param>
    /// <returns>
    /// The tally of now, but for these figures: they are as they were. In its groups every figure is of the same people: who is in a group's size and not in its figures would be those of an
    /// authority, and these are few.
    /// </returns>
    public static Tally Keep(Tally earlier, Tally now, IReadOnlySet<string> figures, Tally grouped)
    {
        if (figures.Count == 0) return now;
        var kept = now.WithGroupsOf(grouped);
        foreach (var part in TallyPart.OfAll(now.Questionnaire).Where(part => figures.Contains(part.Key))) part.Become(kept, earlier);
        return kept;
    }
}
