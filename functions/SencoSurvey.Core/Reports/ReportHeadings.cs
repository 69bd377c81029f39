namespace SencoSurvey.Core.Reports;

/// <summary>The parts of a report, in order.</summary>
public static class ReportHeadings
{
    public const string Main = "Main figures";
    public const string Numbers = "Hours and pupils";
    public const string Choices = "Answers";
    public const string FromElsewhere = "Published beside the responses";
    public const string Relationships = "What goes with what";
    public const string Associations = "Time and staying";
    public const string Notes = "How to read this";
    public const string Data = "The figures as data";
    public const string Why = "Why you get this";
}
