using System.Text.Json;

namespace SencoSurvey.Core.Publications;

/// <summary>A publication's JSON: what blobs hold and the API serves.</summary>
public static class PublicationJson
{
    private static readonly JsonSerializerOptions Options = JsonSerializerOptions.Web;

    public static byte[] Write(Publication publication) => JsonSerializer.SerializeToUtf8Bytes(publication, Options);

    public static Publication Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<Publication>(bytes, Options) ?? throw new InvalidDataException("A stored publication is empty.");
}
