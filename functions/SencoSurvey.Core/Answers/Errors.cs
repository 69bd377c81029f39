namespace SencoSurvey.Core.Answers;

/// <summary>What is wrong with an input, by field or question id: the <c>errors</c> of a problem.</summary>
public sealed class Errors
{
    private readonly SortedDictionary<string, List<string>> byField = new(StringComparer.Ordinal);

    public bool Any => byField.Count > 0;

    public void Add(string field, string message)
    {
        if (!byField.TryGetValue(field, out var messages)) byField[field] = messages = [];
        messages.Add(message);
    }

    /// <summary>Adds the message when the rule does not hold.</summary>
    public void Unless(bool holds, string field, string message)
    {
        if (!holds) Add(field, message);
    }

    public IReadOnlyDictionary<string, string[]> ByField => byField.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
}
