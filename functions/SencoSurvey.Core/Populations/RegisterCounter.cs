using System.Globalization;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Populations;

/// <summary>Counts the lines of a school register, and notes what is odd about them.</summary>
internal sealed class RegisterCounter
{
    /// <summary>Of what is unknown, so many different values are quoted, and so much of each.</summary>
    private const int MostQuoted = 5;
    private const int MostLetters = 60;

    private readonly SchoolCounts counts = new();
    private readonly Counter<string> statuses = new();
    private readonly Counter<string> authorities = new();
    private readonly Counter<string> kinds = new();
    private long closed, notYetOpen, noSchool, blankPupils, oddPupils;

    /// <summary>Each is a cell as it stands in the file.</summary>
    public void Add(string status, string authority, string phase, string type, string group, string pupils)
    {
        var (plainType, plainGroup) = (RegisterKinds.Plain(type), RegisterKinds.Plain(group));
        switch (RegisterKinds.Plain(status))
        {
            case "closed":
                closed++;
                return;
            case "proposed to open":
                notYetOpen++;
                return;
            case "open" or "open, but proposed to close":
                break;
            default:
                statuses.Add(Quote(status));
                return;
        }

        if (!RegisterKinds.IsSchool(plainType, plainGroup)) noSchool++;
        else if (!LocalAuthorities.TryGet(authority.Trim(), out var known)) authorities.Add(Quote(authority));
        else if (RegisterKinds.PhaseOf(RegisterKinds.Plain(phase), plainType, plainGroup) is not { } kind) kinds.Add($"{Quote(phase)}, {Quote(type)}");
        else counts.Add(new SchoolGroup(known.Code, kind, SchoolSizes.Of(Pupils(pupils)).Id));
    }

    public RegisterReading Read() => new(counts, new LeftOut(closed, notYetOpen + statuses.Total, noSchool, authorities.Total, kinds.Total), [.. Warnings()]);

    private int? Pupils(string cell)
    {
        if (string.IsNullOrWhiteSpace(cell))
        {
            blankPupils++;
            return null;
        }

        if (int.TryParse(cell.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var pupils)) return pupils;
        oddPupils++;
        return null;
    }

    private IEnumerable<string> Warnings()
    {
        if (statuses.Total > 0) yield return Text($"Left out for a status that is not known here: {statuses.Total:N0} ({Quoted(statuses)}).");
        if (authorities.Total > 0) yield return Text($"Left out for an authority that is not known here: {authorities.Total:N0} ({Quoted(authorities)}).");
        if (kinds.Total > 0) yield return Text($"Left out for a phase and type that do not say which kind of school it is: {kinds.Total:N0} ({Quoted(kinds)}).");
        if (blankPupils > 0) yield return Text($"Counted as of unknown size, without a number of pupils: {blankPupils:N0}.");
        if (oddPupils > 0) yield return Text($"Counted as of unknown size, with a number of pupils that is no whole number: {oddPupils:N0}.");
        var without = LocalAuthorities.All.Count - counts.ByAuthority().Count;
        if (without > 0) yield return Text($"Authorities without a school in the file: {without:N0} of {LocalAuthorities.All.Count:N0}. Is it the whole of the register?");
    }

    private static string Quoted(Counter<string> values) => string.Join("; ", values.Select(value => value.Key).Take(MostQuoted)) + (values.Count > MostQuoted ? "; …" : "");

    private static string Quote(string cell) => cell.Trim() switch
    {
        "" => "(blank)",
        { Length: > MostLetters } text => $"'{text[..MostLetters]}…'",
        var text => $"'{text}'",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
