using System.Text.Json.Nodes;

namespace SencoSurvey.Infra.Tests;

/// <summary>
/// What a deployment of main.bicep would create, as `bicep snapshot` predicts it: modules flattened, loops and conditions worked out.
/// What only Azure knows, and every secret, stays an expression in square brackets.
/// </summary>
internal sealed class Deployment(JsonNode snapshot)
{
    private static readonly Lazy<Task<Deployment>> Cached = new(() => Predict("main.bicepparam", Bicep.Secrets));

    public static Task<Deployment> Example => Cached.Value;

    public IReadOnlyList<Resource> Resources { get; } =
        [.. snapshot["predictedResources"]!.AsArray().Select(node => new Resource(node!))];

    public Resource Only(string type, string name = "") =>
        Assert.Single(All(type), resource => name.Length == 0 || resource.Name == name);

    public IEnumerable<Resource> All(string type) => Resources.Where(resource => resource.Type == type);

    public JsonObject AppSettings => Only("Microsoft.Web/sites/config", "appsettings").At("properties")!.AsObject();

    public static async Task<Deployment> Predict(string parameterFile, IReadOnlyDictionary<string, string> environment)
    {
        var result = await Bicep.Run(
            environment, "snapshot", Bicep.InfraFile(parameterFile),
            "--subscription-id", Guid.Empty.ToString(), "--resource-group", "example", "--location", "uksouth");
        result.OutputWithoutAnyWarning();
        var file = Path.ChangeExtension(Bicep.InfraFile(parameterFile), ".snapshot.json");
        return new(JsonNode.Parse(await File.ReadAllTextAsync(file))!);
    }
}

internal sealed class Resource(JsonNode node)
{
    public string Id => Text("id");

    public string Type => Text("type");

    /// <summary>The last part of the name: ARM puts the parents' names before it.</summary>
    public string Name => Text("name").Split('/')[^1];

    /// <summary>A value by its path, such as <c>properties.siteConfig</c>; null where there is none.</summary>
    public JsonNode? At(string path) => path.Split('.').Aggregate(node, (at, part) => at?[part]!);

    public string Text(string path) => At(path)!.GetValue<string>();

    public bool Flag(string path) => At(path)!.GetValue<bool>();

    public override string ToString() => node.ToJsonString();
}
