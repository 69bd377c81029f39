using SencoSurvey.Core;

namespace SencoSurvey.Services.Tests;

internal static class Refused
{
    /// <summary>Demands that it is refused with this status.</summary>
    public static async Task<Refusal> WithAsync(int status, Func<Task> attempt)
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(attempt);
        Assert.Equal(status, refusal.Status);
        return refusal;
    }

    /// <summary>The only message on the only field that is wrong.</summary>
    public static (string Field, string Message) Only(this Refusal refusal)
    {
        var (field, messages) = Assert.Single(refusal.Errors.ByField);
        return (field, Assert.Single(messages));
    }
}
