namespace SencoSurvey.Web.Reports;

/// <summary>The common scale of bars that grow to both sides of one line; an answer that takes no side lies half on each.</summary>
/// <param name="Zero">Where the line stands, in per cent of the drawing's width.</param>
/// <param name="Scale">The per cent of the width that one per cent of the answers takes.</param>
public sealed record DivergingAxis(double Zero, double Scale)
{
    /// <summary>As large as all the bars allow.</summary>
    /// <param name="bars">The per cent of the answers on the left side, without a side, and on the right side.</param>
    public static DivergingAxis Of(IReadOnlyList<(double Left, double Centre, double Right)> bars)
    {
        if (bars.Count == 0) return new(50, 0.5);
        var (left, right) = (bars.Max(bar => bar.Left + (bar.Centre / 2)), bars.Max(bar => bar.Right + (bar.Centre / 2)));
        return left + right > 0 ? new(100 * left / (left + right), 100 / (left + right)) : new(50, 0.5);
    }

    /// <param name="percents">The parts from left to right.</param>
    /// <param name="left">What is left of the line: all that is on the left side.</param>
    /// <param name="centre">What takes no side.</param>
    public IReadOnlyList<Segment> Place(IEnumerable<double> percents, double left, double centre) => Segments.From(Zero - ((left + (centre / 2)) * Scale), percents, Scale);
}
