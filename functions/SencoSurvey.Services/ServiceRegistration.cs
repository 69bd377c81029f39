using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SencoSurvey.Core.Questionnaires;
using SencoSurvey.Services.Deliveries;
using SencoSurvey.Services.Drafts;
using SencoSurvey.Services.Email;
using SencoSurvey.Services.Health;
using SencoSurvey.Services.Invitations;
using SencoSurvey.Services.Journeys;
using SencoSurvey.Services.Links;
using SencoSurvey.Services.Populations;
using SencoSurvey.Services.Publishing;
using SencoSurvey.Services.Rebuilding;
using SencoSurvey.Services.Recipients;
using SencoSurvey.Services.Responses;
using SencoSurvey.Services.Rounds;
using SencoSurvey.Services.Storage;
using SencoSurvey.Services.Tallying;

namespace SencoSurvey.Services;

/// <summary>All services, the same in both heads.</summary>
public static class ServiceRegistration
{
    public static IServiceCollection AddSencoSurvey(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSurveyStorage();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<UkClock>();
        services.AddSingleton<IQuestionnaires>(QuestionnaireLibrary.Load());
        services.AddSingleton<RoundStore>().AddSingleton<RoundService>();
        services.AddSingleton<InvitationStore>().AddSingleton<InvitationService>().AddSingleton<InvitationCsv>();
        services.AddSingleton<RegisterStore>().AddSingleton<RegisterService>().AddSingleton<InvitedCountStore>().AddSingleton<PopulationService>().AddSingleton<ResponseRateService>();
        services.AddSingleton<ResponseAccess>();
        services.AddSingleton<ResponseLocator>().AddSingleton<ResponseStore>().AddSingleton<SchoolTokens>().AddSingleton<ResponseService>().AddSingleton<ImportService>();
        services.AddSingleton<DraftStore>().AddSingleton<PurgeService>().AddSingleton<JourneyService>().AddTransient<ReturnLinkService>();
        services.AddSingleton<TallyStore>().AddSingleton<SchoolPairs>().AddSingleton<TallyService>();
        services.AddSingleton<EditionStore>().AddSingleton<ReleasedTallyStore>().AddSingleton<PublicationStore>().AddSingleton<PublishService>().AddSingleton<PublishTurns>().AddSingleton<StatisticsService>();
        services.AddSingleton<RebuildService>();
        services.AddSingleton<RecipientService>().AddSingleton<StopService>();
        services.AddSingleton<DeliveryStore>().AddSingleton<DeliveryService>().AddSingleton<ReportScheduler>().AddSingleton<ReportMailSources>().AddSingleton<ReportMailWriter>().AddSingleton<ReportSender>();
        services.AddSingleton<LinkSigner>().AddSingleton<StopLink>().AddSingleton<HealthService>();

        // A second for a tally and five for a publication: long enough for a burst of answers to melt into one of each.
        services.AddQueue<TallyMessage>(storage => storage.TallyQueue, TimeSpan.FromSeconds(1));
        services.AddQueue<PublishMessage>(storage => storage.PublishQueue, TimeSpan.FromSeconds(5));
        services.AddQueue<DeliverMessage>(storage => storage.DeliverQueue, TimeSpan.Zero);

        services.AddSettings<KeyOptions>(configuration, KeyOptions.Section);
        services.AddSettings<LinkOptions>(configuration, LinkOptions.Section);
        services.AddSettings<SiteOptions>(configuration, SiteOptions.Section);
        services.AddSettings<DraftOptions>(configuration, DraftOptions.Section);
        services.AddSettings<EmailOptions>(configuration, EmailOptions.Section);
        services.AddSettings<SendGridOptions>(configuration, SendGridOptions.Section);
        services.AddHttpClient<SendGridSender>(client => client.Timeout = TimeSpan.FromSeconds(30));
        services.AddSingleton<Outbox>();
        services.AddTransient<IEmailSender>(provider =>
            provider.GetRequiredService<IOptions<SendGridOptions>>().Value.ApiKey is { Length: > 0 }
                ? provider.GetRequiredService<SendGridSender>()
                : provider.GetRequiredService<Outbox>());
        return services;
    }

    private static void AddQueue<T>(this IServiceCollection services, Func<SurveyStorage, Azure.Storage.Queues.QueueClient> queue, TimeSpan delay)
        where T : notnull =>
        services.AddSingleton(provider => new MessageQueue<T>(queue(provider.GetRequiredService<SurveyStorage>()), delay, provider.GetRequiredService<TimeProvider>()));

    private static void AddSettings<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class =>
        services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
}
