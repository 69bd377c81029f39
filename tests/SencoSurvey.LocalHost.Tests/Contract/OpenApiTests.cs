using System.Reflection;
using System.Text.Json;
using SencoSurvey.LocalHost.Platform;
using SencoSurvey.LocalHost.Tests.Support;

namespace SencoSurvey.LocalHost.Tests.Contract;

/// <summary>The document says of every HTTP function where it is, and of nothing else.</summary>
public sealed class OpenApiTests(ProductHost product) : IClassFixture<ProductHost>
{
    private static readonly IReadOnlyList<(string Name, HttpTriggerAttribute Trigger)> Functions =
    [
        .. from method in typeof(LocalHostApp).Assembly.GetTypes().SelectMany(type => type.GetMethods())
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger is not null
           select (function.Name, trigger),
    ];

    [Fact]
    public async Task It_has_every_route_and_method_and_no_other()
    {
        var document = await ReadAsync();
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Where(member => member.Name != "parameters").Select(operation => $"{operation.Name} {path.Name}"));
        var served = Functions.SelectMany(function => function.Trigger.Methods.Select(method => $"{method} /{function.Trigger.Route!.Replace("{*", "{", StringComparison.Ordinal)}"));
        Assert.Equal(served.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_has_its_functions_name_its_answers_and_all_parameters_of_its_path()
    {
        var document = await ReadAsync();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(member => member.Name != "parameters"))
            {
                var name = operation.Value.GetProperty("operationId").GetString();
                Assert.Single(Functions, function => function.Name == name && function.Trigger.Methods.Contains(operation.Name));
                Assert.Contains(operation.Value.GetProperty("responses").EnumerateObject(), answer => answer.Name[0] is '2' or '3');
                var inPath = path.Name.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'));
                Assert.Equal(inPath.Order(), Parameters(document, path.Value).Concat(Parameters(document, operation.Value)).Where(parameter => parameter.GetProperty("in").GetString() == "path").Select(parameter => parameter.GetProperty("name").GetString()).Order());
            }
        }
    }

    [Fact]
    public async Task What_takes_the_function_key_says_so_and_what_is_for_anyone_does_not_demand_it()
    {
        var document = await ReadAsync();
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Where(member => member.Value.TryGetProperty("operationId", out _)).ToDictionary(operation => operation.Value.GetProperty("operationId").GetString()!, operation => operation.Value);
        Assert.All(Functions, function => Assert.Equal(function.Trigger.AuthLevel == AuthorizationLevel.Function, Demands(operations[function.Name], "functionKey")));
    }

    private async Task<JsonElement> ReadAsync()
    {
        using var response = await product.Host.Http.GetAsync("/api/openapi.json");
        Assert.Equal("application/json", response.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        var document = await response.JsonAsync();
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        return document;
    }

    /// <summary>Whether no way in is without the scheme.</summary>
    private static bool Demands(JsonElement operation, string scheme) =>
        operation.TryGetProperty("security", out var security) && security.GetArrayLength() > 0 && security.EnumerateArray().All(way => way.EnumerateObject().Any(member => member.Name.StartsWith(scheme, StringComparison.Ordinal)));

    private static IEnumerable<JsonElement> Parameters(JsonElement document, JsonElement of) => of.TryGetProperty("parameters", out var parameters)
        ? parameters.EnumerateArray().Select(parameter => parameter.TryGetProperty("$ref", out var reference) ? document.GetProperty("components").GetProperty("parameters").GetProperty(reference.GetString()!.Split('/')[^1]) : parameter)
        : [];
}
