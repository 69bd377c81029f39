namespace SencoSurvey.LocalHost;

/// <summary>Something about this machine that the person at it can mend: shown as one line, without a stack trace.</summary>
public sealed class LocalHostException(string message) : Exception(message);
