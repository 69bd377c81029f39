using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tests.Questionnaires;

public sealed class QuestionnaireLibraryTests
{
    [Fact]
    public void The_shipped_documents_load()
    {
        var library = QuestionnaireLibrary.Load();
        Assert.All(["north-lincolnshire-2016", "senco-workload-1"], id => Assert.Contains(id, library.Ids));
        Assert.All(library.Ids, id => Assert.Equal(id, library.Find(id)!.Id));
        Assert.Null(library.Find("none"));
    }

    [Fact]
    public void One_broken_document_stops_them_all() =>
        Assert.Contains("second.json", Assert.Throws<QuestionnaireException>(() => new QuestionnaireLibrary([("example.json", Example.Json), ("second.json", "{")])).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_documents_of_one_id_are_refused() =>
        Assert.Contains("another document", Assert.Throws<QuestionnaireException>(() => new QuestionnaireLibrary([("example.json", Example.Json), ("example.json", Example.Json)])).Message, StringComparison.Ordinal);
}
