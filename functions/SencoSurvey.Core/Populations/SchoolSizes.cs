namespace SencoSurvey.Core.Populations;

/// <summary>A band of school sizes.</summary>
/// <param name="Id">As the annual questionnaire calls the group of its question <c>schoolPupils</c>.</param>
/// <param name="Largest">The most pupils on roll that belong to it; null in the last two.</param>
public sealed record SchoolSize(string Id, int? Largest = null);

/// <summary>The size bands by which schools are counted and responses may be weighted: the only place that says where they end.</summary>
public static class SchoolSizes
{
    /// <summary>The question whose answer says the size.</summary>
    public const string QuestionId = "schoolPupils";

    /// <summary>The number of pupils is not known.</summary>
    public static readonly SchoolSize Unknown = new("unknown");

    private static readonly SchoolSize Above = new("over1000");

    /// <summary>From small to large; <see cref="Unknown"/> is last.</summary>
    public static IReadOnlyList<SchoolSize> All { get; } = [new("upTo100", 100), new("upTo200", 200), new("upTo400", 400), new("upTo1000", 1000), Above, Unknown];

    /// <param name="pupils">On roll. None is as good as unknown: it is what a school has that has only just opened, or has not said.</param>
    public static SchoolSize Of(int? pupils) => pupils is null or < 1 ? Unknown : All.FirstOrDefault(size => pupils <= size.Largest) ?? Above;
}
