using AngleSharp.Html.Dom;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Comparisons;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Web.Survey;

namespace SencoSurvey.Web.Tests.Survey;

/// <summary>Every page of the survey, rendered as the functions render it; and all of them in every state.</summary>
internal static class SurveyPages
{
    private static readonly DateTimeOffset At = new(2026, 10, 5, 23, 30, 0, TimeSpan.Zero);

    private static readonly Acknowledgement Receipt = new("7K3M-9QXD", At);

    private static readonly Organiser Organiser = new("North Lincolnshire Council", "senco@authority.example");

    private static readonly Dictionary<string, Answer> FromInvitation = new()
    {
        ["localAuthority"] = new ChoiceAnswer(["813"], Several: false),
        ["phase"] = new ChoiceAnswer(["primary"], Several: false),
        ["schoolPupils"] = new NumberAnswer(210),
    };

    private static readonly IReadOnlyList<OwnFigure> Figures =
    [
        new("Hours a week", "hours a week", null, 6.5, null, 9.75, "1.5 days a week", [Others("North Lincolnshire", 3.25), Others("Primary, in England", 40), Hidden("England")]),
        new("Minutes for each pupil", "minutes a week", null, null, null, null, null, [Hidden("North Lincolnshire")]),
        new("Little time", null, "Under 9.75 hours, of all who gave their hours.", null, true, null, null, [Others("England", 71.4)]),
    ];

    public static readonly IReadOnlyDictionary<string, Func<Task<IHtmlDocument>>> All = Every().ToDictionary(state => $"survey: {state.Name}", state => state.Render);

    /// <summary>Every state that has the private link in it.</summary>
    public static bool ShowsTheKey(string name) => name.StartsWith("survey: private link", StringComparison.Ordinal);

    public static OthersFigure Others(string who, double value) => new(who, value, value * 0.5, value * 1.25, 1234, At, null);

    public static OthersFigure Hidden(string who) => new(who, null, null, null, null, null, "Not published yet: it takes at least 10 responses.");

    public static Task<IHtmlDocument> Start(Round? round = null, bool asksCode = false, string? code = null, bool consented = false, IReadOnlyList<string>? required = null, params PageError[] errors) =>
        Render.Page<StartPage>(new()
        {
            [nameof(StartPage.Round)] = round ?? Made.Round(),
            [nameof(StartPage.Organiser)] = Organiser,
            [nameof(StartPage.Secrets)] = Made.Secrets,
            [nameof(StartPage.Required)] = required ?? [],
            [nameof(StartPage.AsksCode)] = asksCode,
            [nameof(StartPage.Code)] = code,
            [nameof(StartPage.Consented)] = consented,
            [nameof(StartPage.Errors)] = errors,
        });

    public static Task<IHtmlDocument> Returning(bool wasSent = false, bool isOpen = true, bool hasUnsent = false, string? title = null) => Render.Page<ReturningPage>(new()
    {
        [nameof(ReturningPage.Round)] = title is null ? Made.Round() : Made.Round(title: title),
        [nameof(ReturningPage.Secrets)] = Made.Secrets,
        [nameof(ReturningPage.IsOpen)] = isOpen,
        [nameof(ReturningPage.Sent)] = wasSent ? Receipt : null,
        [nameof(ReturningPage.HasUnsent)] = hasUnsent,
        [nameof(ReturningPage.Continue)] = SurveyAddress.Page("2026", "hoursAllocated"),
    });

    /// <param name="posted">What was entered and cannot be taken; null for the answers that stand.</param>
    public static Task<IHtmlDocument> Questions(Journey journey, string pageId, Func<string, IReadOnlyList<string>>? posted = null, bool changing = false)
    {
        var page = journey.Find(pageId)!;
        var asked = journey.Asked(page);
        return Render.Page<QuestionsPage>(new()
        {
            [nameof(QuestionsPage.Round)] = "2026",
            [nameof(QuestionsPage.Page)] = page,
            [nameof(QuestionsPage.Asked)] = asked,
            [nameof(QuestionsPage.Entry)] = posted is null ? PageEntry.Of(asked, journey.Answers) : PageEntry.Read(asked, posted),
            [nameof(QuestionsPage.Secrets)] = Made.Secrets,
            [nameof(QuestionsPage.Number)] = journey.Pages.TakeWhile(other => other.Id != pageId).Count() + 1,
            [nameof(QuestionsPage.Of)] = journey.Pages.Count,
            [nameof(QuestionsPage.Back)] = SurveyAddress.Start("2026"),
            [nameof(QuestionsPage.Changing)] = changing,
            [nameof(QuestionsPage.Known)] = page.Questions.Where(journey.IsKnown).Select(question => (question.Name, string.Join(", ", AnswerWords.Of(question, journey.Answers.Find(question.Id))))).ToList(),
        });
    }

    public static Task<IHtmlDocument> Checks(bool changing = false, params (string, string, string)[] checks) => Render.Page<ChecksPage>(new()
    {
        [nameof(ChecksPage.Round)] = "2026",
        [nameof(ChecksPage.Page)] = SurveyPage.Of(Made.Workload)[0],
        [nameof(ChecksPage.Checks)] = checks,
        [nameof(ChecksPage.Secrets)] = Made.Secrets,
        [nameof(ChecksPage.Changing)] = changing,
    });

    public static Task<IHtmlDocument> Answers(Journey journey, bool wasSent = false, bool isUnchanged = false, params PageError[] errors) => Render.Page<AnswersPage>(new()
    {
        [nameof(AnswersPage.Round)] = "2026",
        [nameof(AnswersPage.Journey)] = journey,
        [nameof(AnswersPage.Secrets)] = Made.Secrets,
        [nameof(AnswersPage.Back)] = SurveyAddress.Start("2026"),
        [nameof(AnswersPage.WasSent)] = wasSent,
        [nameof(AnswersPage.IsUnchanged)] = isUnchanged,
        [nameof(AnswersPage.Errors)] = errors,
    });

    public static Task<IHtmlDocument> Confirmation(IReadOnlyList<OwnFigure>? figures = null, bool isOpen = true, bool hasUnsent = false) => Render.Page<ConfirmationPage>(new()
    {
        [nameof(ConfirmationPage.Round)] = Made.Round(),
        [nameof(ConfirmationPage.Receipt)] = Receipt,
        [nameof(ConfirmationPage.Figures)] = figures ?? [],
        [nameof(ConfirmationPage.Secrets)] = Made.Secrets,
        [nameof(ConfirmationPage.IsOpen)] = isOpen,
        [nameof(ConfirmationPage.HasUnsent)] = hasUnsent,
    });

    public static Task<IHtmlDocument> Copy(AnswerSet answers, bool all = false, string? title = null) => Render.Page<CopyPage>(new()
    {
        [nameof(CopyPage.Round)] = title is null ? Made.Round() : Made.Round(title: title),
        [nameof(CopyPage.Receipt)] = Receipt,
        [nameof(CopyPage.Answers)] = answers,
        [nameof(CopyPage.All)] = all,
    });

    public static Task<IHtmlDocument> Withdraw(bool wasSent) =>
        Render.Page<WithdrawPage>(new() { [nameof(WithdrawPage.Round)] = "2026", [nameof(WithdrawPage.Secrets)] = Made.Secrets, [nameof(WithdrawPage.WasSent)] = wasSent });

    public static Task<IHtmlDocument> Return(bool isMailed = false, string? email = null, string? error = null) => Render.Page<ReturnPage>(new()
    {
        [nameof(ReturnPage.Round)] = "2026",
        [nameof(ReturnPage.Link)] = new ReturnLink("SENCO workload survey 2026", new Uri($"https://survey.example/survey/2026?return={Made.Key}"), new DateOnly(2026, 12, 31), 60),
        [nameof(ReturnPage.Secrets)] = Made.Secrets,
        [nameof(ReturnPage.Continue)] = SurveyAddress.Answers("2026"),
        [nameof(ReturnPage.IsMailed)] = isMailed,
        [nameof(ReturnPage.Email)] = email,
        [nameof(ReturnPage.Error)] = error,
    });

    public static Task<IHtmlDocument> Retry(params (string, string)[] fields) => Render.Page<RetryPage>(new()
    {
        [nameof(RetryPage.Title)] = "We could not save this page just now",
        [nameof(RetryPage.Text)] = "What you entered is still here.",
        [nameof(RetryPage.Action)] = "/survey/2026/questions/comments?changing=true",
        [nameof(RetryPage.Fields)] = fields,
    });

    public static Task<IHtmlDocument> Message(string title, string text, string? round = null, (string, string)? next = null) =>
        Render.Page<MessagePage>(new() { [nameof(MessagePage.Title)] = title, [nameof(MessagePage.Text)] = text, [nameof(MessagePage.Round)] = round, [nameof(MessagePage.Next)] = next });

    public static Task<IHtmlDocument> Stop(string scopeName) =>
        Render.Page<StopPage>(new() { [nameof(StopPage.ScopeName)] = scopeName, [nameof(StopPage.Action)] = "/stop/officer-1?signature=a-b_c" });

    public static Task<IHtmlDocument> Privacy(Access access, string? title = null) => Render.Page<PrivacyPage>(new()
    {
        [nameof(PrivacyPage.Round)] = title is null ? Made.Round(access) : Made.Round(access, title),
        [nameof(PrivacyPage.Organiser)] = Organiser,
        [nameof(PrivacyPage.KeepDays)] = 60,
        [nameof(PrivacyPage.TicketCookie)] = "senco-answers",
        [nameof(PrivacyPage.AntiforgeryCookie)] = "senco-form",
    });

    private static IEnumerable<(string Name, Func<Task<IHtmlDocument>> Render)> Every()
    {
        yield return ("start", () => Start());
        yield return ("start with required questions", () => Start(required: [Made.Hostile, "Where?"]));
        yield return ("start without consent", () => Start(errors: new PageError(StartPage.ConsentField, "Tick the box")));
        yield return ("start with a code", () => Start(Made.Round(Access.Invited), asksCode: true, consented: true));
        yield return ("start with a wrong code", () => Start(Made.Round(Access.Invited, Made.Hostile), asksCode: true, code: Made.Hostile, errors: [new PageError(StartPage.CodeField, "Enter a code"), new PageError(StartPage.ConsentField, "Tick")]));
        yield return ("returning, begun", () => Returning());
        yield return ("returning, sent", () => Returning(wasSent: true));
        yield return ("returning, changed", () => Returning(wasSent: true, hasUnsent: true, title: Made.Hostile));
        yield return ("returning, closed", () => Returning(wasSent: true, isOpen: false));

        var (none, all) = (Made.Journey(Made.Workload), Made.Journey(Made.Workload, Made.Answers(Made.Hostile)));
        var hostile = Made.Journey(Made.HostileWorkload, Made.Answers(Made.Hostile));
        foreach (var page in none.Pages) yield return ($"questions {page.Id}, empty", () => Questions(none, page.Id));
        foreach (var page in all.Pages) yield return ($"questions {page.Id}, answered", () => Questions(all, page.Id, changing: true));
        foreach (var page in hostile.Pages)
        {
            yield return ($"questions {page.Id}, hostile", () => Questions(hostile, page.Id));
            yield return ($"questions {page.Id}, hostile and wrong", () => Questions(hostile, page.Id, _ => [Made.Hostile]));
            yield return ($"questions {page.Id}, hostile and missing", () => Questions(hostile, page.Id, _ => []));
        }

        yield return ("questions of which the invitation says some", () => Questions(Made.Journey(Made.HostileWorkload, known: FromInvitation), "localAuthority"));
        yield return ("checks", () => Checks(checks: [("How many?", "12 pupils", "So many?"), (Made.Hostile, Made.Hostile, Made.Hostile)]));
        yield return ("answers, none", () => Answers(none));
        yield return ("answers, missing", () => Answers(none, errors: new PageError("row-localAuthority", Made.Hostile)));
        yield return ("answers, hostile", () => Answers(hostile));
        yield return ("answers from an invitation", () => Answers(Made.Journey(Made.Workload, known: FromInvitation)));
        yield return ("answers, changed", () => Answers(all, wasSent: true));
        yield return ("answers, unchanged", () => Answers(all, wasSent: true, isUnchanged: true));
        yield return ("confirmation", () => Confirmation());
        yield return ("confirmation with figures", () => Confirmation(Figures, hasUnsent: true));
        yield return ("confirmation with hostile figures", () => Confirmation([.. Figures.Select(figure => figure with { Label = Made.Hostile, RecommendedBy = Made.Hostile, Others = [.. figure.Others.Select(others => others with { Who = Made.Hostile })] })]));
        yield return ("confirmation, closed", () => Confirmation(Figures, isOpen: false, hasUnsent: true));
        yield return ("copy", () => Copy(Made.Answers()));
        yield return ("copy of all", () => Copy(Made.Answers(Made.Hostile), all: true));
        yield return ("copy, hostile", () => Copy(hostile.Answers, title: Made.Hostile));
        yield return ("withdraw what was sent", () => Withdraw(wasSent: true));
        yield return ("withdraw what was saved", () => Withdraw(wasSent: false));
        yield return ("private link", () => Return());
        yield return ("private link, mailed", () => Return(isMailed: true));
        yield return ("private link, wrong address", () => Return(email: Made.Hostile, error: Made.Hostile));
        yield return ("retry", () => Retry(("comments", Made.Hostile), ("comments", "two\nlines"), (Made.Hostile, ""), ("form-token", "antiforgery")));
        yield return ("message", () => Message("The survey has closed", ""));
        yield return ("message, hostile", () => Message(Made.Hostile, Made.Hostile, "2026", (SurveyAddress.Start("2026"), Made.Hostile)));
        yield return ("stop the reports", () => Stop("North Lincolnshire"));
        yield return ("stop the reports, hostile", () => Stop(Made.Hostile));
        yield return ("privacy, open", () => Privacy(Access.Open));
        yield return ("privacy, invited", () => Privacy(Access.Invited, Made.Hostile));
    }
}
