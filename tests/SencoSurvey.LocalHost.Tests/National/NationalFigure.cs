using System.Globalization;
using SencoSurvey.Testing.National;

namespace SencoSurvey.LocalHost.Tests.National;

/// <summary>A margin as every door must show it, beside what was published of 2018. The bounds are Wilson's, worked out elsewhere.</summary>
/// <param name="Percent">Rounded to one decimal, as are the bounds.</param>
/// <param name="Published">In per cent, with its wording.</param>
public sealed record NationalFigure(string Indicator, string Label, int Count, int Base, string Percent, string Lower, string Upper, string Published, string Wording)
{
    private const string NotEnough = "not enough time to support pupils with SEND";

    public static NationalFigure TimeForRole { get; } = new("notEnoughTimeForRole", "Not enough time for the role", NationalRound.NotEnoughTime, NationalRound.Responses, "74.0", "72.0", "75.9", "74", NotEnough);

    public static NationalFigure TimeForSupport { get; } = TimeForRole with { Indicator = "notEnoughTimeForSenSupport", Label = "Not enough time for pupils at SEN Support" };

    public static NationalFigure Leaving { get; } = new("leavingRoleWithinFiveYears", "Expects to leave the SENCO role within five years", NationalRound.Leaving, NationalRound.Responses, "30.0", "28.0", "32.1", "30", "do not intend to be in the same role in five years");

    public static NationalFigure ForWorkload { get; } = new("leavingMainlyForWorkload", "Of those leaving the role: mainly for the workload", NationalRound.LeavingForWorkload, NationalRound.Leaving, "49.0", "44.9", "53.0", "49", "workload the primary reason");

    public static IReadOnlyList<NationalFigure> All { get; } = [TimeForRole, TimeForSupport, Leaving, ForWorkload];

    public static string Rounded(double percent) => percent.ToString("0.0", CultureInfo.InvariantCulture);

    public override string ToString() => Indicator;
}
