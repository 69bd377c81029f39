using Microsoft.AspNetCore.Http;
using SencoSurvey.Core;
using SencoSurvey.Services.Deliveries;

namespace SencoSurvey.Functions.Http;

public sealed class GetDeliveries(DeliveryService deliveries)
{
    [Function(nameof(GetDeliveries))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/rounds/{round}/deliveries")] HttpRequest request, string round) =>
        Results.Json((await deliveries.ListAsync(round, State(request), request.HttpContext.RequestAborted)).Select(DeliveryView.Of));

    private static DeliveryState? State(HttpRequest request)
    {
        if (!request.Query.ContainsKey("state")) return null;
        return DeliveryView.States.TryGetValue(request.Query["state"].ToString(), out var state)
            ? state
            : throw Refusal.Field(400, "The address is not understood.", "state", $"Must be one of {string.Join(", ", DeliveryView.States.Keys)}.");
    }
}
