using System.Text.Json;
using System.Text.Json.Serialization;
using SencoSurvey.Core.Publications;

namespace SencoSurvey.Core.PublishedFigures;

/// <summary>What others have published, from <c>published-figures.json</c> beside this file, to stand beside an indicator.</summary>
public static class PublishedFigureLibrary
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly ILookup<string, PublishedFigure> ByIndicator = Read().ToLookup(figure => figure.Indicator, figure => figure.Published);

    /// <summary>The ids of the indicators that something is published for.</summary>
    public static IEnumerable<string> Indicators => ByIndicator.Select(figures => figures.Key);

    public static IReadOnlyList<PublishedFigure> For(string indicator) => [.. ByIndicator[indicator]];

    private static IEnumerable<Figure> Read()
    {
        using var stream = typeof(PublishedFigureLibrary).Assembly.GetManifestResourceStream("published-figures.json")!;
        return JsonSerializer.Deserialize<Document>(stream, Options)!.Figures;
    }

#pragma warning disable CA1812 // The serializer makes them.
    private sealed record Document(string About, IReadOnlyList<Figure> Figures);

    private sealed record Figure(string Indicator, string Wave, double Percent, string Base, string Wording, string Differs, string Source)
    {
        public PublishedFigure Published => new(Wave, Percent, Base, Wording, Source, Differs);
    }
#pragma warning restore CA1812
}
