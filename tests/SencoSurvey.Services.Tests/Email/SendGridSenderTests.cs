using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using SencoSurvey.Services.Email;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Email;

/// <summary>The real client against a server that answers as SendGrid does.</summary>
public sealed class SendGridSenderTests
{
    private static readonly Mail Mail = new("officer@example.org", "Ana O’Ficer", "SENCO time: report", "Plain – text", "<p>Hyper text</p>");

    [Fact]
    public async Task A_mail_is_taken_as_it_was_written()
    {
        await using var server = await SendGridServer.StartAsync();
        Assert.True((await SendAsync(server)).IsTaken);

        var sent = Assert.Single(server.Taken);
        var person = Assert.Single(sent.GetProperty("personalizations").EnumerateArray());
        var to = Assert.Single(person.GetProperty("to").EnumerateArray());
        Assert.Equal(("officer@example.org", "Ana O’Ficer"), (to.GetProperty("email").GetString(), to.GetProperty("name").GetString()));
        Assert.Equal(("survey@example.org", "SencoSurvey"), (sent.GetProperty("from").GetProperty("email").GetString(), sent.GetProperty("from").GetProperty("name").GetString()));
        Assert.Equal("SENCO time: report", person.GetProperty("subject").GetString());
        Assert.Equal([("text/plain", "Plain – text"), ("text/html", "<p>Hyper text</p>")], sent.GetProperty("content").EnumerateArray().Select(part => (part.GetProperty("type").GetString()!, part.GetProperty("value").GetString()!)));
    }

    [Fact]
    public async Task Nobody_is_told_who_reads_what()
    {
        await using var server = await SendGridServer.StartAsync();
        await SendAsync(server);
        var tracking = Assert.Single(server.Taken).GetProperty("tracking_settings");
        Assert.False(tracking.GetProperty("click_tracking").GetProperty("enable").GetBoolean());
        Assert.False(tracking.GetProperty("click_tracking").GetProperty("enable_text").GetBoolean());
        Assert.False(tracking.GetProperty("open_tracking").GetProperty("enable").GetBoolean());
        Assert.False(tracking.GetProperty("subscription_tracking").GetProperty("enable").GetBoolean());
    }

    [Fact]
    public async Task What_is_attached_and_headers_of_ones_own_go_along()
    {
        await using var server = await SendGridServer.StartAsync();
        var headers = new Dictionary<string, string> { ["List-Unsubscribe"] = "<https://survey.example/stop/a?signature=b>", ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click" };
        var content = new byte[] { 0, 255, 13, 10, 0xC3, 0xA9 };
        Assert.True((await SendAsync(server, mail: Mail with { Headers = headers, Attachments = [new MailAttachment("table.csv", "text/csv", BinaryData.FromBytes(content))] })).IsTaken);

        var sent = Assert.Single(server.Taken);
        Assert.Equal(headers, sent.GetProperty("headers").EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!));
        var attachment = Assert.Single(sent.GetProperty("attachments").EnumerateArray());
        Assert.Equal(("table.csv", "text/csv", "attachment"), (attachment.GetProperty("filename").GetString(), attachment.GetProperty("type").GetString(), attachment.GetProperty("disposition").GetString()));
        Assert.Equal(content, attachment.GetProperty("content").GetBytesFromBase64());
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("Mon, 05 Oct 2026 09:02:00 GMT", 120)]
    [InlineData("Mon, 05 Oct 2026 08:00:00 GMT", -3600)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task How_long_SendGrid_asks_to_wait_is_passed_on(string? header, int? seconds)
    {
        await using var server = await SendGridServer.StartAsync();
        server.Answer = context =>
        {
            if (header is not null) context.Response.Headers.RetryAfter = header;
            return SendGridServer.RefuseAsync(context, 429, "too many requests", null);
        };
        var exception = await Assert.ThrowsAsync<EmailNotTakenException>(() => SendAsync(server));
        Assert.Equal(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value), exception.RetryAfter);
    }

    [Fact]
    public async Task What_SendGrid_objects_to_is_refused_for_good_with_the_field_and_without_the_address()
    {
        await using var server = await SendGridServer.StartAsync();
        server.Answer = context => SendGridServer.RefuseAsync(context, 400, "The address officer@example.org of Ana O’Ficer is on hold.", "personalizations.0.to.0.email");
        Assert.Equal("SendGrid answered 400 about personalizations.0.to.0.email", (await SendAsync(server)).Reason);
    }

    [Fact]
    public async Task SendGrid_itself_finds_a_missing_subject()
    {
        await using var server = await SendGridServer.StartAsync();
        Assert.Equal("SendGrid answered 400 about subject", (await SendAsync(server, mail: Mail with { Subject = "" })).Reason);
        Assert.Empty(server.Taken);
    }

    [Theory]
    [InlineData(400, "<p>officer@example.org?</p>")]
    [InlineData(400, "{}")]
    [InlineData(400, """{"errors":[7]}""")]
    [InlineData(413, "")]
    public async Task A_refusal_in_other_words_is_one_all_the_same(int status, string body)
    {
        await using var server = await SendGridServer.StartAsync();
        server.Answer = async context =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body);
        };
        Assert.Equal($"SendGrid answered {status}", (await SendAsync(server)).Reason);
    }

    [Theory]
    [InlineData(401, "SendGrid answered 401: check the setting SendGrid:ApiKey and the sender's verification.")]
    [InlineData(403, "SendGrid answered 403: check the setting SendGrid:ApiKey and the sender's verification.")]
    [InlineData(429, "SendGrid answered 429.")]
    [InlineData(500, "SendGrid answered 500.")]
    [InlineData(503, "SendGrid answered 503.")]
    public async Task What_SendGrid_did_not_take_may_be_tried_again(int status, string reason)
    {
        await using var server = await SendGridServer.StartAsync();
        server.Answer = context => SendGridServer.RefuseAsync(context, status, "officer@example.org", null);
        Assert.Equal(reason, (await Assert.ThrowsAsync<EmailNotTakenException>(() => SendAsync(server))).Message);
    }

    [Fact]
    public async Task A_wrong_key_is_found_out_and_the_mail_may_be_tried_again()
    {
        await using var server = await SendGridServer.StartAsync();
        await Assert.ThrowsAsync<EmailNotTakenException>(() => SendAsync(server, key: "SG.another"));
        Assert.Empty(server.Taken);
        Assert.True((await SendAsync(server)).IsTaken);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_taken()
    {
        var port = AzuriteFixture.FreePorts(1)[0];
        await Assert.ThrowsAsync<EmailNotTakenException>(() => SendAsync($"http://127.0.0.1:{port}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task When_the_connection_breaks_before_the_answer_is_whole_it_is_in_doubt(bool hasBegun)
    {
        await using var server = await SendGridServer.StartAsync();
        server.Answer = async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            if (hasBegun)
            {
                context.Response.StatusCode = 202;
                context.Response.ContentLength = 100;
                await context.Response.WriteAsync("half");
                await context.Response.Body.FlushAsync();
            }

            context.Abort();
        };
        await Assert.ThrowsAsync<EmailInDoubtException>(() => SendAsync(server));
    }

    [Fact]
    public async Task When_no_answer_comes_in_time_it_is_in_doubt()
    {
        await using var server = await SendGridServer.StartAsync();
        server.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        await Assert.ThrowsAsync<EmailInDoubtException>(() => SendAsync(server.Address, patience: TimeSpan.FromMilliseconds(300)));
    }

    private static Task<SendResult> SendAsync(SendGridServer server, string key = SendGridServer.ApiKey, Mail? mail = null) => SendAsync(server.Address, key, mail);

    private static async Task<SendResult> SendAsync(string address, string key = SendGridServer.ApiKey, Mail? mail = null, TimeSpan? patience = null)
    {
        var settings = new Dictionary<string, string?> { ["SendGrid:ApiKey"] = key, ["SendGrid:Host"] = address };
        await using var services = TestSurvey.Build("UseDevelopmentStorage=true", settings, collection =>
        {
            collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(TestSurvey.Start)));
            if (patience is { } timeout) collection.AddHttpClient<SendGridSender>(client => client.Timeout = timeout);
        });
        return await services.GetRequiredService<IEmailSender>().SendAsync(mail ?? Mail, CancellationToken.None);
    }
}
