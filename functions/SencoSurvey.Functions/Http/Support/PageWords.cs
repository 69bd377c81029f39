using Microsoft.AspNetCore.Http;
using SencoSurvey.Core.Geography;

namespace SencoSurvey.Functions.Http.Support;

/// <summary>What a page says to a person who cannot be shown what they came for, and what they can do: the words of the API are for programs.</summary>
/// <param name="Text">Whole sentences, or none.</param>
/// <param name="Next">Where to go from here; null where there is nowhere.</param>
internal sealed record PageWords(string Title, string Text, (string Address, string Words)? Next = null)
{
    private const string CheckTheAddress = "Check the address, or open the link that you were sent once more. If it still does not work, ask whoever sent it to you.";

    /// <param name="title">As the API says what is wrong.</param>
    /// <param name="advice">As the API says of which field; may be empty.</param>
    public static PageWords Of(HttpRequest request, int status, string title, string advice) => (IsReport(request), status) switch
    {
        (true, 401) when IsOfTrust(request) => new(
            "This report is for the school group’s own readers",
            "It opens with the link in the mail that its leaders get: open that link, all of it. If you have none, ask whoever runs the survey."),
        (true, 401) => new(
            "This report is for the authority’s own readers",
            "It opens with the link in the mail that the authority’s officers and school leaders get: open that link, all of it. If you have none, ask whoever runs the survey. Everybody may read the figures of England and of its regions.",
            request.RouteValues["round"] is string round ? ($"/reports/{Uri.EscapeDataString(round)}/england", "The report of England") : null),
        (true, 403) => new("This link does not work any more", "Links in mails work for some weeks, each for one place. Open the link in the latest mail, all of it, or ask whoever runs the survey to send you a new one."),
        (true, 404) => new("There is no report at this address", $"{title} {CheckTheAddress}"),
        (true, 400) => new("The report cannot compare these groups", "Take away “by=” and what comes after it from the end of the address. The report then opens, and under “Groups compared” you can choose from the groups that there are."),
        (false, 404) => new("There is no such page", CheckTheAddress),
        _ => new(title.TrimEnd('.'), advice),
    };

    /// <summary>Of what no function answered.</summary>
    public static PageWords OfStatus(HttpRequest request, int status) => status switch
    {
        404 => Of(request, 404, "There is nothing here.", ""),
        405 => new("This page cannot be sent anything", CheckTheAddress),
        _ => new("This does not work", CheckTheAddress),
    };

    private static bool IsOfTrust(HttpRequest request) => Scope.TryParse(request.RouteValues["scope"] as string, null, out var scope) && scope.IsTrust;

    private static bool IsReport(HttpRequest request) => request.Path.StartsWithSegments("/reports");
}
