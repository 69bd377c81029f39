using SencoSurvey.Services.Populations;
using SencoSurvey.Testing;

namespace SencoSurvey.Services.Tests.Populations;

internal static class Registering
{
    public static Task<RegisterResult> BringRegisterAsync(this TestSurvey survey, string round, IEnumerable<RegisterLine> lines) =>
        survey.Get<RegisterService>().ReplaceAsync(round, new MemoryStream(SyntheticRegister.File(lines)), CancellationToken.None);
}
