using System.Text;
using SencoSurvey.Core.Answers;
using SencoSurvey.Services.Responses;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Responses;

public sealed class ImportTests(AzuriteFixture azurite)
{
    private const string Header = "localAuthority,senSupport,ehcp,hoursAllocated";

    [Fact]
    public async Task A_good_file_is_taken_whole_and_counts()
    {
        await using var survey = await SurveyAsync();
        var result = await ImportAsync(survey, $"{Header}\n813,76,8,24\n813,24,3,18.5\n370,,,6\n");
        Assert.Equal(3, result.Accepted);
        Assert.Empty(result.Rejected);
        await survey.TallyChangedAsync("r");
        Assert.Equal(3, (await survey.AssertTalliedAsync("r")).Count);
        Assert.Equal([18.5m, 24m], (await HoursAsync(survey, "813")).Order());
    }

    [Fact]
    public async Task Good_lines_are_kept_and_the_others_are_rejected_with_their_number_and_what_is_wrong()
    {
        await using var survey = await SurveyAsync();
        var result = await ImportAsync(survey, $"{Header}\n813,76,8,24\n999,24,3,18\n813,24,3,61\n813,24,3,6\n,many,3,6.1\n");
        Assert.Equal(2, result.Accepted);
        Assert.Equal(["3: localAuthority", "4: hoursAllocated", "6: hoursAllocated localAuthority senSupport"], result.Rejected.Select(line => $"{line.Line}: {string.Join(' ', line.Errors.Keys.Order())}"));
        Assert.Equal(2, (await survey.HeldAsync("r")).Count);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData("\r\n\r\n")]
    public async Task Lines_may_end_in_either_way_and_empty_ones_are_passed_over(string end)
    {
        await using var survey = await SurveyAsync();
        Assert.Equal(2, (await ImportAsync(survey, string.Join(end, Header, "813,76,8,24", "813,24,3,18"))).Accepted);
        var result = await ImportAsync(survey, string.Join(end, Header, "813,76,8,24", "813,24,3,99", ""));
        Assert.Equal((end.Count(letter => letter == '\n') * 2) + 1, Assert.Single(result.Rejected).Line);
    }

    [Fact]
    public async Task A_byte_order_mark_and_derived_columns_in_any_order_are_accepted()
    {
        await using var survey = await SurveyAsync();
        var text = "ehcp,totalSend,localAuthority,hoursAllocated,senSupport\n8,84,813,24,76\n3,28,813,18,24\n";
        var result = await ImportAsync(survey, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);
        Assert.Equal(1, result.Accepted);
        Assert.Equal("totalSend", Assert.Single(Assert.Single(result.Rejected).Errors).Key);
    }

    [Fact]
    public async Task A_quoted_cell_may_hold_commas_quotation_marks_and_line_breaks_and_the_lines_after_it_keep_their_numbers()
    {
        await using var survey = await SurveyAsync("senco-workload-1");
        var result = await ImportAsync(survey, "localAuthority,hoursAllocated,comments\n813,6,\"Busy, \"\"very\"\" busy\nand tired\"\n813,99,\"fine\nreally\"\n813,7,\"é 🙂\"\n");
        Assert.Equal(2, result.Accepted);
        Assert.Equal(4, Assert.Single(result.Rejected).Line);
        var comments = (await survey.HeldAsync("r")).Select(row => (AnswersJson.Read(survey.Get<Core.Questionnaires.IQuestionnaires>().Find("senco-workload-1")!, row.Answers).Find("comments") as TextAnswer)!.Text);
        Assert.Equal(["Busy, \"very\" busy\nand tired", "é 🙂"], comments.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_import_with_keys_may_be_repeated()
    {
        await using var survey = await SurveyAsync();
        var keys = Enumerable.Range(0, 3).Select(_ => Synthetic.NewKey()).ToList();
        var file = $"key,{Header}\n{keys[0]},813,76,8,24\n{keys[1].ToUpperInvariant()},813,24,3,18.25\n {keys[2]} ,370,24,3,18.25\n";
        Assert.Equal(3, (await ImportAsync(survey, file)).Accepted);
        var before = (await survey.RowsAsync("r")).Select(row => (row.RowKey, row.Revision, row.ETag)).Order().ToList();
        Assert.Equal(3, (await ImportAsync(survey, file)).Accepted);
        Assert.Equal(before, (await survey.RowsAsync("r")).Select(row => (row.RowKey, row.Revision, row.ETag)).Order());

        // The key opens the response, as if its SENCO had sent it.
        Assert.Equal(1, (await survey.Get<ResponseService>().GetAsync("r", keys[1], CancellationToken.None)).Revision);
        Assert.Equal(3, (await ImportAsync(survey, file.Replace("18.25", "18.5", StringComparison.Ordinal))).Accepted);
        Assert.Equal([1, 2, 2], (await survey.HeldAsync("r")).Select(row => row.Revision).Order());
    }

    [Fact]
    public async Task An_import_without_keys_may_be_repeated_as_well_but_another_file_has_other_responses()
    {
        await using var survey = await SurveyAsync();
        var file = $"{Header}\n813,76,8,24\n813,76,8,24\n370,24,3,18\n";
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(3, (await ImportAsync(survey, file)).Accepted);
            Assert.Equal([1, 1, 1], (await survey.HeldAsync("r")).Select(row => row.Revision));
        }

        Assert.Equal(3, (await ImportAsync(survey, file.Replace("18", "19", StringComparison.Ordinal))).Accepted);
        Assert.Equal(6, (await survey.HeldAsync("r")).Count);
    }

    [Fact]
    public async Task A_line_whose_key_is_missing_or_no_UUID_is_rejected()
    {
        await using var survey = await SurveyAsync();
        var result = await ImportAsync(survey, $"key,{Header}\n,813,76,8,24\nschool-7,813,24,3,18\n");
        Assert.Equal(0, result.Accepted);
        Assert.All(result.Rejected, line => Assert.Equal("key", Assert.Single(line.Errors).Key));
        Assert.Equal([2, 3], result.Rejected.Select(line => line.Line));
    }

    [Fact]
    public async Task Two_thousand_lines_come_in_and_none_is_lost()
    {
        await using var survey = await SurveyAsync();
        string[] authorities = ["813", "370", "202", "203"];
        var lines = Enumerable.Range(0, 2000).Select(number => $"{authorities[number % 4]},{number % 90},{number % 9},{number % 50}");
        var result = await ImportAsync(survey, $"{Header}\n{string.Join('\n', lines)}\n");
        Assert.Equal(2000, result.Accepted);
        Assert.Empty(result.Rejected);
        await survey.TallyChangedAsync("r");
        Assert.Equal(2000, (await survey.AssertTalliedAsync("r")).Count);
        Assert.All((await survey.TalliesAsync("r")).Values, tally => Assert.Equal(500, tally.Responses));
    }

    [Fact]
    public async Task Nothing_is_imported_into_a_round_that_is_not_open()
    {
        await using var survey = await SurveyAsync();
        await survey.CloseAsync("r");
        await Refused.WithAsync(409, () => ImportAsync(survey, $"{Header}\n813,76,8,24\n"));
        await Refused.WithAsync(404, () => survey.Get<ImportService>().ImportAsync("none", new MemoryStream(), CancellationToken.None));
    }

    private static Task<ImportResult> ImportAsync(TestSurvey survey, string file) => ImportAsync(survey, Encoding.UTF8.GetBytes(file));

    private static Task<ImportResult> ImportAsync(TestSurvey survey, byte[] file) => survey.Get<ImportService>().ImportAsync("r", new MemoryStream(file), CancellationToken.None);

    private static async Task<IEnumerable<decimal>> HoursAsync(TestSurvey survey, string la) =>
        (await survey.TalliesAsync("r"))[la].Numbers["hoursAllocated"].Values.Select(pair => pair.Key.ToDecimal());

    private async Task<TestSurvey> SurveyAsync(string questionnaire = Synthetic.Questionnaire)
    {
        var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r", round => round with { Questionnaire = questionnaire });
        return survey;
    }
}
