namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>How many people a figure counts, in a scope or in what is left of one after subtraction.</summary>
/// <param name="Base">Who answered.</param>
/// <param name="NotAsked">To whom the question was not put.</param>
/// <param name="Responses">Everyone.</param>
/// <param name="Cells">The counts that are shown beside the base, such as those of the options. Not to be changed.</param>
/// <param name="NoughtTells">Whether it gives something away too that nobody, or everybody, answered in the same way: that all who answered one question so answered another one so.</param>
internal sealed record FigureCounts(long Base, long NotAsked, long Responses, long[] Cells, bool NoughtTells = false)
{
    /// <summary>How many times the minimum base the figure takes.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Of a number, how many gave the smallest value that it can have: where all did, it tells what each of them answered.</summary>
    public long Least { get; init; }

    /// <summary>Whether all who answered did so in the same way.</summary>
    public bool IsUnanimous => Base > 0 && (Least == Base || (Cells.Length > 0 && Array.TrueForAll(Cells, count => count == 0 || count == Base)));

    public static FigureCounts operator -(FigureCounts whole, FigureCounts part) => whole.Less([part]);

    public static FigureCounts operator +(FigureCounts one, FigureCounts other)
    {
        var cells = (long[])one.Cells.Clone();
        for (var i = 0; i < cells.Length; i++) cells[i] += other.Cells[i];
        return one with { Base = one.Base + other.Base, NotAsked = one.NotAsked + other.NotAsked, Responses = one.Responses + other.Responses, Cells = cells, Least = one.Least + other.Least };
    }

    /// <summary>What is left without these parts: of a whole there may be hundreds.</summary>
    public FigureCounts Less(ReadOnlySpan<FigureCounts> parts)
    {
        var (answered, notAsked, responses, least, cells) = (Base, NotAsked, Responses, Least, (long[])Cells.Clone());
        foreach (var part in parts)
        {
            (answered, notAsked, responses, least) = (answered - part.Base, notAsked - part.NotAsked, responses - part.Responses, least - part.Least);
            for (var i = 0; i < cells.Length; i++) cells[i] -= part.Cells[i];
        }

        return this with { Base = answered, NotAsked = notAsked, Responses = responses, Least = least, Cells = cells };
    }
}
