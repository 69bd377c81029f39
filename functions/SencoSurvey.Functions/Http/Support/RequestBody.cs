using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using SencoSurvey.Core;
using SencoSurvey.Core.Answers;

namespace SencoSurvey.Functions.Http.Support;

/// <summary>Reads what a request carries, strictly: what cannot be understood whole is refused whole, with the field.</summary>
/// <remarks>A caller that breaks off ends the reading by itself: a token that ends it too makes Kestrel complain of two readers.</remarks>
internal static class RequestBody
{
    /// <summary>An answer to all questions with the longest comment is under 30 KiB.</summary>
    private const int MostJsonBytes = 64 * 1024;

    /// <summary>Ten times what a response from every school in England takes.</summary>
    private const long MostCsvBytes = 24 * 1024 * 1024;

    /// <summary>The school register, with all of its columns and closed schools, has some 60 MB.</summary>
    private const long MostRegisterBytes = 100 * 1024 * 1024;

    private static readonly JsonDocumentOptions DocumentOptions = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),

        // Options by name alone: the enumerations' own converters would take their numbers too.
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <exception cref="Refusal">400: not JSON, or not of this shape. 413: too large. 415: not declared as JSON.</exception>
    public static async Task<T> ReadJsonAsync<T>(HttpRequest request)
    {
        Demand(request, "application/json");
        var body = await ReadAsync(request, MostJsonBytes);
        using var document = Parse(body);
        try
        {
            DemandFields<T>(document.RootElement);
            return document.RootElement.Deserialize<T>(Options) ?? throw Invalid("body", "Must be an object.");
        }
        catch (JsonException exception)
        {
            throw Invalid(exception.Path is { Length: > 2 } path ? path[2..] : "body", "Is not of the right type or form.");
        }
        catch (InvalidOperationException)
        {
            // JSON can escape half a surrogate pair, which is no text.
            throw Invalid("body", "Has a name that is no text.");
        }
    }

    /// <summary>The body as a stream that can be read twice; larger ones are kept on disk meanwhile.</summary>
    /// <exception cref="Refusal">400: empty. 413: too large. 415: not declared as CSV in UTF-8.</exception>
    public static Task<Stream> ReadCsvAsync(HttpRequest request)
    {
        Demand(request, "text/csv");
        return ReadFileAsync(request, MostCsvBytes);
    }

    /// <summary>The same for the school register, which comes in Windows-1252, whether that is said or not.</summary>
    /// <exception cref="Refusal">400: empty. 413: too large. 415: not declared as CSV, or as in an encoding that the register never has.</exception>
    public static Task<Stream> ReadRegisterAsync(HttpRequest request)
    {
        Demand(request, "text/csv", "windows-1252");
        return ReadFileAsync(request, MostRegisterBytes);
    }

    private static async Task<Stream> ReadFileAsync(HttpRequest request, long most)
    {
        if (request.ContentLength > most) throw TooLarge(most);

        // The web server's own limit is 30 MB, and counts what goes with chunks too: with room for that, the refusal is ours, with the field.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = most + (most / 8);
        request.EnableBuffering();
        var buffer = new byte[64 * 1024];
        var length = 0L;
        for (int read; (read = await request.Body.ReadAsync(buffer)) > 0;)
        {
            length += read;
            if (length > most) throw TooLarge(most);
        }

        if (length == 0) throw Refusal.Field(400, "The file cannot be read. Nothing was stored.", "line 1", "The file is empty: it needs a header with the names of its columns.");
        request.Body.Position = 0;
        return request.Body;
    }

    /// <param name="orCharset">An encoding that may be declared besides UTF-8.</param>
    private static void Demand(HttpRequest request, string mediaType, string? orCharset = null)
    {
        var isRight = MediaTypeHeaderValue.TryParse(request.ContentType, out var given)
            && given.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
            && (!given.Charset.HasValue || Is("utf-8") || Is(orCharset));
        if (!isRight) throw Refusal.Field(415, "The body is of the wrong type.", "Content-Type", $"Must be {mediaType}, in UTF-8{(orCharset is null ? "" : $" or {orCharset}")}.");

        bool Is(string? charset) => charset is not null && HeaderUtilities.RemoveQuotes(given!.Charset).Equals(charset, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most) throw TooLarge(most);
        var body = new byte[most + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false);
        return length <= most ? body[..length] : throw TooLarge(most);
    }

    private static JsonDocument Parse(byte[] body)
    {
        if (!Utf8.IsValid(body)) throw Invalid("body", "Is not UTF-8.");
        try
        {
            return JsonDocument.Parse(body, DocumentOptions);
        }
        catch (JsonException exception)
        {
            throw Invalid("body", exception.LineNumber is { } line ? $"Is not valid JSON at line {line + 1}, byte {exception.BytePositionInLine + 1}." : "Is not valid JSON, or names a field twice.");
        }
        catch (InvalidOperationException)
        {
            // JSON can escape half a surrogate pair, which is no text: it shows when names are compared.
            throw Invalid("body", "Has a name that is no text.");
        }
    }

    /// <summary>Says which fields are unknown, and which are missing, before anything else is looked at.</summary>
    private static void DemandFields<T>(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Invalid("body", "Must be an object.");
        var fields = Options.GetTypeInfo(typeof(T)).Properties;
        var errors = new Errors();
        foreach (var given in json.EnumerateObject().Where(given => fields.All(field => field.Name != given.Name)))
            errors.Add(given.Name.Length <= 100 ? given.Name : given.Name[..100], "There is no such field.");
        foreach (var field in fields.Where(field => field.IsRequired && !json.TryGetProperty(field.Name, out _))) errors.Add(field.Name, "Is missing.");
        if (errors.Any) throw new Refusal(400, "The body is not of the right form.", errors);
    }

    private static Refusal Invalid(string field, string message) => Refusal.Field(400, "The body is not of the right form.", field, message);

    private static Refusal TooLarge(long most) => Refusal.Field(413, "The body is too large.", "body", $"Must be at most {most / 1024} KiB.");
}
