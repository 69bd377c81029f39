using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications.Editions;

namespace SencoSurvey.Core.Tests.Publications.Editions;

/// <summary>Barnsley (370), Doncaster (371), Rotherham (372) and North Lincolnshire (813) are in one region; Camden (202) and Lambeth (208) in another. The minimum base is 10.</summary>
public sealed class BlockPlanTests
{
    [Fact]
    public void Whoever_has_enough_is_a_block_and_the_others_of_a_region_are_one_together() => AssertNext("813:12 370+371:11", "813:12 370:5 371:6");

    [Fact]
    public void Those_who_are_too_few_in_their_region_are_a_block_of_England_s() => AssertNext("813:12 370+202:10", "813:12 370:5 202:5");

    [Fact]
    public void Those_who_are_too_few_even_so_are_in_no_block() => AssertNext("813:12", "813:12 370:5 202:4");

    [Fact]
    public void What_nobody_has_seen_is_replaced_at_once() => AssertNext("813:13", "813:13", standing: "813:12");

    [Fact]
    public void What_was_seen_stands_until_enough_came()
    {
        AssertNext("813:12", "813:21", standing: "813:12", seen: "813:12");
        AssertNext("813:22", "813:22", standing: "813:12", seen: "813:12");
    }

    [Fact]
    public void What_was_seen_stands_until_enough_went()
    {
        AssertNext("813:30", "813:21", standing: "813:30", seen: "813:30");
        AssertNext("813:20", "813:20", standing: "813:30", seen: "813:30");
    }

    [Fact]
    public void What_differs_little_from_any_earlier_one_that_was_seen_does_not_replace_the_last() =>
        AssertNext("813:30", "813:13", standing: "813:30", seen: "813:12 813:30");

    [Fact]
    public void Changed_answers_alone_are_not_enough() => AssertNext("813:12", "813:12:changed", standing: "813:12", seen: "813:12");

    [Fact]
    public void An_authority_that_was_seen_with_others_is_published_apart_once_enough_came_to_them_all()
    {
        AssertNext("370+371:11", "370:10 371:6", standing: "370+371:11", seen: "370+371:11");
        AssertNext("370:15 371+372:10", "370:15 371:6 372:4", standing: "370+371+372:15", seen: "370+371+372:15");
    }

    [Fact]
    public void Others_may_be_left_behind_when_an_authority_grew_by_enough() => AssertNext("370:25", "370:25 371:6", standing: "370+371:11", seen: "370+371:11");

    [Fact]
    public void Where_one_block_stands_others_change() => AssertNext("813:12 370:30", "813:13 370:30", standing: "813:12 370:12", seen: "813:12 370:12");

    [Fact]
    public void What_too_few_are_left_of_stands_while_the_round_is_open_and_goes_at_the_close()
    {
        AssertNext("813:10", "813:9", standing: "813:10", seen: "813:10");
        AssertNext("", "813:9", standing: "813:10", seen: "813:10", final: true);
        AssertNext("370+371:11", "813:9 370:5 371:6", standing: "813:10", seen: "813:10", final: true);
    }

    [Fact]
    public void What_nobody_has_seen_goes_as_soon_as_too_few_are_left() => AssertNext("", "813:9", standing: "813:10");

    [Fact]
    public void A_limit_that_was_raised_since_leaves_nothing_that_is_too_near() =>
        AssertNext("813:30", "813:30 370:15", standing: "813:12 370:12", seen: "813:12 370:12", minimumBase: 15);

    private static void AssertNext(string expected, string now, string standing = "", string seen = "", bool final = false, int minimumBase = 10)
    {
        var next = BlockPlan.Next(Blocks(standing), Blocks(seen), Blocks(now).SelectMany(block => block.Authorities).ToDictionary(pair => Authority(pair.Key), pair => pair.Value), minimumBase, final);
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), next.Select(block => $"{string.Join('+', block.Authorities.Keys.OrderBy(code => LocalAuthorities.All.ToList().FindIndex(one => one.Code == code) is var at && code[0] == '2' ? 1000 + at : at))}:{block.Responses}").Order());
    }

    /// <summary>"370+371:11" is of two authorities, the first of which has what the other has not of at most nine; a third part stands for other answers.</summary>
    private static List<Block> Blocks(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(block =>
    {
        var parts = block.Split(':');
        var codes = parts[0].Split('+');
        var total = long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        return new Block(codes.Index().ToDictionary(code => code.Item, code => Of(total / codes.Length + (code.Index < total % codes.Length ? 1 : 0))));

        Counted Of(long responses) => new(responses, $"{responses}{(parts.Length > 2 ? parts[2] : "")}");
    })];

    private static LocalAuthority Authority(string code) => LocalAuthorities.TryGet(code, out var authority) ? authority : throw new ArgumentException(code);
}
