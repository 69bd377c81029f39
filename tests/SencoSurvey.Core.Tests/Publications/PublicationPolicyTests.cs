using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Tests.Publications;

public sealed class PublicationPolicyTests
{
    private const string Hash = "sha256:new";

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void A_scope_is_first_published_at_the_minimum_base(long responses, bool may) =>
        Assert.Equal(may, PublicationPolicy.MayPublish(responses, Hash, last: null, outsideParts: 0, final: false, minimumBase: 10));

    [Theory]
    [InlineData(20, false)]
    [InlineData(29, false)]
    [InlineData(30, true)]
    [InlineData(11, false)]
    [InlineData(10, true)]
    public void While_open_it_is_published_again_when_enough_came_or_went(long responses, bool may) =>
        Assert.Equal(may, PublicationPolicy.MayPublish(responses, Hash, new LastPublication(20, "sha256:old", Final: false), outsideParts: 0, final: false, minimumBase: 10));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(-1, false)]
    [InlineData(-10, true)]
    public void A_whole_is_published_when_subtracting_its_parts_leaves_nobody_or_enough(long outsideParts, bool may)
    {
        Assert.Equal(may, PublicationPolicy.MayPublish(100, Hash, last: null, outsideParts, final: false, minimumBase: 10));
        Assert.Equal(may, PublicationPolicy.MayPublish(100, Hash, last: null, outsideParts, final: true, minimumBase: 10));
    }

    [Theory]
    [InlineData("sha256:old", false, true)]
    [InlineData("sha256:new", false, true)]
    [InlineData("sha256:old", true, true)]
    [InlineData("sha256:new", true, false)]
    public void At_the_close_everything_is_published_once_more_and_then_only_what_changed(string lastHash, bool lastFinal, bool may) =>
        Assert.Equal(may, PublicationPolicy.MayPublish(21, Hash, new LastPublication(20, lastHash, lastFinal), outsideParts: 0, final: true, minimumBase: 10));

    [Theory]
    [InlineData(9, true, true)]
    [InlineData(10, true, false)]
    [InlineData(9, false, false)]
    public void At_the_close_what_too_few_stand_behind_is_withdrawn(long responses, bool final, bool must) =>
        Assert.Equal(must, PublicationPolicy.MustWithdraw(responses, new LastPublication(12, Hash, Final: false), final, minimumBase: 10));

    [Fact]
    public void What_was_never_published_need_not_be_withdrawn() => Assert.False(PublicationPolicy.MustWithdraw(3, last: null, final: true, minimumBase: 10));
}
