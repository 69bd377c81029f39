using System.Text;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Populations;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tests.Populations;

public sealed class SchoolCountsTests
{
    private const string Stored = """{"schools":6,"authorities":{"202":{"special":{"unknown":1}},"813":{"primary":{"upTo100":3,"upTo200":2}}}}""";

    private static SchoolCounts Counts => SchoolCountsJson.Read(Encoding.UTF8.GetBytes(Stored));

    [Fact]
    public void They_have_one_spelling_in_whatever_order_they_were_counted_and_merged()
    {
        var (some, others) = (new SchoolCounts(), new SchoolCounts());
        some.Add(new SchoolGroup("813", "primary", "upTo200"));
        some.Add(new SchoolGroup("813", "primary", "upTo100"), 3);
        others.Add(new SchoolGroup("202", "special", "unknown"));
        others.Add(new SchoolGroup("813", "primary", "upTo200"));
        Assert.Equal(Stored, Encoding.UTF8.GetString(SchoolCountsJson.Write(some.Merge(others))));
        Assert.Equal(Stored, Encoding.UTF8.GetString(SchoolCountsJson.Write(Counts)));
        Assert.Equal("""{"schools":0,"authorities":{}}""", Encoding.UTF8.GetString(SchoolCountsJson.Write(new SchoolCounts())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"schools":1,"authorities":{}}""")]
    [InlineData("""{"schools":0, "authorities":{}}""")]
    [InlineData("""{"schools":0,"authorities":{},"more":1}""")]
    [InlineData("""{"schools":0,"authorities":[]}""")]
    [InlineData("""{"schools":0,"authorities":{"813":{}}}""")]
    [InlineData("""{"schools":0,"authorities":{"813":{"primary":{"upTo100":0}}}}""")]
    [InlineData("""{"schools":-1,"authorities":{"813":{"primary":{"upTo100":-1}}}}""")]
    [InlineData("""{"schools":1,"authorities":{"813":{"primary":{"upTo100":1.0}}}}""")]
    [InlineData("""{"schools":1,"authorities":{"813":{"primary":{"upTo100":"1"}}}}""")]
    [InlineData("""{"schools":1,"authorities":{"999":{"primary":{"upTo100":1}}}}""")]
    [InlineData("""{"schools":1,"authorities":{"813":{"Primary":{"upTo100":1}}}}""")]
    [InlineData("""{"schools":1,"authorities":{"813":{"primary":{"1-99":1}}}}""")]
    [InlineData("""{"schools":2,"authorities":{"813":{"primary":{"upTo100":1,"upTo100":1}}}}""")]
    [InlineData("""{"schools":2,"authorities":{"813":{"primary":{"upTo200":1,"upTo100":1}}}}""")]
    public void Nothing_else_is_read(string json) => Assert.Throws<InvalidDataException>(() => SchoolCountsJson.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("england", 6)]
    [InlineData("region/E12000003", 5)]
    [InlineData("region/E12000007", 1)]
    [InlineData("la/813", 5)]
    [InlineData("la/812", 0)]
    public void A_scope_has_those_of_its_authorities(string scope, int schools) => Assert.Equal(schools, Counts.In(Scope.Parse(scope)).Schools);

    [Fact]
    public void They_can_be_had_by_authority_kind_and_size()
    {
        Assert.Equal([("202", 1L), ("813", 5L)], Counts.ByAuthority().Select(authority => (authority.Key, authority.Value.Schools)));
        Assert.Equal((5L, 1L, 0L), (Counts.ByPhase()["primary"], Counts.ByPhase()["special"], Counts.ByPhase()["secondary"]));
        Assert.Equal((3L, 2L, 0L, 1L), (Counts.BySize()["upTo100"], Counts.BySize()["upTo200"], Counts.BySize()["over1000"], Counts.BySize()["unknown"]));
    }

    [Fact]
    public void Kinds_are_the_options_that_SENCOs_choose_from_and_the_unknown()
    {
        var options = ((ChoiceQuestion)Example.Workload.Find(SchoolPhases.QuestionId)!).Options.Select(option => option.Id);
        Assert.Equal([.. options, SchoolPhases.Unknown], SchoolPhases.All);
    }

    [Theory]
    [InlineData(null, "unknown")]
    [InlineData(-1, "unknown")]
    [InlineData(0, "unknown")]
    [InlineData(1, "upTo100")]
    [InlineData(100, "upTo100")]
    [InlineData(101, "upTo200")]
    [InlineData(200, "upTo200")]
    [InlineData(201, "upTo400")]
    [InlineData(400, "upTo400")]
    [InlineData(401, "upTo1000")]
    [InlineData(1000, "upTo1000")]
    [InlineData(1001, "over1000")]
    [InlineData(int.MaxValue, "over1000")]
    public void A_size_has_its_bounds(int? pupils, string size) => Assert.Equal(size, SchoolSizes.Of(pupils).Id);
}
