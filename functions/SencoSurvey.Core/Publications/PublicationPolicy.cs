namespace SencoSurvey.Core.Publications;

/// <summary>What was last published of a scope.</summary>
public sealed record LastPublication(long Responses, string TallyHash, bool Final);

/// <summary>
/// When a scope may be published, so that nobody can find out about a few people by subtracting one publication from another.
/// While a round is open a scope is published again only when at least the minimum base came or went; when it closes, once more.
/// </summary>
public static class PublicationPolicy
{
    /// <param name="responses">How many the scope has now.</param>
    /// <param name="outsideParts">How many of them are in none of the publications of the scope's parts (a region's authorities, England's regions):
    /// subtracting those would leave exactly these. Negative when responses were withdrawn since.</param>
    /// <param name="final">Whether the round has closed.</param>
    public static bool MayPublish(long responses, string tallyHash, LastPublication? last, long outsideParts, bool final, int minimumBase)
    {
        if (responses < minimumBase || (outsideParts != 0 && Math.Abs(outsideParts) < minimumBase)) return false;
        if (last is null) return true;
        return final ? !last.Final || last.TallyHash != tallyHash : Math.Abs(responses - last.Responses) >= minimumBase;
    }

    /// <summary>Whether what was published has to go: at the end too few are left to stand behind it.</summary>
    public static bool MustWithdraw(long responses, LastPublication? last, bool final, int minimumBase) => final && last is not null && responses < minimumBase;
}
