using System.Text;
using System.Text.Json;
using SencoSurvey.Core.Answers;
using SencoSurvey.Core.Questionnaires;

namespace SencoSurvey.Core.Tallies;

/// <summary>Reads what <see cref="TallyWriter"/> wrote, once from its beginning to its end.</summary>
internal ref struct TallyReader(ReadOnlySpan<byte> bytes)
{
    private Utf8JsonReader json = new(bytes);

    private delegate T Spelt<T>(ReadOnlySpan<byte> name);

    /// <returns>Null where the tally is of another version of the questionnaire.</returns>
    public Tally? Read(Questionnaire questionnaire)
    {
        Open();
        if (!TryName(out var first) || first != "shape" || !json.Read() || json.TokenType != JsonTokenType.String || !json.ValueTextEquals(TallyShape.Of(questionnaire))) return null;
        var tally = new Tally(questionnaire);
        while (TryName(out var name))
        {
            if (name == "relationships") ReadEach(tally.Relationships);
            else if (name == "associations") ReadEach(tally.Associations);
            else if (name == "crossings") ReadEach(tally.Crossings);
            else if (name == "groups") ReadGroups(tally);
            else if (name == "grouped") ReadGrouped(tally.BeginGrouped());
            else if (name == "panel") ReadPanel(tally);
            else ReadCounts(tally, name);
        }

        return tally;
    }

    private void ReadGroups(Tally tally)
    {
        Open();
        while (TryName(out var question))
        {
            Open();
            while (TryName(out var group))
            {
                Open();
                while (TryName(out var name)) ReadCounts(tally.Groups[question][group], name);
            }
        }
    }

    private void ReadGrouped(Tally tally)
    {
        Open();
        while (TryName(out var name)) ReadCounts(tally, name);
    }

    private void ReadPanel(Tally tally)
    {
        Open();
        while (TryName(out var indicator))
        {
            Open();
            var panel = tally.Panel[indicator];
            (panel.Both, panel.OnlyThen, panel.OnlyNow, panel.Neither) = (Count(), Count(), Count(), Count());
            Close();
        }
    }

    private void ReadCounts(Tally tally, string name)
    {
        switch (name)
        {
            case "responses":
                tally.Responses = Count();
                return;
            case "authorities":
                Read(tally.Authorities, Encoding.UTF8.GetString);
                return;
            case "softChecks":
                Read(tally.SoftChecks, Encoding.UTF8.GetString);
                return;
        }

        Open();
        while (TryName(out var id))
        {
            Open();
            while (TryName(out var part))
            {
                if (name == "numbers") Read(tally.Numbers[id], part);
                else if (name == "choices") Read(tally.Choices[id], part);
                else Read(tally.Indicators[id], part);
            }
        }
    }

    private void Read(NumberTally number, string part)
    {
        if (part == "missing") number.Missing = Count();
        else if (part == "notAsked") number.NotAsked = Count();
        else Read(number.Values, Rational.Parse);
    }

    private void Read(ChoiceTally choice, string part)
    {
        if (part == "answered") choice.Answered = Count();
        else if (part == "missing") choice.Missing = Count();
        else if (part == "notAsked") choice.NotAsked = Count();
        else
        {
            Open();
            foreach (var option in choice.OptionIds) choice.Options.Add(option, Count());
            Close();
        }
    }

    private void Read(IndicatorTally indicator, string part)
    {
        if (part == "met") indicator.Met = Count();
        else if (part == "base") indicator.Base = Count();
        else indicator.Missing = Count();
    }

    private void ReadEach(IReadOnlyList<Counter<NumberPair>> relationships)
    {
        Open();
        foreach (var pairs in relationships) Read(pairs, NumberPair.Parse);
        Close();
    }

    private void ReadEach(IReadOnlyList<PairTally> associations)
    {
        Open();
        foreach (var pairs in associations)
        {
            Open();
            foreach (var row in new[] { pairs.Met, pairs.Others })
            {
                Open();
                for (var column = 0; column < row.Length; column++) row[column] = Count();
                Close();
            }

            Close();
        }

        Close();
    }

    private void ReadEach(IReadOnlyList<CrossTally> crossings)
    {
        Open();
        foreach (var crossing in crossings)
        {
            Open();
            while (json.Read() && json.TokenType == JsonTokenType.StartArray)
            {
                var counts = crossing.CellAt((int)Count());
                for (var i = 0; json.Read() && json.TokenType == JsonTokenType.Number; i++) counts[i] = json.GetInt64();
            }
        }

        Close();
    }

    private void Read<T>(Counter<T> counts, Spelt<T> read)
        where T : notnull
    {
        Open();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName) counts.Add(read(json.ValueSpan), Count());
    }

    /// <summary>The next name in an object; false at the object's end.</summary>
    private bool TryName(out string name)
    {
        name = json.Read() && json.TokenType == JsonTokenType.PropertyName ? json.GetString()! : "";
        return json.TokenType == JsonTokenType.PropertyName;
    }

    private long Count()
    {
        json.Read();
        return json.GetInt64();
    }

    /// <summary>An object's or an array's beginning.</summary>
    private void Open() => json.Read();

    /// <summary>An array's end.</summary>
    private void Close() => json.Read();
}
