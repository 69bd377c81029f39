using System.Globalization;
using System.Text;

namespace SencoSurvey.Testing;

/// <summary>A made-up establishment of the school register; the cells are as GIAS spells them.</summary>
public sealed record RegisterLine(int Urn)
{
    public string Name { get; init; } = $"Synthetic School {Urn - SyntheticRegister.FirstUrn + 1}";

    public string Authority { get; init; } = "813";

    public string Status { get; init; } = "Open";

    public string Type { get; init; } = "Community school";

    public string Group { get; init; } = "Local authority maintained schools";

    public string Phase { get; init; } = "Primary";

    public string Pupils { get; init; } = "210";
}

/// <summary>A synthetic file in the form of the GIAS register: 140 columns, of which the most are of no use. Its URNs are beyond those in use.</summary>
public static class SyntheticRegister
{
    public const int FirstUrn = 900_000;

    public const int Columns = 140;

    /// <summary>What a head teacher's columns have: it must be found nowhere.</summary>
    public const string Head = "SyntheticHead";

    /// <summary>So that 50,000 lines take some 60 MB.</summary>
    private const string Filling = "filling";

    private static readonly Dictionary<string, Func<RegisterLine, string>> Cells = new()
    {
        ["URN"] = line => line.Urn.ToString(CultureInfo.InvariantCulture),
        ["LA (code)"] = line => line.Authority,
        ["LA (name)"] = line => $"Authority {line.Authority}",
        ["EstablishmentName"] = line => line.Name,
        ["TypeOfEstablishment (name)"] = line => line.Type,
        ["EstablishmentTypeGroup (name)"] = line => line.Group,
        ["EstablishmentStatus (name)"] = line => line.Status,
        ["OpenDate"] = _ => "01-09-1970",
        ["PhaseOfEducation (name)"] = line => line.Phase,
        ["NumberOfPupils"] = line => line.Pupils,
        ["HeadTitle (name)"] = _ => "Dr",
        ["HeadFirstName"] = _ => Head,
        ["HeadLastName"] = _ => Head,
    };

    public static IReadOnlyList<string> Header { get; } = [.. Cells.Keys, .. Enumerable.Range(1, Columns - Cells.Count).Select(number => $"Column{number}")];

    public static string Text(params IEnumerable<RegisterLine> lines)
    {
        var text = new StringBuilder(string.Join(',', Header)).Append("\r\n");
        foreach (var line in lines) text.AppendJoin(',', Header.Select(column => $"\"{(Cells.TryGetValue(column, out var cell) ? cell(line) : Filling).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
        return text.ToString();
    }

    /// <summary>In the encoding in which GIAS writes.</summary>
    public static byte[] File(params IEnumerable<RegisterLine> lines) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text(lines));

    /// <summary>So many alike, from a URN on.</summary>
    public static IEnumerable<RegisterLine> Many(int count, int from = 0, Func<RegisterLine, RegisterLine>? change = null) =>
        Enumerable.Range(FirstUrn + from, count).Select(urn => new RegisterLine(urn)).Select(change ?? (line => line));
}
