using SencoSurvey.Core.Answers;

namespace SencoSurvey.Core;

/// <summary>A request that cannot be met as it stands; nothing was stored. The web answers it as a problem (RFC 9457).</summary>
/// <param name="status">The HTTP status, 400 to 499.</param>
/// <param name="title">What is wrong, in one plain sentence without personal data.</param>
public sealed class Refusal(int status, string title, Errors? errors = null) : Exception(title)
{
    public int Status { get; } = status;

    public Errors Errors { get; } = errors ?? new Errors();

    /// <summary>What to do about it, for a person: the errors' messages one after the other.</summary>
    public string Advice => string.Join(" ", Errors.ByField.Values.SelectMany(messages => messages));

    public static Refusal NotFound(string title) => new(404, title);

    public static Refusal Field(int status, string title, string field, string message)
    {
        var errors = new Errors();
        errors.Add(field, message);
        return new Refusal(status, title, errors);
    }
}
