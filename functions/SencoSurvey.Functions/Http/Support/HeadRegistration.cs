using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SencoSurvey.Core.Journeys;
using SencoSurvey.Core.Reports.Mails;
using SencoSurvey.Functions.Http.Survey.Support;
using SencoSurvey.Services;
using SencoSurvey.Web.Emails;

namespace SencoSurvey.Functions.Http.Support;

/// <summary>What both heads register.</summary>
public static class HeadRegistration
{
    public static IServiceCollection AddHead(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSencoSurvey(configuration);
        services.AddSingleton<ReadAccess>();
        services.AddProblemDetails();
        services.AddRazorComponents();
        services.AddSingleton<IReportMailRenderer, ReportMailRenderer>().AddSingleton<IReturnLinkMailRenderer, ReturnLinkMailRenderer>();
        services.AddSurveyProtection();
        services.AddSingleton<ResponseTickets>().AddSingleton<SurveyForms>().AddSingleton<SurveyVisits>();
        services.AddTransient<SurveyStart>().AddTransient<SurveyQuestions>().AddTransient<SurveyOverview>().AddTransient<SurveySent>().AddTransient<SurveyReturn>();
        return services;
    }
}
