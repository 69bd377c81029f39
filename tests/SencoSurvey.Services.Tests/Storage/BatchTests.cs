using Azure.Data.Tables;
using SencoSurvey.Services.Storage;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Storage;

public sealed class BatchTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task Fewer_than_1_and_more_than_100_changes_are_refused_before_storage_sees_them(int count)
    {
        var (table, requests) = await TableAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => Batch.SubmitAsync(table, [.. Rows("p", count)], CancellationToken.None));
        Assert.Equal(0, requests.Count);
    }

    [Fact]
    public async Task Changes_to_two_partitions_are_refused_before_storage_sees_them()
    {
        var (table, requests) = await TableAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => Batch.SubmitAsync(table, [.. Rows("p", 1), .. Rows("q", 1)], CancellationToken.None));
        Assert.Equal(0, requests.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task From_1_to_100_changes_happen_in_one_request(int count)
    {
        var (table, requests) = await TableAsync();
        await Batch.SubmitAsync(table, [.. Rows("p", count)], CancellationToken.None);
        Assert.Equal(1, requests.Count);
        Assert.Equal(count, await table.QueryAsync<TableEntity>().CountAsync());
    }

    [Fact]
    public async Task Either_all_changes_happen_or_none()
    {
        var (table, _) = await TableAsync();
        await table.AddEntityAsync(new TableEntity("p", "2"));
        await Assert.ThrowsAsync<TableTransactionFailedException>(() => Batch.SubmitAsync(table, [.. Rows("p", 4)], CancellationToken.None));
        Assert.Equal(1, await table.QueryAsync<TableEntity>().CountAsync());
    }

    private static IEnumerable<TableTransactionAction> Rows(string partition, int count) =>
        Enumerable.Range(0, count).Select(number => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(partition, $"{number}")));

    private async Task<(TableClient Table, StorageRequests Requests)> TableAsync()
    {
        var requests = new StorageRequests();
        var table = requests.Connect(azurite.NewAccount()).Statistics;
        await table.CreateAsync();
        requests.CountAnew();
        return (table, requests);
    }
}
