using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SencoSurvey.Services.Tests.Email;

/// <summary>
/// Answers on a loopback address as SendGrid's <c>POST /v3/mail/send</c> does: checks the request as its reference says, and answers 202, or why not, in its way.
/// https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send
/// </summary>
internal sealed class SendGridServer : IAsyncDisposable
{
    public const string ApiKey = "SG.a-key-for-tests";

    private static readonly string[] Fields = ["personalizations", "from", "subject", "content", "tracking_settings", "attachments", "headers"];

    /// <summary>Set by SendGrid itself; in small letters.</summary>
    private static readonly string[] ReservedHeaders = ["x-sg-id", "x-sg-eid", "received", "dkim-signature", "content-type", "content-transfer-encoding", "to", "from", "subject", "reply-to", "cc", "bcc"];

    private readonly WebApplication app;
    private readonly ConcurrentQueue<JsonElement> taken = new();

    private SendGridServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(async context => await (Answer ?? CheckAsync)(context));
    }

    public string Address => app.Urls.First();

    /// <summary>The mails that were taken.</summary>
    public IReadOnlyCollection<JsonElement> Taken => taken;

    /// <summary>Instead of what SendGrid would answer.</summary>
    public Func<HttpContext, Task>? Answer { get; set; }

    public static async Task<SendGridServer> StartAsync()
    {
        var server = new SendGridServer();
        await server.app.StartAsync();
        return server;
    }

    /// <summary>An error as SendGrid words it.</summary>
    public static async Task RefuseAsync(HttpContext context, int status, string message, string? field)
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(new { errors = new[] { new { message, field, help = (string?)null } } });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task CheckAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path != "/v3/mail/send") await RefuseAsync(context, 404, "not found", null);
        else if (request.Method != "POST") await RefuseAsync(context, 405, "method not allowed", null);
        else if (request.Headers.Authorization != $"Bearer {ApiKey}") await RefuseAsync(context, 401, "The provided authorization grant is invalid, expired, or revoked", null);
        else if (!request.HasJsonContentType()) await RefuseAsync(context, 415, "Content-Type should be application/json.", null);
        else
        {
            var mail = (await JsonDocument.ParseAsync(request.Body)).RootElement;
            if (Fault(mail) is var (field, message))
            {
                await RefuseAsync(context, 400, message, field);
                return;
            }

            taken.Enqueue(mail);
            context.Response.StatusCode = 202;
            context.Response.Headers["X-Message-Id"] = $"{Guid.NewGuid():N}";
        }
    }

    private static (string Field, string Message)? Fault(JsonElement mail)
    {
        if (mail.EnumerateObject().FirstOrDefault(field => !Fields.Contains(field.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown) return (unknown.Name, "Additional property is not allowed");
        if (!IsList(mail, "personalizations", out var people)) return ("personalizations", "The personalizations field is required and must have at least one personalization.");
        if (!people.All(person => IsList(person, "to", out var to) && to.All(IsPerson))) return ("personalizations.0.to.0.email", "Does not contain a valid address.");
        if (!mail.TryGetProperty("from", out var from) || !IsPerson(from)) return ("from.email", "The from email does not contain a valid address.");
        if (!IsText(mail, "subject") && !people.All(person => IsText(person, "subject"))) return ("subject", "The subject is required. You can get around this requirement if every personalization has a subject defined.");
        if (!IsList(mail, "content", out var content) || !content.All(part => IsText(part, "type") && IsText(part, "value"))) return ("content", "The content value must be a string at least one character in length.");
        if (mail.TryGetProperty("headers", out var headers) && headers.EnumerateObject().FirstOrDefault(header => ReservedHeaders.Contains(header.Name.ToLowerInvariant())) is { Value.ValueKind: not JsonValueKind.Undefined } reserved) return ($"headers.{reserved.Name}", "This header is reserved.");
        if (IsList(mail, "attachments", out var attachments) && !attachments.All(IsAttachment)) return ("attachments", "An attachment needs a filename, content in base64, and a type without a semicolon.");
        var types = content.Select(part => part.GetProperty("type").GetString()).ToList();
        return types is ["text/plain", "text/html"] or ["text/plain"] or ["text/html"] ? null : ("content", "If present, text/plain must be first, followed by text/html.");
    }

    private static bool IsList(JsonElement json, string name, out IReadOnlyList<JsonElement> items)
    {
        items = json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
        return items.Count > 0;
    }

    private static bool IsPerson(JsonElement json) => IsText(json, "email") && System.Net.Mail.MailAddress.TryCreate(json.GetProperty("email").GetString(), out _);

    private static bool IsAttachment(JsonElement json) =>
        IsText(json, "filename") && IsText(json, "type") && !json.GetProperty("type").GetString()!.Contains(';', StringComparison.Ordinal) && IsText(json, "content") && json.GetProperty("content").TryGetBytesFromBase64(out _);

    private static bool IsText(JsonElement json, string name) => json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String && text.GetString()!.Length > 0;
}
