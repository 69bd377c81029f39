namespace SencoSurvey.Services.Deliveries;

/// <summary>When a mail that was certainly not taken is tried again.</summary>
public static class RetryPlan
{
    /// <summary>With the pauses between them this is nearly four days: a key that expires on a Friday is replaced by then.</summary>
    public const int MostAttempts = 20;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    /// <summary>Also of what the mail service asks for: a message in a queue lives seven days at most.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <param name="attempts">How many there were, from 1 on.</param>
    /// <param name="asked">How long the mail service asks to wait (Retry-After), if it does.</param>
    /// <returns>A minute after the first, four times as long after each further one, never less than was asked for, and six hours at most; null when it is given up.</returns>
    public static TimeSpan? PauseAfter(int attempts, TimeSpan? asked)
    {
        if (attempts >= MostAttempts) return null;
        var minutes = First.TotalMinutes * Math.Pow(4, attempts - 1);
        return TimeSpan.FromMinutes(Math.Min(Longest.TotalMinutes, Math.Max(minutes, asked?.TotalMinutes ?? 0)));
    }
}
