using SencoSurvey.Core.Publications;
using SencoSurvey.Core.Publications.Editions;

namespace SencoSurvey.Services.Publishing;

/// <summary>A publication as it was read, with what its edition says of it.</summary>
/// <param name="HasDetails">Whether its details may go out: see <see cref="SencoSurvey.Core.Publications.Disclosure.SeenDetails"/>. It still has them where they may not.</param>
public sealed record FoundPublication(PublishedScope Scope, Publication Publication, bool HasDetails);
