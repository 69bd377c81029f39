using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Responses;

namespace SencoSurvey.Services.Tests.Responses;

/// <summary>Rows are found by these values for as long as a round is kept: they must not change.</summary>
public sealed class ResponsePartitionTests
{
    [Theory]
    [InlineData("2016", "813", 0, "2016|813|0")]
    [InlineData("autumn-2026", "202", 15, "autumn-2026|202|15")]
    [InlineData("-", "935", 1, "-|935|1")]
    public void A_partition_has_the_same_key_for_ever_and_is_read_back_from_it(string round, string la, int bucket, string key)
    {
        var partition = new ResponsePartition(round, la, bucket);
        Assert.Equal(key, partition.Key);
        Assert.Equal(partition, ResponsePartition.Parse(key));
    }

    [Theory]
    [InlineData("0000ffffffffffffffffffffffffffff", 1, 0)]
    [InlineData("ffff0000000000000000000000000000", 1, 0)]
    [InlineData("0003ffffffffffffffffffffffffffff", 4, 3)]
    [InlineData("ffff0000000000000000000000000000", 16, 15)]
    [InlineData("00110000000000000000000000000000", 16, 1)]
    [InlineData("ffff0000000000000000000000000000", 7, 1)]
    public void A_row_has_the_same_bucket_for_ever(string row, int buckets, int bucket) => Assert.Equal(bucket, ResponsePartition.Of(Round(buckets), "813", row).Bucket);

    [Theory]
    [InlineData("a", "a|813|0", true)]
    [InlineData("a", "a|999|15", true)]
    [InlineData("a", "a-b|813|0", false)]
    [InlineData("a-b", "a|813|0", false)]
    [InlineData("a", "a0|813|0", false)]
    [InlineData("a", "aa|813|0", false)]
    [InlineData("a", "b|813|0", false)]
    [InlineData("a", "a", false)]
    public void The_bounds_of_a_round_hold_its_own_keys_and_no_other(string round, string key, bool isWithin)
    {
        var (from, to) = ResponsePartition.KeysOf(round);
        Assert.Equal(isWithin, string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, to) < 0);
    }

    private static Round Round(int buckets) => new("r", new RoundDefinition
    {
        Title = "Synthetic round",
        Questionnaire = Synthetic.Questionnaire,
        OpensOn = new DateOnly(2026, 9, 1),
        ClosesOn = new DateOnly(2026, 12, 31),
        Access = Access.Open,
        Buckets = buckets,
    });
}
