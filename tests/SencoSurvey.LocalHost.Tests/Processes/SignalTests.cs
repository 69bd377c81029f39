using SencoSurvey.LocalHost.Tests.Support;
using SencoSurvey.Testing;

namespace SencoSurvey.LocalHost.Tests.Processes;

/// <summary>A host that is asked to end does so in good order, whenever it is asked.</summary>
public sealed class SignalTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(HostProcess.Sigterm)]
    [InlineData(HostProcess.Sigint)]
    public async Task While_it_runs(int signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix\'s.");
        await using var host = HostProcess.Start(Ports.Free(1)[0], azurite.NewAccount(), null, "--empty");
        await host.IsUpAsync();
        host.Send(signal);
        Assert.Equal(0, await host.EndsAsync());
        Assert.Empty(host.Errors);
        Assert.Equal("Stopped.", host.Output[^1]);
    }

    [Fact]
    public async Task While_it_loads_the_demonstration()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix\'s.");
        await using var host = HostProcess.Start(Ports.Free(1)[0], azurite.NewAccount());
        await host.SaysAsync("loading the demonstration");
        host.Send(HostProcess.Sigint);
        Assert.Equal(0, await host.EndsAsync());
        Assert.Empty(host.Errors);
        Assert.Equal("Stopped.", host.Output[^1]);
    }
}
