using System.Reflection;

namespace SencoSurvey.Core.Questionnaires;

/// <summary>The questionnaires there are.</summary>
public interface IQuestionnaires
{
    IEnumerable<string> Ids { get; }

    Questionnaire? Find(string id);
}

/// <summary>The documents under <c>Documents</c>, checked as they are loaded.</summary>
public sealed class QuestionnaireLibrary : IQuestionnaires
{
    private const string Folder = "questionnaires/";

    private readonly SortedDictionary<string, Questionnaire> byId = new(StringComparer.Ordinal);

    /// <param name="documents">File names and their JSON.</param>
    /// <exception cref="QuestionnaireException">A document is broken: the message has the file, the path in it and the reason.</exception>
    public QuestionnaireLibrary(IEnumerable<(string File, string Json)> documents)
    {
        foreach (var (file, json) in documents)
        {
            var questionnaire = QuestionnaireDocument.Read(file, json);
            if (!byId.TryAdd(questionnaire.Id, questionnaire)) throw new QuestionnaireException(file, "$.id", $"'{questionnaire.Id}' is the id of another document too.");
        }
    }

    public IEnumerable<string> Ids => byId.Keys;

    public Questionnaire? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The documents that this assembly carries.</summary>
    public static QuestionnaireLibrary Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return new QuestionnaireLibrary(
            assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return (name[Folder.Length..], reader.ReadToEnd());
            }));
    }
}

/// <summary>A questionnaire document that cannot be used; nothing starts with one.</summary>
public sealed class QuestionnaireException(string file, string path, string reason) : Exception($"Questionnaire {file}, at {path}: {reason}");
