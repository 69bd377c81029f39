using SencoSurvey.Core;
using SencoSurvey.Services.Rounds;

namespace SencoSurvey.Services.Deliveries;

/// <summary>What the coordinator sees of the reports that were mailed, or were not.</summary>
public sealed class DeliveryService(RoundService rounds, DeliveryStore deliveries)
{
    /// <param name="state">Those in this state; null for all.</param>
    /// <exception cref="Refusal">404: there is no such round.</exception>
    public async Task<IReadOnlyList<Delivery>> ListAsync(string round, DeliveryState? state, CancellationToken cancel)
    {
        await rounds.GetAsync(round, cancel);
        return await deliveries.ListAsync(round, state, cancel).ToListAsync(cancel);
    }
}
