using SencoSurvey.Core.Publications.Disclosure;
using SencoSurvey.Core.Tallies;

namespace SencoSurvey.Core.Publications;

/// <summary>Whether a whole will be published, said before its parts are, by the same policy: a part may stand beside the rest of its whole only if the whole is published with it.</summary>
/// <param name="last">What was last published of each scope, by its id.</param>
/// <param name="final">Whether the round has closed.</param>
public sealed class PublicationForecast(IReadOnlyDictionary<string, LastPublication> last, bool final, int minimumBase)
{
    /// <summary>Whether the scope will be published, once its parts have been as far as they may be.</summary>
    public bool Includes(ScopeTree scope) =>
        PublicationPolicy.MayPublish(scope.Tally.Responses, TallyJson.Hash(scope.Tally), last.GetValueOrDefault(scope.Scope.Id), scope.Parts.Sum(Outside), final, minimumBase);

    /// <summary>How many of its responses will be in no publication of itself, nor of its parts where it has none.</summary>
    private long Outside(ScopeTree scope) =>
        Includes(scope) ? 0
        : Remaining(scope) is { } published ? scope.Tally.Responses - published.Responses
        : scope.Parts.Count == 0 ? scope.Tally.Responses
        : scope.Parts.Sum(Outside);

    private LastPublication? Remaining(ScopeTree scope) =>
        last.GetValueOrDefault(scope.Scope.Id) is { } published && !PublicationPolicy.MustWithdraw(scope.Tally.Responses, published, final, minimumBase) ? published : null;
}
