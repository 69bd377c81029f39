using SencoSurvey.Core.Journeys;
using SencoSurvey.Services.Drafts;
using SencoSurvey.Services.Journeys;
using SencoSurvey.Services.Responses;

namespace SencoSurvey.Services.Tests.Journeys;

/// <summary>A SENCO at the survey's pages. Whatever they do, they are let in anew for it, as the pages do.</summary>
internal sealed record Senco(TestSurvey Survey, string Round, string Key)
{
    private JourneyService Journeys => Survey.Get<JourneyService>();

    private DraftStore Drafts => Survey.Get<DraftStore>();

    public static Senco New(TestSurvey survey, string round = "r") => new(survey, round, Synthetic.NewKey());

    /// <summary>The same at another machine.</summary>
    public Senco At(TestSurvey other) => this with { Survey = other };

    public Task<Visit> OpenAsync(bool withSent = true) => Journeys.OpenAsync(Round, Key, withSent, CancellationToken.None);

    public async Task BeginAsync() => await Journeys.BeginAsync(await OpenAsync(), CancellationToken.None);

    /// <summary>Saves the page of the first field.</summary>
    public async Task<Visit> SaveAsync(params (string Field, string Value)[] fields) => await SaveAsync(await OpenAsync(withSent: false), fields);

    public async Task<Visit> SaveAsync(Visit visit, params (string Field, string Value)[] fields)
    {
        var page = visit.Journey.PageOf(visit.Journey.Questionnaire.Find(fields[0].Field)!)!;
        var entry = PageEntry.Read(visit.Journey.Asked(page), field => [.. fields.Where(value => value.Field == field).Select(value => value.Value)]);
        Assert.Empty(entry.Errors);
        return await Journeys.SaveAsync(visit, entry, CancellationToken.None);
    }

    /// <summary>Begins and saves every page of the short questionnaire.</summary>
    public async Task FillAsync(string la = "813", string hours = "6")
    {
        await BeginAsync();
        await SaveAsync(("localAuthority", la));
        await SaveAsync(("senSupport", "20"), ("ehcp", "4"));
        await SaveAsync(("hoursAllocated", hours));
    }

    /// <summary>Says yes to what is asked at the page of this question.</summary>
    public async Task AcceptAsync(string question)
    {
        var visit = await OpenAsync();
        await Journeys.AcceptAsync(visit, visit.Journey.PageOf(visit.Journey.Questionnaire.Find(question)!)!, CancellationToken.None);
    }

    public async Task<bool> SendAsync() => await SendAsync(await OpenAsync());

    public Task<bool> SendAsync(Visit visit) => Journeys.SendAsync(visit, CancellationToken.None);

    public async Task WithdrawAsync() => await Journeys.WithdrawAsync(await OpenAsync(), CancellationToken.None);

    public async Task MailAsync(string address) => await MailAsync(await OpenAsync(), address);

    public Task MailAsync(Visit visit, string address) => Survey.Get<ReturnLinkService>().MailAsync(visit, address, CancellationToken.None);

    public Task<Draft?> DraftAsync() => Drafts.FindAsync(Round, ResponseKey.TryParse(Key, out var key) ? key : throw new FormatException(Key), CancellationToken.None);

    /// <summary>The only response of the round.</summary>
    public async Task<ResponseRow> RowAsync() => Assert.Single(await Survey.RowsAsync(Round));
}
