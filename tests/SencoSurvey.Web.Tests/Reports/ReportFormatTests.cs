using System.Globalization;
using SencoSurvey.Core.Reports;

namespace SencoSurvey.Web.Tests.Reports;

public sealed class ReportFormatTests
{
    [Theory]
    [InlineData(50.0, "50.0%")]
    [InlineData(71.42857, "71.4%")]
    [InlineData(0.0, "0.0%")]
    [InlineData(99.96, "100.0%")]
    public void Percentages_have_one_decimal(double value, string expected) => Assert.Equal(expected, ReportFormat.Percent(value));

    [Theory]
    [InlineData(3.25, "3.25")]
    [InlineData(12.0, "12")]
    [InlineData(2.5, "2.5")]
    [InlineData(6.809524, "6.81")]
    [InlineData(1440.0, "1,440")]
    [InlineData(-2.5, "−2.5")]
    [InlineData(-0.004, "0")]
    public void Numbers_have_two_decimals_at_most_and_none_that_is_nought(double value, string expected) => Assert.Equal(expected, ReportFormat.Number(value));

    [Theory]
    [InlineData(-0.094, "−0.09")]
    [InlineData(-0.004, "0.00")]
    [InlineData(0.36, "0.36")]
    public void Coefficients_have_a_minus_sign_but_no_minus_nought(double value, string expected) => Assert.Equal(expected, ReportFormat.Coefficient(value));

    [Fact]
    public void A_number_below_nought_has_a_minus_sign() => Assert.Equal("−1,440.5", ReportFormat.Number(-1440.5));

    [Fact]
    public void A_range_has_a_form_to_see_and_one_to_hear() => Assert.Equal(new ReportRange("50.0–86.2%", "from 50.0% to 86.2%"), ReportRange.OfPercent(50.01, 86.19));

    [Fact]
    public void A_dash_never_stands_beside_a_minus()
    {
        Assert.Equal(new ReportRange("2.5–12", "from 2.5 to 12"), ReportRange.OfNumber(2.5, 12));
        Assert.Equal(new ReportRange("−2 to −0.5", "from −2 to −0.5"), ReportRange.OfNumber(-2, -0.5));
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };
        try
        {
            Assert.Equal("1,440.5", ReportFormat.Number(1440.5));
            Assert.Equal("15 of 21; 95% interval from 50.0% to 86.2%; none missing", new ReportShare(71.4, 50.01, 86.19, 15, 21, 0).Basis);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
