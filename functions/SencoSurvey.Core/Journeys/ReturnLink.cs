using SencoSurvey.Core.Mails;

namespace SencoSurvey.Core.Journeys;

/// <summary>What a SENCO needs to come back to the answers.</summary>
/// <param name="Survey">The round's title.</param>
/// <param name="Link">Opens the answers for whoever holds it.</param>
/// <param name="ClosesOn">The last day on which they can be changed.</param>
/// <param name="KeepDays">How long a draft is kept untouched.</param>
public sealed record ReturnLink(string Survey, Uri Link, DateOnly ClosesOn, int KeepDays);

/// <summary>Writes the link as an email to oneself.</summary>
public interface IReturnLinkMailRenderer
{
    Task<MailBody> RenderAsync(ReturnLink link);
}
