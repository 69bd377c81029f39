using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SencoSurvey.Services.Storage;

/// <summary>
/// Makes the clients from the setting <c>SurveyStorage</c>: a connection string locally; in Azure the section with <c>tableServiceUri</c>,
/// <c>queueServiceUri</c> and <c>blobServiceUri</c>, reached with a managed identity. The names are the Functions host's own, so that its queue trigger reads the same.
/// </summary>
public static class StorageSetup
{
    public const string Setting = "SurveyStorage";

    public static IServiceCollection AddSurveyStorage(this IServiceCollection services) =>
        services.AddSingleton(provider => Connect(provider.GetRequiredService<IConfiguration>()));

    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public static SurveyStorage Connect(IConfiguration configuration)
    {
        var section = configuration.GetSection(Setting);
        if (section.Value is { Length: > 0 } connection) return Connect(connection);
        var credential = Credential(section["clientId"]);
        return new SurveyStorage(
            new TableServiceClient(Address("tableServiceUri"), credential, TableOptions()),
            new QueueServiceClient(Address("queueServiceUri"), credential, QueueOptions()),
            new BlobServiceClient(Address("blobServiceUri"), credential, BlobOptions()));

        Uri Address(string name) => new(section[name] ?? throw new InvalidOperationException($"The setting {Setting} is missing: give a connection string, or {Setting}:{name}."));
    }

    public static SurveyStorage Connect(string connection) =>
        new(new TableServiceClient(connection, TableOptions()), new QueueServiceClient(connection, QueueOptions()), new BlobServiceClient(connection, BlobOptions()));

    /// <summary>Plain JSON in messages, as <c>messageEncoding</c> in host.json says: with two different ideas of it, messages go silently to poison.</summary>
    public static QueueClientOptions QueueOptions() => Patient(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });

    public static BlobClientOptions BlobOptions() => Patient(new BlobClientOptions());

    private static TableClientOptions TableOptions() => Patient(new TableClientOptions());

    private static TokenCredential Credential(string? clientId) =>
        clientId is { Length: > 0 } ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId)) : new DefaultAzureCredential();

    /// <summary>A hiccup is ridden out; a SENCO is not kept waiting for storage that is gone.</summary>
    private static T Patient<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(100);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return options;
    }
}
