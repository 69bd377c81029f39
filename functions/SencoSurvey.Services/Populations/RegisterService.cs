using Microsoft.Extensions.Logging;
using SencoSurvey.Core;
using SencoSurvey.Core.Populations;
using SencoSurvey.Services.Rounds;

namespace SencoSurvey.Services.Populations;

/// <param name="Schools">How many open schools were counted.</param>
public sealed record RegisterResult(long Schools, LeftOut LeftOut, IReadOnlyList<string> Warnings);

/// <summary>Takes in a round's school register. Of it nothing is kept but counts: no school, and nobody, is named anywhere.</summary>
public sealed partial class RegisterService(RoundService rounds, RegisterStore registers, UkClock clock, ILogger<RegisterService> logger)
{
    /// <summary>Replaces the round's register.</summary>
    /// <param name="file">As it is downloaded; can be read again from its beginning.</param>
    /// <exception cref="Refusal">404: no such round. 400: as <see cref="SchoolRegister.ReadAsync"/>; the register that was there stays.</exception>
    public async Task<RegisterResult> ReplaceAsync(string roundId, Stream file, CancellationToken cancel)
    {
        var round = await rounds.GetAsync(roundId, cancel);
        var reading = await SchoolRegister.ReadAsync(file, cancel);
        await registers.SaveAsync(round.Id, reading.Counts, clock.Now, cancel);
        LogReplaced(round.Id, reading.Counts.Schools);
        return new RegisterResult(reading.Counts.Schools, reading.LeftOut, reading.Warnings);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "School register of {Round}: {Schools} open schools")]
    private partial void LogReplaced(string round, long schools);
}
