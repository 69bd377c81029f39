using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SencoSurvey.Services.Drafts;

/// <summary>Deletes what is kept no longer.</summary>
public sealed partial class PurgeService(DraftStore drafts, IOptions<DraftOptions> options, UkClock clock, ILogger<PurgeService> logger)
{
    public async Task PurgeAsync(CancellationToken cancel)
    {
        var purged = await drafts.PurgeAsync(clock.Now.AddDays(-options.Value.KeepDays), cancel);
        if (purged > 0) LogPurged(purged, options.Value.KeepDays);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Purged {Drafts} drafts that nobody had touched for {Days} days")]
    private partial void LogPurged(int drafts, int days);
}
