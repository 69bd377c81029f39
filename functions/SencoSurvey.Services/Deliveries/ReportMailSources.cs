using SencoSurvey.Core.Geography;
using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Reports.Mails;
using SencoSurvey.Core.Rounds;
using SencoSurvey.Services.Populations;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Recipients;
using SencoSurvey.Services.Rounds;

namespace SencoSurvey.Services.Deliveries;

/// <summary>Collects what a recipient's mail is written from besides the publication: what they were sent last, and by their role the schools or the checklist.</summary>
public sealed class ReportMailSources(RoundService rounds, PublicationStore publications, DeliveryStore deliveries, PopulationService populations)
{
    /// <exception cref="InvalidDataException">The school register has to be brought again: see <see cref="PopulationService"/>.</exception>
    public async Task<ReportMailSource> CollectAsync(Round round, Scope scope, string recipient, RecipientRole role, Publication publication, CancellationToken cancel)
    {
        var lastSent = (await deliveries.LastSentAsync(round.Id, recipient, cancel))?.Publication is { } name ? await publications.FindByNameAsync(round, name, cancel) : null;
        if (lastSent is { Final: false }) lastSent = WithoutDetails.Of(lastSent, rounds.QuestionnaireOf(round)); // Perhaps it was sent without.
        if (role == RecipientRole.Leader) return new ReportMailSource(publication, ReportReader.Leader, lastSent, Checklist: rounds.QuestionnaireOf(round).Checklist);
        var schools = (await populations.FindAsync(round, cancel))?.In(scope);
        return new ReportMailSource(publication, ReportReader.Officer, lastSent, schools, round.Definition.Access == Access.Invited);
    }
}
