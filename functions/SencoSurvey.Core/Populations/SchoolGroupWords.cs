namespace SencoSurvey.Core.Populations;

/// <summary>What the groups of schools are called by which figures are weighted.</summary>
public static class SchoolGroupWords
{
    /// <param name="question">The id of a question that says the kind or the size of a school.</param>
    /// <returns>"kind of school", "size of school"; of another question its id.</returns>
    public static string Of(string question) => question switch
    {
        SchoolPhases.QuestionId => "kind of school",
        SchoolSizes.QuestionId => "size of school",
        _ => question,
    };

    /// <param name="questions">Of one, or of both at once.</param>
    /// <returns>"kind and size of school".</returns>
    public static string Of(IReadOnlyList<string> questions) => questions is [var one] ? Of(one) : "kind and size of school";
}
