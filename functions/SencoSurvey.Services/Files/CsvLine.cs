namespace SencoSurvey.Services.Files;

/// <param name="Number">Counted from 1; the header is line 1.</param>
/// <param name="Cells">By column.</param>
internal sealed record CsvLine(int Number, Dictionary<string, string> Cells);
