using SencoSurvey.Core;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Services.Files;

/// <summary>The columns that a file may have, and must have, in any order.</summary>
/// <param name="Misfit">The title of the refusal.</param>
/// <param name="Unknown">What is wrong with a column that is not known; it follows the column's name.</param>
internal sealed record CsvColumns(string Misfit, IReadOnlyCollection<string> Known, IReadOnlyCollection<string> Required, Func<string, string> Unknown)
{
    /// <exception cref="Refusal">422: a column is unknown, missing, or there twice.</exception>
    public void Demand(string[] header)
    {
        var errors = new Errors();
        foreach (var column in header)
        {
            var name = column.Length <= 60 ? column : $"{column[..60]}…";
            errors.Unless(Known.Contains(column), "line 1", $"Has the column '{name}', {Unknown(column)}");
            errors.Unless(header.Count(other => other == column) == 1, "line 1", $"Has the column '{name}' twice.");
        }

        foreach (var column in Required) errors.Unless(header.Contains(column), "line 1", $"Lacks the column '{column}'.");
        if (errors.Any) throw new Refusal(422, Misfit, errors);
    }
}
