using FsCheck.Xunit;
using SencoSurvey.Core.Statistics;

namespace SencoSurvey.Core.Tests.Statistics;

public sealed class AssociationTests
{
    [Fact]
    public void A_known_association_comes_out()
    {
        var found = Association.Of([[12, 5], [7, 16]])!;

        // Expected values: R 4.2.2, chisq.test(matrix(c(12, 5, 7, 16), 2), correct = FALSE).
        Assert.Equal((40, 2, 2, 1, 0), (found.N, found.Rows, found.Columns, found.DegreesOfFreedom, found.UnderFive));
        Assert.Equal(6.3198918, found.ChiSquared, 1e-7);
        Assert.Equal(0.01193909, found.P, 1e-8);
        Assert.Equal(0.39748874, found.CramersV, 1e-8);
        Assert.Equal(8.075, found.SmallestExpected, 1e-12);
    }

    [Fact]
    public void Rows_and_columns_that_nobody_chose_change_nothing() =>
        Assert.Equal(Association.Of([[12, 5], [7, 16]]), Association.Of([[12, 0, 5], [0, 0, 0], [7, 0, 16]]));

    [Fact]
    public void One_row_or_one_column_says_nothing()
    {
        Assert.Null(Association.Of([]));
        Assert.Null(Association.Of([[], []]));
        Assert.Null(Association.Of([[0, 0], [0, 0]]));
        Assert.Null(Association.Of([[3, 4, 5], [0, 0, 0]]));
        Assert.Null(Association.Of([[3, 0], [4, 0], [5, 0]]));
    }

    [Fact]
    public void A_table_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Association.Of([[1, 2], [3]]));
        Assert.Throws<ArgumentException>(() => Association.Of([[1, 2], [3, -4]]));
    }

    [Property]
    public void Any_association_keeps_its_range_and_turning_the_table_changes_nothing(byte[] drawn)
    {
        long[][] table = [.. drawn.Chunk(3).Where(row => row.Length == 3).Select(row => row.Select(count => (long)count).ToArray())];
        long[][] turned = [.. Enumerable.Range(0, 3).Select(column => table.Select(row => row[column]).ToArray())];
        var (found, other) = (Association.Of(table), Association.Of(turned));
        Assert.Equal(found is null, other is null);
        if (found is null) return;

        Assert.InRange(found.CramersV, 0, 1);
        Assert.InRange(found.P, 0, 1);
        Assert.InRange(found.UnderFive, 0, 1);
        Assert.Equal(found.ChiSquared, other!.ChiSquared, 1e-9 * Math.Max(1, found.ChiSquared));
        Assert.Equal(found.CramersV, other.CramersV, 1e-9);
        Assert.Equal(found.P, other.P, 1e-9);
        Assert.Equal(found.SmallestExpected, other.SmallestExpected, 1e-9);
    }
}
