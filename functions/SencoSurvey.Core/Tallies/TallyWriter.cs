using System.Text.Json;

namespace SencoSurvey.Core.Tallies;

/// <summary>Writes a tally as <see cref="TallyReader"/> reads it: what is nought, or of nobody, is left out; options and pairs stand in the questionnaire's order.</summary>
internal static class TallyWriter
{
    public static void Write(Utf8JsonWriter json, Tally tally, string shape)
    {
        json.WriteStartObject();
        json.WriteString("shape", shape);
        WriteCounts(json, tally);
        json.WriteStartArray("relationships");
        foreach (var pairs in tally.Relationships) Write(json, pairs);
        json.WriteEndArray();
        json.WriteStartArray("associations");
        foreach (var pairs in tally.Associations) Write(json, pairs);
        json.WriteEndArray();
        json.WriteStartArray("crossings");
        foreach (var crossing in tally.Crossings) Write(json, crossing);
        json.WriteEndArray();
        json.WriteStartObject("groups");
        foreach (var (question, groups) in tally.Groups)
        {
            json.WriteStartObject(question);
            foreach (var (option, group) in groups.Where(group => group.Value.Responses > 0))
            {
                json.WriteStartObject(option);
                WriteCounts(json, group);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (tally.IsMixed)
        {
            json.WriteStartObject("grouped");
            WriteCounts(json, tally.Grouped);
            json.WriteEndObject();
        }

        if (tally.Panel.Values.Any(panel => panel.Pairs > 0)) WritePanel(json, tally);
        json.WriteEndObject();
    }

    private static void WritePanel(Utf8JsonWriter json, Tally tally)
    {
        json.WriteStartObject("panel");
        foreach (var (id, panel) in tally.Panel.Where(panel => panel.Value.Pairs > 0)) Write(json, id, [panel.Both, panel.OnlyThen, panel.OnlyNow, panel.Neither]);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, Tally tally)
    {
        json.WriteNumber("responses", tally.Responses);
        json.WritePropertyName("authorities");
        Write(json, tally.Authorities);
        json.WriteStartObject("numbers");
        foreach (var (id, number) in tally.Numbers.Where(number => number.Value.Values.Count > 0 || number.Value.Missing > 0 || number.Value.NotAsked > 0))
        {
            json.WriteStartObject(id);
            WriteUnlessNought(json, "missing", number.Missing);
            WriteUnlessNought(json, "notAsked", number.NotAsked);
            json.WritePropertyName("values");
            Write(json, number.Values);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("choices");
        foreach (var (id, choice) in tally.Choices.Where(choice => choice.Value.Answered > 0 || choice.Value.Missing > 0 || choice.Value.NotAsked > 0))
        {
            json.WriteStartObject(id);
            WriteUnlessNought(json, "answered", choice.Answered);
            WriteUnlessNought(json, "missing", choice.Missing);
            WriteUnlessNought(json, "notAsked", choice.NotAsked);
            if (choice.Answered > 0) Write(json, "options", choice.OptionIds.Select(option => choice.Options[option]));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("indicators");
        foreach (var (id, indicator) in tally.Indicators.Where(indicator => indicator.Value.Base > 0 || indicator.Value.Missing > 0))
        {
            json.WriteStartObject(id);
            WriteUnlessNought(json, "met", indicator.Met);
            WriteUnlessNought(json, "base", indicator.Base);
            WriteUnlessNought(json, "missing", indicator.Missing);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WritePropertyName("softChecks");
        Write(json, tally.SoftChecks);
    }

    private static void WriteUnlessNought(Utf8JsonWriter json, string name, long count)
    {
        if (count != 0) json.WriteNumber(name, count);
    }

    private static void Write<T>(Utf8JsonWriter json, Counter<T> counts)
        where T : notnull
    {
        json.WriteStartObject();
        foreach (var (value, count) in counts) WriteUnlessNought(json, value.ToString()!, count);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PairTally pairs)
    {
        json.WriteStartArray();
        foreach (var row in pairs.Table)
        {
            json.WriteStartArray();
            foreach (var count in row) json.WriteNumberValue(count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>Each cell that anyone is in begins with its place; noughts at its end are left out.</summary>
    private static void Write(Utf8JsonWriter json, CrossTally crossing)
    {
        json.WriteStartArray();
        foreach (var (place, counts) in crossing.Cells.Index())
        {
            if (counts is null) continue;
            json.WriteStartArray();
            json.WriteNumberValue(place);
            foreach (var count in counts.AsSpan(..(Array.FindLastIndex(counts, count => count != 0) + 1))) json.WriteNumberValue(count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<long> counts)
    {
        json.WriteStartArray(name);
        foreach (var count in counts) json.WriteNumberValue(count);
        json.WriteEndArray();
    }
}
