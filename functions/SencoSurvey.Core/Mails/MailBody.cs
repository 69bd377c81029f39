namespace SencoSurvey.Core.Mails;

/// <summary>What a mail says, ready to send.</summary>
public sealed record MailBody(string Subject, string Text, string Html);
