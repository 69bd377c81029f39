using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Core.Rounds;

namespace SencoSurvey.Core.Tests.Rounds;

public sealed class RoundRulesTests
{
    private static readonly QuestionnaireLibrary Library = new([("example.json", Example.Json)]);

    private static readonly RoundDefinition Good = Example.RoundWith().Definition with
    {
        PreviousRound = "2025",
        Reported = [new ReportedCounts("la/813", "team", "On the team", [new ReportedOption("yes", "Yes", 13), new ReportedOption("no", "No", 0)], "A published page")],
    };

    private static readonly RoundDefinition OfGroup = Good with { Trust = new Trust("tr00001", "Synthetic Trust"), Access = Access.Invited, Reported = [] };

    public static TheoryData<string, RoundDefinition> Broken => new()
    {
        { "title", Good with { Title = " " } },
        { "title", Good with { Title = new string('x', 201) } },
        { "questionnaire", Good with { Questionnaire = "none" } },
        { "closesOn", Good with { ClosesOn = Good.OpensOn.AddDays(-1) } },
        { "access", Good with { Access = (Access)2 } },
        { "minimumBase", Good with { MinimumBase = 0 } },
        { "minimumBase", Good with { MinimumBase = 10_001 } },
        { "minimumCell", Good with { MinimumCell = 0 } },
        { "minimumCell", Good with { MinimumCell = 1_001 } },
        { "previousRound", Good with { PreviousRound = "Last year" } },
        { "trust.id", OfGroup with { Trust = new Trust("TR00001", "Synthetic Trust") } },
        { "trust.id", OfGroup with { Trust = new Trust(null!, "Synthetic Trust") } },
        { "trust.id", OfGroup with { Trust = new Trust(new string('a', 21), "Synthetic Trust") } },
        { "trust.name", OfGroup with { Trust = new Trust("tr00001", " ") } },
        { "trust.name", OfGroup with { Trust = new Trust("tr00001", null!) } },
        { "trust.name", OfGroup with { Trust = new Trust("tr00001", " Synthetic Trust") } },
        { "trust.name", OfGroup with { Trust = new Trust("tr00001", "Synthetic \u202ETrust") } },
        { "trust.name", OfGroup with { Trust = new Trust("tr00001", "\u200B") } },
        { "trust.name", OfGroup with { Trust = new Trust("tr00001", "\u2028") } },
        { "trust.name", OfGroup with { Trust = new Trust("tr00001", "Synthetic\nTrust") } },
        { "trust.name", OfGroup with { Trust = new Trust("tr00001", new string('a', 101)) } },
        { "access", OfGroup with { Access = Access.Open } },
        { "buckets", Good with { Buckets = 0 } },
        { "buckets", Good with { Buckets = 17 } },
        { "reported", Good with { Reported = [.. Enumerable.Repeat(Good.Reported[0], 201)] } },
        { "reported", Good with { Reported = null! } },
        { "reported[0]", Good with { Reported = [null!] } },
        { "reported[0].scope", Good with { Reported = [Good.Reported[0] with { Scope = "la/999" }] } },
        { "reported[0].scope", Good with { Reported = [Good.Reported[0] with { Scope = "trust/tr00001" }] } },
        { "reported[0].scope", OfGroup with { Reported = [Good.Reported[0] with { Scope = "england" }] } },
        { "reported[0].question", Good with { Reported = [Good.Reported[0] with { Question = "" }] } },
        { "reported[0].label", Good with { Reported = [Good.Reported[0] with { Label = "" }] } },
        { "reported[0].source", Good with { Reported = [Good.Reported[0] with { Source = "" }] } },
        { "reported[0].options", Good with { Reported = [Good.Reported[0] with { Options = [new ReportedOption("yes", "Yes", 13)] }] } },
        { "reported[0].options", Good with { Reported = [Good.Reported[0] with { Options = [new ReportedOption("yes", "Yes", 13), new ReportedOption("no", "No", -1)] }] } },
        { "reported[0].options", Good with { Reported = [Good.Reported[0] with { Options = [new ReportedOption("yes", "Yes", 13), new ReportedOption("yes", "No", 8)] }] } },
    };

    [Fact]
    public void A_good_definition_has_no_errors() => Assert.Empty(RoundRules.Check(Good, Library).ByField);

    [Fact]
    public void A_round_may_be_a_school_groups_own() =>
        Assert.Empty(RoundRules.Check(OfGroup with { Reported = [Good.Reported[0] with { Scope = "trust/tr00001" }] }, Library).ByField);

    [Fact]
    public void A_round_of_one_day_is_allowed() =>
        Assert.Empty(RoundRules.Check(Good with { ClosesOn = Good.OpensOn }, Library).ByField);

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void A_broken_definition_is_refused_at_its_field(string field, RoundDefinition round) =>
        Assert.Equal([field], RoundRules.Check(round, Library).ByField.Keys);

    [Theory]
    [InlineData("2026", true)]
    [InlineData("north-lincolnshire-2016", true)]
    [InlineData("0123456789012345678901234567890123456789", true)]
    [InlineData("01234567890123456789012345678901234567890", false)]
    [InlineData("", false)]
    [InlineData("Round", false)]
    [InlineData("a/b", false)]
    [InlineData("a b", false)]
    [InlineData("2026\n", false)]
    [InlineData("\u0662\u0660", false)]
    public void An_id_is_1_to_40_small_letters_digits_and_hyphens(string id, bool good) =>
        Assert.Equal(good, RoundRules.Id().IsMatch(id));
}
