using System.Net.Sockets;
using Azure;
using Azure.Data.Tables;
using SencoSurvey.Services.Storage;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Storage;

public sealed class StorageFaultsTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(409, "EntityAlreadyExists", true)]
    [InlineData(412, "UpdateConditionNotSatisfied", true)]
    [InlineData(404, "ResourceNotFound", true)]
    [InlineData(404, "TableNotFound", false)]
    [InlineData(404, "QueueNotFound", false)]
    [InlineData(404, "ContainerNotFound", false)]
    [InlineData(409, "TableBeingDeleted", false)]
    [InlineData(400, "InvalidInput", false)]
    [InlineData(500, null, false)]
    public void A_conflict_is_when_somebody_else_wrote_first(int status, string? code, bool isConflict) =>
        Assert.Equal(isConflict, new RequestFailedException(status, "", code, null).IsConflict());

    [Theory]
    [InlineData(0, null, true)]
    [InlineData(408, null, true)]
    [InlineData(429, null, true)]
    [InlineData(500, "InternalError", true)]
    [InlineData(503, "ServerBusy", true)]
    [InlineData(404, "TableNotFound", true)]
    [InlineData(409, "QueueBeingDeleted", true)]
    [InlineData(400, "InvalidInput", false)]
    [InlineData(403, "AuthenticationFailed", false)]
    [InlineData(404, "ResourceNotFound", false)]
    [InlineData(409, "EntityAlreadyExists", false)]
    [InlineData(412, "UpdateConditionNotSatisfied", false)]
    public void Storage_is_unavailable_when_trying_again_later_may_help(int status, string? code, bool isUnavailable)
    {
        var exception = new RequestFailedException(status, "", code, null);
        Assert.Equal(isUnavailable, StorageFaults.IsUnavailable(exception));
        Assert.Equal(isUnavailable, StorageFaults.IsUnavailable(new AggregateException(exception, new SocketException())));
    }

    [Fact]
    public void Other_exceptions_say_nothing_about_storage()
    {
        Assert.True(StorageFaults.IsUnavailable(new HttpRequestException()));
        Assert.False(StorageFaults.IsUnavailable(new InvalidOperationException()));
        Assert.False(StorageFaults.IsUnavailable(new AggregateException()));
        Assert.False(StorageFaults.IsUnavailable(new TaskCanceledException()));
    }

    /// <remarks>What the client throws when storage hangs: each of its tries ran into its own time limit.</remarks>
    [Fact]
    public void Storage_that_hangs_is_unavailable()
    {
        Assert.True(StorageFaults.IsUnavailable(new AggregateException(new TaskCanceledException(), new TaskCanceledException())));
        Assert.False(StorageFaults.IsUnavailable(new AggregateException(new TaskCanceledException(), new InvalidOperationException())));
    }

    [Fact]
    public async Task Storage_that_nobody_answers_for_is_unavailable()
    {
        var ports = AzuriteFixture.FreePorts(3);
        var storage = new StorageRequests().Connect(AzuriteFixture.Connection("nobody", ports[0], ports[1], ports[2]));
        Assert.True(StorageFaults.IsUnavailable(await Assert.ThrowsAnyAsync<Exception>(() => storage.Rounds.GetEntityAsync<TableEntity>("p", "r"))));
        Assert.True(StorageFaults.IsUnavailable(await Assert.ThrowsAnyAsync<Exception>(() => storage.TallyQueue.SendMessageAsync("m"))));
        Assert.True(StorageFaults.IsUnavailable(await Assert.ThrowsAnyAsync<Exception>(() => storage.Outbox.GetBlobClient("b").DownloadContentAsync())));
    }

    [Fact]
    public async Task Storage_that_is_not_set_up_yet_is_unavailable_and_no_conflict()
    {
        var storage = StorageSetup.Connect(azurite.NewAccount());
        var table = await Assert.ThrowsAsync<RequestFailedException>(() => storage.Rounds.AddEntityAsync(new TableEntity("p", "r")));
        var queue = await Assert.ThrowsAsync<RequestFailedException>(() => storage.TallyQueue.SendMessageAsync("m"));
        var blob = await Assert.ThrowsAsync<RequestFailedException>(() => storage.Outbox.GetBlobClient("b").DownloadContentAsync());
        Assert.All([table, queue, blob], exception => Assert.True(StorageFaults.IsUnavailable(exception) && !exception.IsConflict(), exception.ErrorCode));
    }

    [Fact]
    public async Task Storage_tells_of_conflicts_as_expected()
    {
        var (_, storage) = await azurite.NewStorageAsync();
        await storage.Rounds.AddEntityAsync(new TableEntity("p", "r"));
        var again = await Assert.ThrowsAsync<RequestFailedException>(() => storage.Rounds.AddEntityAsync(new TableEntity("p", "r")));
        var stale = await Assert.ThrowsAsync<RequestFailedException>(() => storage.Rounds.UpdateEntityAsync(new TableEntity("p", "r"), new ETag("W/\"datetime'2000-01-01T00%3A00%3A00.0000000Z'\"")));
        var gone = await Assert.ThrowsAsync<RequestFailedException>(() => storage.Rounds.UpdateEntityAsync(new TableEntity("p", "gone"), new ETag("W/\"datetime'2000-01-01T00%3A00%3A00.0000000Z'\"")));
        Assert.Equal([409, 412, 404], new[] { again, stale, gone }.Select(exception => exception.Status));
        Assert.All([again, stale, gone], exception => Assert.True(exception.IsConflict() && !StorageFaults.IsUnavailable(exception), exception.ErrorCode));
    }
}
