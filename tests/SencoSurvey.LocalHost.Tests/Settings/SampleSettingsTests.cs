using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SencoSurvey.LocalHost.Platform;
using SencoSurvey.LocalHost.Settings;
using SencoSurvey.Services;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Settings;

/// <summary>The sample is the list of all settings: none in it that nothing reads, none read that it lacks.</summary>
public sealed class SampleSettingsTests(AzuriteFixture azurite)
{
    /// <summary>For the Azure head's platform, as the sample says.</summary>
    private static readonly string[] OfThePlatform = ["FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage"];

    private static readonly Dictionary<string, string?> Sample = LocalSettings.Read(Path.Combine(Repository.Root, LocalSettings.SampleName)).ToDictionary();

    [Fact]
    public async Task The_sample_runs_as_it_is_and_every_setting_in_it_is_read()
    {
        var reads = new Reads();
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), configure: builder => ((IConfigurationBuilder)builder.Configuration).Add(reads));
        Assert.True((await host.Http.GetAsync("/api/health")).IsSuccessStatusCode);

        // Some are read when they are first needed.
        await host.SendAsync(HttpMethod.Get, "/api/rounds/r/statistics/la/813?live=true");
        await host.RunAsync("SendSummaryReports");
        host.Services.GetRequiredService<SencoSurvey.Services.Links.LinkSigner>();
        host.Services.GetRequiredService<SencoSurvey.Services.Email.IEmailSender>();
        Assert.Empty(Sample.Keys.Except(OfThePlatform).Except(reads.Keys));
    }

    [Fact]
    public void Every_setting_that_is_read_is_in_the_sample_and_no_other()
    {
        var options =
            from type in typeof(KeyOptions).Assembly.GetTypes()
            let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
            where section is not null
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.CanWrite
            select $"{section}:{property.Name}";
        var schedules =
            from method in typeof(LocalHostApp).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            from parameter in method.GetParameters()
            let schedule = parameter.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule
            where schedule is not null
            select Regex.Match(schedule, "^%(.+)%$") is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException($"{method.DeclaringType!.Name} has its schedule in the code: {schedule}");
        string[] expected = [.. options, .. schedules, "SurveyStorage", "Keys:Master", .. OfThePlatform];
        Assert.Equal(expected.Distinct().Order(StringComparer.Ordinal), Sample.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_samples_mails_go_to_the_outbox_and_to_nobody_real()
    {
        Assert.Equal("", Sample["SendGrid:ApiKey"]);
        Assert.EndsWith("@example.org", Sample["Email:From"], StringComparison.Ordinal);
        Assert.Contains("UseDevelopmentStorage=true", Sample["SurveyStorage"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_is_explained_beside_it()
    {
        var file = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, LocalSettings.SampleName)).Build();
        var comments = file.GetSection("Comments").AsEnumerable(makePathsRelative: true).Where(comment => comment.Value is not null).ToDictionary();
        Assert.Equal(Sample.Keys.Order(StringComparer.Ordinal), comments.Keys.Where(name => name != "this file").Order(StringComparer.Ordinal));
        Assert.All(comments.Values, comment => Assert.NotEqual("", comment));
    }

    /// <summary>Notes which keys are asked for, and has none of them.</summary>
    private sealed class Reads : ConfigurationProvider, IConfigurationSource
    {
        private readonly ConcurrentDictionary<string, bool> keys = new(StringComparer.OrdinalIgnoreCase);

        public IEnumerable<string> Keys => keys.Keys;

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            keys[key] = true;
            value = null;
            return false;
        }
    }
}
