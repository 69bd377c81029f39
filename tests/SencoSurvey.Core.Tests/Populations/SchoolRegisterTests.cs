using System.Text;
using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Populations;
using SencoSurvey.Testing;

namespace SencoSurvey.Core.Tests.Populations;

public sealed class SchoolRegisterTests
{
    private const string Maintained = "Local authority maintained schools";

    private static readonly RegisterLine One = new(SyntheticRegister.FirstUrn);

    [Theory]
    [InlineData("Nursery", "Local authority nursery school", Maintained, "nursery")]
    [InlineData("Primary", "Community school", Maintained, "primary")]
    [InlineData("Middle deemed primary", "Foundation school", Maintained, "primary")]
    [InlineData("Secondary", "Academy converter", "Academies", "secondary")]
    [InlineData("Middle deemed secondary", "Voluntary controlled school", Maintained, "secondary")]
    [InlineData("Secondary", "University technical college", "Free Schools", "secondary")]
    [InlineData("All-through", "Free schools", "Free Schools", "allThrough")]
    [InlineData("16 plus", "Further education", "Colleges", "post16")]
    [InlineData("16 Plus", "Free schools 16 to 19", "Free Schools", "post16")]
    [InlineData("Not applicable", "Academy 16-19 converter", "Academies", "post16")]
    [InlineData("Not applicable", "Sixth form centres", "Colleges", "post16")]
    [InlineData("Not applicable", "Special post 16 institution", "Other types", "post16")]
    [InlineData("Not applicable", "Community special school", "Special schools", "special")]
    [InlineData("Not applicable", "Academy special sponsor led", "Academies", "special")]
    [InlineData("Not applicable", "Free schools special", "Free Schools", "special")]
    [InlineData("Not applicable", "Other independent special school", "Special schools", "special")]
    [InlineData("Not applicable", "Other independent special school", "Independent schools", "special")]
    [InlineData("Not applicable", "Pupil referral unit", Maintained, "alternativeProvision")]
    [InlineData("Not applicable", "Academy alternative provision converter", "Academies", "alternativeProvision")]
    [InlineData("Not applicable", "Free schools alternative provision", "Free Schools", "alternativeProvision")]
    [InlineData("Not applicable", "Other independent school", "Independent schools", "independent")]
    [InlineData("", "Other independent school", "Independent schools", "independent")]
    [InlineData(" primary ", "COMMUNITY SCHOOL", "", "primary")]
    public async Task The_kind_is_the_phase_or_where_that_says_nothing_the_type(string phase, string type, string group, string expected)
    {
        var reading = await ReadAsync(One with { Phase = phase, Type = type, Group = group });
        Assert.Equal(new SchoolGroup("813", expected, "upTo400"), Assert.Single(reading.Counts.Groups).Key);
        Assert.Equal(new LeftOut(0, 0, 0, 0, 0), reading.LeftOut);
    }

    [Theory]
    [InlineData("Children's centre", "Children's Centres")]
    [InlineData("Children\u2019s centre linked site", "Children\u2019s Centres")]
    [InlineData("Higher education institutions", "Universities")]
    [InlineData("Welsh establishment", "Welsh schools")]
    [InlineData("British schools overseas", "Other types")]
    [InlineData("Offshore schools", "Other types")]
    [InlineData("Service children's education", "Other types")]
    [InlineData("Online provider", "Online provider")]
    public async Task What_is_no_school_in_England_is_left_out_whatever_its_phase_and_place(string type, string group)
    {
        var reading = await ReadAsync(One, One with { Urn = One.Urn + 1, Type = type, Group = group, Phase = "16 plus", Authority = "000" });
        Assert.Equal((1, new LeftOut(0, 0, NoSchool: 1, 0, 0)), (reading.Counts.Schools, reading.LeftOut));
    }

    [Theory]
    [InlineData("Open", 1, 0, 0)]
    [InlineData("Open, but proposed to close", 1, 0, 0)]
    [InlineData("Closed", 0, 1, 0)]
    [InlineData("Proposed to open", 0, 0, 1)]
    [InlineData("Open in parts", 0, 0, 1)]
    [InlineData("", 0, 0, 1)]
    public async Task Open_schools_count_and_others_do_not(string status, int open, int closed, int notOpen)
    {
        var reading = await ReadAsync(One, One with { Urn = One.Urn + 1, Status = status });
        Assert.Equal((1 + open, new LeftOut(closed, notOpen, 0, 0, 0)), (reading.Counts.Schools, reading.LeftOut));
    }

    [Fact]
    public async Task What_is_left_out_for_being_unknown_is_quoted_in_a_warning()
    {
        var reading = await ReadAsync(
            One,
            One with { Urn = One.Urn + 1, Authority = "999" },
            One with { Urn = One.Urn + 2, Authority = "" },
            One with { Urn = One.Urn + 3, Status = "Mislaid" },
            One with { Urn = One.Urn + 4, Phase = "Not applicable" },
            One with { Urn = One.Urn + 5, Pupils = "some" },
            One with { Urn = One.Urn + 6, Pupils = " " });
        Assert.Equal((3, new LeftOut(0, NotOpen: 1, 0, UnknownAuthority: 2, UnknownKind: 1)), (reading.Counts.Schools, reading.LeftOut));
        Assert.Equal(
            [
                "Left out for a status that is not known here: 1 ('Mislaid').",
                "Left out for an authority that is not known here: 2 ('999'; (blank)).",
                "Left out for a phase and type that do not say which kind of school it is: 1 ('Not applicable', 'Community school').",
                "Counted as of unknown size, without a number of pupils: 1.",
                "Counted as of unknown size, with a number of pupils that is no whole number: 1.",
                "Authorities without a school in the file: 152 of 153. Is it the whole of the register?",
            ],
            reading.Warnings);
        Assert.Equal(2, reading.Counts[new SchoolGroup("813", "primary", "unknown")]);
    }

    [Fact]
    public async Task Nothing_is_odd_about_a_whole_register()
    {
        var reading = await ReadAsync([.. LocalAuthorities.All.Select((authority, number) => One with { Urn = One.Urn + number, Authority = authority.Code })]);
        Assert.Empty(reading.Warnings);
        Assert.Equal(LocalAuthorities.All.Count, reading.Counts.ByAuthority().Count);
    }

    /// <summary>The apostrophe is the byte 0x92 in Windows-1252, and three bytes in UTF-8.</summary>
    [Theory]
    [InlineData(1252, false)]
    [InlineData(65001, false)]
    [InlineData(65001, true)]
    public async Task It_is_read_in_either_encoding_with_or_without_a_byte_order_mark(int codePage, bool mark)
    {
        var encoding = codePage == 1252 ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.UTF8;
        var text = SyntheticRegister.Text(One with { Name = "Synthetic St Anne\u2019s, Café" }, One with { Urn = One.Urn + 1, Type = "Children\u2019s centre", Group = "" }, One with { Urn = One.Urn + 2, Authority = "Saint\u2011é" });
        var bytes = encoding.GetBytes(text.Replace('\u2011', '\u2013'));
        var reading = await ReadAsync([.. mark ? encoding.Preamble.ToArray() : [], .. bytes]);
        Assert.Equal((1, 1), (reading.Counts.Schools, reading.LeftOut.NoSchool));
        Assert.Contains(reading.Warnings, warning => warning.Contains("'Saint\u2013é'", StringComparison.Ordinal));
    }

    /// <summary>A letter of several bytes may lie across two readings of the stream.</summary>
    [Fact]
    public async Task UTF8_is_recognised_wherever_a_reading_ends()
    {
        var bytes = Encoding.UTF8.GetBytes(SyntheticRegister.Text(One with { Type = "Children\u2019s centre", Group = "" }, One with { Urn = One.Urn + 1 }));
        using var slow = new OneByteAtATime(bytes);
        Assert.Equal(1, (await SchoolRegister.ReadAsync(slow, CancellationToken.None)).LeftOut.NoSchool);
    }

    [Fact]
    public async Task Columns_may_stand_in_any_order_and_cells_may_have_line_breaks()
    {
        const string Text = "NumberOfPupils,Notes,PhaseOfEducation (name),EstablishmentTypeGroup (name),TypeOfEstablishment (name),EstablishmentStatus (name),LA (code),URN\n50,\"two\nlines, \"\"quoted\"\"\",Primary,,,Open,813,900000\n";
        Assert.Equal(1, (await ReadAsync(Encoding.UTF8.GetBytes(Text))).Counts[new SchoolGroup("813", "primary", "upTo100")]);
    }

    [Fact]
    public async Task Columns_that_are_missing_are_named_all_at_once()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => ReadAsync(Encoding.UTF8.GetBytes(SyntheticRegister.Text(One).Replace("LA (code)", "LA", StringComparison.Ordinal).Replace("NumberOfPupils", "LA", StringComparison.Ordinal))));
        Assert.Equal(400, refusal.Status);
        Assert.Equal(["Lacks the column 'LA (code)'.", "Lacks the column 'NumberOfPupils'."], Assert.Single(refusal.Errors.ByField).Value);
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("900000,813\n", "line 1")]
    [InlineData("{Header}\n", "line 2")]
    [InlineData("{Header}\n900000,813,Open,Community school,,Primary\n", "line 2")]
    [InlineData("{Header}\n900000,813,Open,Community school,,Primary,1,2\n", "line 2")]
    [InlineData("{Header}\n900000,813,Open,\"Community\nschool\",,Primary,1\n900000,813,Open,,,Primary,1\n", "line 4")]
    [InlineData("{Header}\nx,813,Open,Community school,,Primary,1\n", "line 2")]
    [InlineData("{Header}\n900000,813,Open,Community school,,Primary,1\n900001,813,Open,\"never closed,,Primary,1\n900002,813,Open,,,Primary,1\n", "line 3")]
    [InlineData("{Header}\n900000,813,Open,5\" or so,,Primary,1\n", "line 2")]
    [InlineData("{Header}\n900000,813,Closed,Community school,,Primary,1\n", "file")]
    [InlineData("{Header},URN\n900000,813,Open,Community school,,Primary,1,900000\n", "line 1")]
    public async Task A_file_that_is_no_register_is_refused_with_the_line(string file, string field)
    {
        const string Header = "URN,LA (code),EstablishmentStatus (name),TypeOfEstablishment (name),EstablishmentTypeGroup (name),PhaseOfEducation (name),NumberOfPupils";
        var refusal = await Assert.ThrowsAsync<Refusal>(() => ReadAsync(Encoding.UTF8.GetBytes(file.Replace("{Header}", Header, StringComparison.Ordinal))));
        Assert.Equal((400, field), (refusal.Status, Assert.Single(refusal.Errors.ByField).Key));
    }

    /// <summary>In a column that is not read: where other quotations follow; where the next such mistake, on the thirtieth school, ends it in a place that makes one good line of many; and where none follows.</summary>
    [Theory]
    [InlineData("\"", 3)]
    [InlineData("", 3)]
    [InlineData("", 150)]
    public async Task A_quotation_that_is_never_closed_does_not_take_in_other_lines(string quotation, int school)
    {
        var text = SyntheticRegister.Text(SyntheticRegister.Many(200)).Replace("\"", quotation, StringComparison.Ordinal);
        var broken = text.Replace($"{quotation}Synthetic School {school}{quotation}", $"\"Synthetic School {school}", StringComparison.Ordinal);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => ReadAsync(Encoding.UTF8.GetBytes(broken)));
        Assert.Equal($"line {school + 1}", Assert.Single(refusal.Errors.ByField).Key);
    }

    private static Task<RegisterReading> ReadAsync(params RegisterLine[] lines) => ReadAsync(SyntheticRegister.File(lines));

    private static Task<RegisterReading> ReadAsync(byte[] file) => SchoolRegister.ReadAsync(new MemoryStream(file), CancellationToken.None);

    private sealed class OneByteAtATime(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..1], cancellationToken);
    }
}
