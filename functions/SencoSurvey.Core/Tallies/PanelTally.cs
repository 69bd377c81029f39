namespace SencoSurvey.Core.Tallies;

/// <summary>How many schools had an indicator's property in the round before and in this one: of those alone that are known to have answered its question in both.</summary>
public sealed class PanelTally
{
    public long Both { get; internal set; }

    /// <summary>Had it in the round before, and have it no more.</summary>
    public long OnlyThen { get; internal set; }

    /// <summary>Have it now, and had it not in the round before.</summary>
    public long OnlyNow { get; internal set; }

    public long Neither { get; internal set; }

    /// <summary>How many schools there are in all.</summary>
    public long Pairs => Both + OnlyThen + OnlyNow + Neither;

    internal void Add(bool then, bool now)
    {
        if (then && now) Both++;
        else if (then) OnlyThen++;
        else if (now) OnlyNow++;
        else Neither++;
    }

    internal void Become(PanelTally other) => (Both, OnlyThen, OnlyNow, Neither) = (other.Both, other.OnlyThen, other.OnlyNow, other.Neither);

    internal void Merge(PanelTally other)
    {
        Both += other.Both;
        OnlyThen += other.OnlyThen;
        OnlyNow += other.OnlyNow;
        Neither += other.Neither;
    }
}
