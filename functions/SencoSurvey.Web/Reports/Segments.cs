namespace SencoSurvey.Web.Reports;

/// <summary>A part of a bar, in per cent of the drawing's width.</summary>
public readonly record struct Segment(double From, double Width)
{
    /// <summary>On the narrowest phone two digits need this much.</summary>
    private const double RoomForNumber = 9;

    public double Middle => From + (Width / 2);

    /// <summary>Whether a number can be written into it.</summary>
    public bool HasRoom => Width >= RoomForNumber;
}

/// <summary>Where the parts of a bar lie.</summary>
public static class Segments
{
    /// <summary>One after the other.</summary>
    /// <param name="percents">Of the whole bar: none is negative, and together they are at most 100.</param>
    public static IReadOnlyList<Segment> Stacked(IEnumerable<double> percents) => From(0, percents, 1);

    internal static IReadOnlyList<Segment> From(double start, IEnumerable<double> percents, double scale)
    {
        var segments = new List<Segment>();
        foreach (var percent in percents)
        {
            segments.Add(new Segment(start, percent * scale));
            start += percent * scale;
        }

        return segments;
    }
}
