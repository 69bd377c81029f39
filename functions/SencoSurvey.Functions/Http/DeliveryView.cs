using System.Text.Json;
using SencoSurvey.Services.Deliveries;

namespace SencoSurvey.Functions.Http;

/// <summary>A delivery as the API shows it: to whom by id, never by address.</summary>
public sealed record DeliveryView(string Recipient, string Period, string State, int Attempts, DateTimeOffset ChangedAt, DateTimeOffset? NextTryAt, string? Reason)
{
    /// <summary>By the names that the API has for them.</summary>
    public static readonly IReadOnlyDictionary<string, DeliveryState> States = Enum.GetValues<DeliveryState>().ToDictionary(Name);

    public static DeliveryView Of(Delivery delivery) =>
        new(delivery.Id.Recipient, delivery.Id.Period, Name(delivery.State), delivery.Attempts, delivery.ChangedAt, delivery.NextTryAt, delivery.Reason);

    private static string Name(DeliveryState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
