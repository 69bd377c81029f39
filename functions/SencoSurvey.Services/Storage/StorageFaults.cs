using System.Net.Sockets;
using Azure;

namespace SencoSurvey.Services.Storage;

/// <summary>What an exception from a storage client means.</summary>
public static class StorageFaults
{
    /// <summary>Somebody else wrote first: the row exists, is gone, or has changed since it was read.</summary>
    public static bool IsConflict(this RequestFailedException exception) => exception.Status is 404 or 409 or 412 && !IsMissingResource(exception);

    /// <summary>Storage is away, overloaded, or not set up yet: worth trying again later.</summary>
    public static bool IsUnavailable(Exception exception) => exception switch
    {
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500 || IsMissingResource(failed),
        // A try that took too long ends as a cancellation of its own; one that a caller asked for is never among several.
        AggregateException { InnerExceptions.Count: > 0 } several => several.InnerExceptions.All(inner => inner is OperationCanceledException || IsUnavailable(inner)),
        HttpRequestException or SocketException => true,
        _ => false,
    };

    private static bool IsMissingResource(RequestFailedException exception) =>
        exception.ErrorCode is "TableNotFound" or "QueueNotFound" or "ContainerNotFound" or "TableBeingDeleted" or "QueueBeingDeleted" or "ContainerBeingDeleted";
}
