namespace SencoSurvey.Services.Deliveries;

/// <summary>A delivery waits to be sent. The recipient stands in it by id, never by name or address.</summary>
public sealed record DeliverMessage(string Round, string Recipient, string Period)
{
    public static DeliverMessage For(DeliveryId id) => new(id.Round, id.Recipient, id.Period);

    public DeliveryId Id() => new(Round, Recipient, Period);
}
