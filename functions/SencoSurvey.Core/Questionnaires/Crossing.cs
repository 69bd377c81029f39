namespace SencoSurvey.Core.Questionnaires;

/// <summary>Two breakdowns crossed: how the groups of one divide into those of the other.</summary>
/// <param name="Rows">The one that comes first in the questionnaire.</param>
public sealed record Crossing(Grouping Rows, Grouping Columns)
{
    /// <summary>For example <c>phase,schoolPupils</c>.</summary>
    public string Id => $"{Rows.Id},{Columns.Id}";
}
