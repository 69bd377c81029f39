namespace SencoSurvey.Infra.Tests;

public class BuildTests
{
    [Theory]
    [InlineData("build", "main.bicep")]
    [InlineData("lint", "main.bicep")]
    [InlineData("build-params", "main.bicepparam")]
    public async Task The_templates_build_and_lint_without_a_warning(string command, string file)
    {
        string[] output = command == "lint" ? [] : ["--stdout"];
        var result = await Bicep.Run(Bicep.Secrets, [command, Bicep.InfraFile(file), .. output]);
        result.OutputWithoutAnyWarning();
    }

    [Fact]
    public async Task A_secret_that_is_not_set_stops_the_deployment()
    {
        foreach (var secret in Bicep.Secrets.Keys)
        {
            var others = Bicep.Secrets.Where(pair => pair.Key != secret).ToDictionary();
            var result = await Bicep.Run(others, "build-params", Bicep.InfraFile("main.bicepparam"), "--stdout");
            Assert.NotEqual(0, result.ExitCode);
            Assert.Contains(secret, result.Error, StringComparison.Ordinal);
        }
    }
}
