using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.Tests.Publications;

public sealed class PublicationJsonTests
{
    [Fact]
    public void A_publication_comes_back_from_its_JSON_with_hidden_figures_as_null()
    {
        var published = Example.Publish(Example.Times(12, """  "kind": "a", "stays": "yes", "hours": 3.25 """), Example.Times(1, """  "kind": "b", "stays": "no" """));
        var json = PublicationJson.Write(published);
        var read = PublicationJson.Read(json);

        Assert.Equal(json, PublicationJson.Write(read));
        Assert.Null(read.Choices["stays"].Options[0].Count);
        Assert.Equal("c", read.Choices["stays"].Options[0].Status);
        Assert.Equal(12, read.Numbers["hours"].N);
    }
}
