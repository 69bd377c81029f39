namespace SencoSurvey.Infra.Tests;

public class TelemetryTests
{
    [Fact]
    public async Task Telemetry_is_taken_from_identities_alone_and_holds_no_IP_address()
    {
        var insights = (await Deployment.Example).Only("Microsoft.Insights/components");
        Assert.True(insights.Flag("properties.DisableLocalAuth"));
        Assert.False(insights.Flag("properties.DisableIpMasking"));
    }

    [Fact]
    public async Task A_message_that_is_given_up_is_brought_before_a_person()
    {
        var deployment = await Deployment.Example;
        var alert = deployment.Only("Microsoft.Insights/scheduledQueryRules");
        var operators = deployment.Only("Microsoft.Insights/actionGroups");

        Assert.True(alert.Flag("properties.enabled"));
        Assert.Contains("MaxDequeueCount", alert.At("properties.criteria.allOf")![0]!["query"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(operators.Id, alert.At("properties.actions.actionGroups")![0]!.GetValue<string>());
        Assert.Equal("operator@example.org", operators.At("properties.emailReceivers")![0]!["emailAddress"]!.GetValue<string>());
    }
}
