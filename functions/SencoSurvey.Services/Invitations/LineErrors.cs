using System.Globalization;
using SencoSurvey.Core;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Services.Invitations;

/// <summary>What is wrong with the lines of a file.</summary>
internal sealed class LineErrors
{
    /// <summary>Whoever has more wrong lines than this has one mistake in all of them.</summary>
    private const int MostLines = 100;

    private readonly SortedDictionary<int, List<string>> byLine = [];

    public void Add(int line, string message)
    {
        if (!byLine.TryGetValue(line, out var messages)) byLine[line] = messages = [];
        messages.Add(message);
    }

    /// <exception cref="Refusal">422: there are any. The first lines are named, and how many more there are.</exception>
    public void DemandNone(string title)
    {
        if (byLine.Count == 0) return;
        var errors = new Errors();
        foreach (var (line, messages) in byLine.Take(MostLines)) messages.ForEach(message => errors.Add($"line {line}", message));
        errors.Unless(byLine.Count <= MostLines, "file", string.Create(CultureInfo.InvariantCulture, $"There are {byLine.Count - MostLines:N0} more lines with errors."));
        throw new Refusal(422, title, errors);
    }
}
