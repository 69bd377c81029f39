using System.Text;

namespace SencoSurvey.Core.Reports;

/// <summary>Plain text in lines of at most 72 characters; only a longer word, such as an address, runs over.</summary>
internal sealed class TextColumn
{
    private const int Width = 72;

    private readonly StringBuilder text = new();

    public void Heading(string heading) => text.Append(heading).Append('\n').Append('-', heading.Length).Append("\n\n");

    /// <summary>Each line begins anew: a label written from right to left then leaves the figures after it alone.</summary>
    public void Paragraph(params IReadOnlyList<string> lines)
    {
        foreach (var line in lines) Wrap(line, indent: "");
        text.Append('\n');
    }

    /// <summary>The first line, and the others set in under it.</summary>
    public void Item(IReadOnlyList<string> lines)
    {
        Wrap(lines[0], indent: "");
        foreach (var line in lines.Skip(1)) Wrap(line, indent: "  ");
        text.Append('\n');
    }

    public override string ToString() => text.ToString().TrimEnd() + "\n";

    private void Wrap(string line, string indent)
    {
        var column = 0;
        foreach (var word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                text.Append('\n');
                column = 0;
            }

            var before = column == 0 ? indent : " ";
            text.Append(before).Append(word);
            column += before.Length + word.Length;
        }

        text.Append('\n');
    }
}
