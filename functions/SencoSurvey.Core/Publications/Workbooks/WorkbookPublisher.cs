namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>Who stands behind a workbook.</summary>
/// <param name="Name">Who runs the survey.</param>
/// <param name="Contact">Their email address.</param>
/// <param name="Site">The address that the survey's pages begin with.</param>
public sealed record WorkbookPublisher(string Name, string Contact, Uri Site);
