using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tallies;

/// <summary>A tally's one spelling in bytes, by which it is stored, compared and hashed.</summary>
public static class TallyJson
{
    public static byte[] Write(Tally tally)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) Write(json, tally);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>For example <c>sha256:3f2a…</c>: equal for equal tallies, whatever order they were counted and merged in.</summary>
    public static string Hash(Tally tally) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Write(tally)))}";

    /// <exception cref="InvalidDataException">The tally is of another version of the questionnaire; rebuild the round.</exception>
    public static Tally Read(Questionnaire questionnaire, ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var tally = new Tally(questionnaire);
        try
        {
            Read(document.RootElement, tally);
        }
        catch (KeyNotFoundException exception)
        {
            throw Misfit(exception);
        }

        // A question or option that the questionnaire gained or lost since shows up as other bytes.
        return bytes.Span.SequenceEqual(Write(tally)) ? tally : throw Misfit();

        InvalidDataException Misfit(Exception? cause = null) => new($"A stored tally does not fit questionnaire {questionnaire.Id}: rebuild the round.", cause);
    }

    private static void Write(Utf8JsonWriter json, Tally tally)
    {
        json.WriteStartObject();
        json.WriteNumber("responses", tally.Responses);
        Write(json, "authorities", tally.Authorities);
        json.WriteStartObject("numbers");
        foreach (var (id, number) in tally.Numbers)
        {
            json.WriteStartObject(id);
            json.WriteNumber("missing", number.Missing);
            json.WriteNumber("notAsked", number.NotAsked);
            Write(json, "values", number.Values);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("choices");
        foreach (var (id, choice) in tally.Choices)
        {
            json.WriteStartObject(id);
            json.WriteNumber("answered", choice.Answered);
            json.WriteNumber("missing", choice.Missing);
            json.WriteNumber("notAsked", choice.NotAsked);
            Write(json, "options", choice.Options);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("indicators");
        foreach (var (id, indicator) in tally.Indicators)
        {
            json.WriteStartObject(id);
            json.WriteNumber("met", indicator.Met);
            json.WriteNumber("base", indicator.Base);
            json.WriteNumber("missing", indicator.Missing);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        Write(json, "softChecks", tally.SoftChecks);
        json.WriteStartArray("relationships");
        foreach (var pairs in tally.Relationships)
        {
            json.WriteStartObject();
            foreach (var (pair, count) in pairs) json.WriteNumber($"{pair.X};{pair.Y}", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("associations");
        foreach (var pairs in tally.Associations)
        {
            json.WriteStartObject();
            foreach (var (pair, count) in pairs.Counts) json.WriteNumber(pair, count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("groups");
        foreach (var (question, groups) in tally.Groups)
        {
            json.WriteStartObject(question);
            foreach (var (option, group) in groups.Where(group => group.Value.Responses > 0))
            {
                json.WritePropertyName(option);
                Write(json, group);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter json, string name, Counter<T> counts)
        where T : notnull
    {
        json.WriteStartObject(name);
        foreach (var (value, count) in counts) json.WriteNumber(value.ToString()!, count);
        json.WriteEndObject();
    }

    private static void Read(JsonElement json, Tally tally)
    {
        tally.Responses = json.GetProperty("responses").GetInt64();
        Read(json.GetProperty("authorities"), tally.Authorities, code => code);
        foreach (var number in json.GetProperty("numbers").EnumerateObject())
        {
            var into = tally.Numbers[number.Name];
            into.Missing = number.Value.GetProperty("missing").GetInt64();
            into.NotAsked = number.Value.GetProperty("notAsked").GetInt64();
            Read(number.Value.GetProperty("values"), into.Values, Rational.Parse);
        }

        foreach (var choice in json.GetProperty("choices").EnumerateObject())
        {
            var into = tally.Choices[choice.Name];
            into.Answered = choice.Value.GetProperty("answered").GetInt64();
            into.Missing = choice.Value.GetProperty("missing").GetInt64();
            into.NotAsked = choice.Value.GetProperty("notAsked").GetInt64();
            Read(choice.Value.GetProperty("options"), into.Options, option => option);
        }

        foreach (var indicator in json.GetProperty("indicators").EnumerateObject())
        {
            var into = tally.Indicators[indicator.Name];
            into.Met = indicator.Value.GetProperty("met").GetInt64();
            into.Base = indicator.Value.GetProperty("base").GetInt64();
            into.Missing = indicator.Value.GetProperty("missing").GetInt64();
        }

        Read(json.GetProperty("softChecks"), tally.SoftChecks, id => id);
        foreach (var (pairs, into) in json.GetProperty("relationships").EnumerateArray().Zip(tally.Relationships)) Read(pairs, into, ReadPair);
        foreach (var (pairs, into) in json.GetProperty("associations").EnumerateArray().Zip(tally.Associations)) Read(pairs, into.Counts, pair => pair);
        foreach (var groups in json.GetProperty("groups").EnumerateObject())
        {
            foreach (var group in groups.Value.EnumerateObject()) Read(group.Value, tally.Groups[groups.Name][group.Name]);
        }
    }

    private static void Read<T>(JsonElement json, Counter<T> into, Func<string, T> read)
        where T : notnull
    {
        foreach (var count in json.EnumerateObject()) into.Add(read(count.Name), count.Value.GetInt64());
    }

    private static NumberPair ReadPair(string text)
    {
        var parts = text.Split(';');
        return new NumberPair(Rational.Parse(parts[0]), Rational.Parse(parts[1]));
    }
}
