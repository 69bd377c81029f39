using SencoSurvey.Core.Reports.Sections;

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
    public const string Role = "Time and the role";
    public const string Leaving = "Who means to leave, and why";
    public const string Compared = "Groups compared";
    public const string Trend = "Since the round before";
    public const string Coverage = "Who answered, and who is missing";
    public const string Published = "What others have published";
    public const string OtherAnswers = "Other answers";
    public const string Places = "Regions and authorities";
    public const string Need = TimeAndNeed.Question;
    public const string ShortNeed = "Time and need";
    public const string Notes = "How to read this";
    public const string Data = "The figures as data";
    public const string Why = "Why you get this";
}
