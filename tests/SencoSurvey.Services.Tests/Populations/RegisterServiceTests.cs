using System.Text;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Populations;
using SencoSurvey.Services.Populations;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Populations;

public sealed class RegisterServiceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_register_takes_the_place_of_the_earlier_one_of_its_round_alone()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        await survey.PutRoundAsync("s");
        Assert.Null(await FindAsync(survey, "r"));

        var result = await survey.BringRegisterAsync("r", SyntheticRegister.Many(3));
        Assert.Equal((3, new LeftOut(0, 0, 0, 0, 0)), (result.Schools, result.LeftOut));
        await survey.BringRegisterAsync("s", SyntheticRegister.Many(7));
        await survey.BringRegisterAsync("r", SyntheticRegister.Many(2, change: line => line with { Authority = "370", Pupils = "" }));
        Assert.Equal("""{"schools":2,"authorities":{"370":{"primary":{"unknown":2}}}}""", Encoding.UTF8.GetString(SchoolCountsJson.Write((await FindAsync(survey, "r"))!)));
        Assert.Equal(7, (await FindAsync(survey, "s"))?.Schools);
    }

    [Fact]
    public async Task One_that_is_refused_leaves_the_earlier_one_and_a_round_that_there_is_not_has_none()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        await survey.PutRoundAsync("r");
        await survey.BringRegisterAsync("r", SyntheticRegister.Many(3));
        await Refused.WithAsync(400, () => survey.BringRegisterAsync("r", SyntheticRegister.Many(2).Append(new RegisterLine(SyntheticRegister.FirstUrn))));
        await Refused.WithAsync(400, () => survey.BringRegisterAsync("r", []));
        await Refused.WithAsync(404, () => survey.BringRegisterAsync("nosuch", SyntheticRegister.Many(2)));
        Assert.Equal(3, (await FindAsync(survey, "r"))?.Schools);
        Assert.Single(await survey.Storage.Populations.QueryAsync<Azure.Data.Tables.TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task Neither_a_school_nor_its_head_is_stored_or_logged()
    {
        var logs = new CapturedLogs();
        await using var survey = await TestSurvey.StartAsync(azurite, configure: logs.AddTo);
        await survey.PutRoundAsync("r");
        await survey.BringRegisterAsync("r", SyntheticRegister.Many(3));
        Assert.Contains(logs.Lines, line => line.Contains("3 open schools", StringComparison.Ordinal));
        foreach (var text in logs.Lines.Concat(await survey.EverythingAsync("none")))
        {
            Assert.DoesNotContain("Synthetic School", text, StringComparison.Ordinal);
            Assert.DoesNotContain(SyntheticRegister.Head, text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\b90000[0-2]\b", text);
        }
    }

    /// <summary>The most that there can be, with large numbers of no pattern: it must fit a column of a row.</summary>
    [Fact]
    public async Task Counts_of_every_kind_and_size_in_every_authority_can_be_stored()
    {
        await using var survey = await TestSurvey.StartAsync(azurite);
        var (all, random) = (new SchoolCounts(), new Random(1));
        foreach (var authority in LocalAuthorities.All)
        {
            foreach (var phase in SchoolPhases.All)
            {
                foreach (var size in SchoolSizes.All) all.Add(new SchoolGroup(authority.Code, phase, size.Id), random.Next(1, 1000));
            }
        }

        await survey.Get<RegisterStore>().SaveAsync("r", all, survey.Time.GetUtcNow(), CancellationToken.None);
        Assert.Equal(all.Groups, (await FindAsync(survey, "r"))!.Groups);
        var row = await survey.Storage.Populations.QueryAsync<Azure.Data.Tables.TableEntity>().SingleAsync();
        Assert.InRange(row.GetBinary("Counts").Length, 1, 48 * 1024);
    }

    private static Task<SchoolCounts?> FindAsync(TestSurvey survey, string round) => survey.Get<RegisterStore>().FindAsync(round, CancellationToken.None);
}
