using SencoSurvey.LocalHost.Settings;

namespace SencoSurvey.LocalHost.Tests.Settings;

/// <summary>The developer's settings file: made from the sample, read, and refused in one line when it is broken.</summary>
public sealed class LocalSettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("senco-settings-").FullName;

    private string SettingsFile => Path.Combine(folder, LocalSettings.FileName);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_is_made_from_the_sample_once_and_never_overwritten()
    {
        File.WriteAllText(Path.Combine(folder, LocalSettings.SampleName), """{ "Values": { "A": "sample" } }""");
        Assert.True(LocalSettings.MakeFromSample(folder));
        Assert.Equal("sample", LocalSettings.Read(SettingsFile).ToDictionary()["A"]);
        File.WriteAllText(SettingsFile, """{ "Values": { "A": "mine" } }""");
        Assert.False(LocalSettings.MakeFromSample(folder));
        Assert.Equal("mine", LocalSettings.Read(SettingsFile).ToDictionary()["A"]);
    }

    [Fact]
    public void Its_values_may_have_comments_and_colons_and_may_be_empty()
    {
        File.WriteAllText(SettingsFile, """
            {
              // Nothing else of the file is read.
              "IsEncrypted": false,
              "Values": { "Email:From": "a@example.org", /* nobody */ "SendGrid:ApiKey": "", },
              "Host": { "CORS": "*" }
            }
            """);
        var values = LocalSettings.Read(SettingsFile).ToDictionary();
        Assert.Equal(["Email:From", "SendGrid:ApiKey"], values.Keys.Order());
        Assert.Equal("", values["SendGrid:ApiKey"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("no JSON")]
    [InlineData("{ \"Values\": { \"A\": \"1\" \"B\": \"2\" } }")]
    [InlineData("{ \"Values\": { \"A\": \"1\", \"A\": \"2\" } }")]
    [InlineData("[]")]
    public void A_broken_file_is_one_clear_line_that_names_it(string text)
    {
        File.WriteAllText(SettingsFile, text);
        var exception = Assert.Throws<LocalHostException>(() => LocalSettings.Read(SettingsFile));
        Assert.StartsWith($"{LocalSettings.FileName} cannot be read: ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.DoesNotContain(folder, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void And_it_says_where_the_mistake_is()
    {
        File.WriteAllText(SettingsFile, "{\n  \"Values\": {\n    \"A\": oops\n  }\n}\n");
        Assert.Contains("LineNumber: 2", Assert.Throws<LocalHostException>(() => LocalSettings.Read(SettingsFile)).Message, StringComparison.Ordinal);
    }
}
