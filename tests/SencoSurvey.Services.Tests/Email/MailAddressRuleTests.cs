using SencoSurvey.Services.Email;

namespace SencoSurvey.Services.Tests.Email;

public sealed class MailAddressRuleTests
{
    [Theory]
    [InlineData("name@example.org")]
    [InlineData("Ana.O'Ficer+senco@office.school.example")]
    [InlineData("1@2.example")]
    public void A_plain_address_can_be_written_to(string address) => Assert.True(MailAddressRule.IsValid(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("name")]
    [InlineData("name@")]
    [InlineData("@example.org")]
    [InlineData("name@localhost")]
    [InlineData("name @example.org")]
    [InlineData(" name@example.org")]
    [InlineData("name@example.org ")]
    [InlineData("name@example.org\n")]
    [InlineData("name@example.org\r\nBcc: other@example.org")]
    [InlineData("name@example.org\u0000")]
    [InlineData("Ana <name@example.org>")]
    [InlineData("Ana<name@example.org>")]
    [InlineData("<name@example.org>")]
    [InlineData("\"Ana\" name@example.org")]
    [InlineData("name@example.org,other@example.org")]
    [InlineData("name@example.org;other@example.org")]
    [InlineData("name@example.org, ")]
    [InlineData("nàme@example.org")]
    [InlineData("name@exämple.org")]
    [InlineData("name@example.org\u202E")]
    public void Anything_else_cannot(string? address) => Assert.False(MailAddressRule.IsValid(address));

    [Fact]
    public void The_longest_has_254_characters()
    {
        const string Domain = "@example.org";
        Assert.True(MailAddressRule.IsValid(new string('a', 254 - Domain.Length) + Domain));
        Assert.False(MailAddressRule.IsValid(new string('a', 255 - Domain.Length) + Domain));
    }
}
