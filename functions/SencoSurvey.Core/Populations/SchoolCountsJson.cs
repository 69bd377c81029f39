using System.Buffers;
using System.Text.Json;

namespace SencoSurvey.Core.Populations;

/// <summary>The one spelling of counts in bytes, by which they are stored: <c>{"schools":3,"authorities":{"813":{"primary":{"upTo100":3}}}}</c>.</summary>
public static class SchoolCountsJson
{
    public static byte[] Write(SchoolCounts counts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("schools", counts.Schools);
            json.WriteStartObject("authorities");
            foreach (var authority in counts.Groups.GroupBy(group => group.Key.Authority))
            {
                json.WriteStartObject(authority.Key);
                foreach (var phase in authority.GroupBy(group => group.Key.Phase))
                {
                    json.WriteStartObject(phase.Key);
                    foreach (var (group, schools) in phase) json.WriteNumber(group.Size, schools);
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no counts, or not in their one spelling: of other bands or kinds, say. Bring the register again.</exception>
    public static SchoolCounts Read(ReadOnlyMemory<byte> bytes)
    {
        var counts = new SchoolCounts();
        try
        {
            using var document = JsonDocument.Parse(bytes);
            foreach (var authority in document.RootElement.GetProperty("authorities").EnumerateObject())
            {
                foreach (var phase in authority.Value.EnumerateObject())
                {
                    foreach (var size in phase.Value.EnumerateObject()) counts.Add(new SchoolGroup(authority.Name, phase.Name, size.Name), size.Value.GetInt64());
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw Misfit(exception);
        }

        return bytes.Span.SequenceEqual(Write(counts)) ? counts : throw Misfit();

        static InvalidDataException Misfit(Exception? cause = null) => new("Stored counts of schools do not fit this version: bring the school register again.", cause);
    }
}
