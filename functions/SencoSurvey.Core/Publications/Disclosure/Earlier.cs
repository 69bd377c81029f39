namespace SencoSurvey.Core.Publications.Disclosure;

/// <summary>What readers of earlier editions know, which the next one has to mind.</summary>
/// <param name="Standing">Of those scopes whose figures are as they were when somebody last saw them, the keys of what was shown: that stays, and all else stays hidden; but for details.</param>
/// <param name="Lagging">By scope, the keys of those figures that are as they were in at least one of its authorities, while others changed.</param>
/// <param name="Details">What was shown of details; null where nobody has seen any.</param>
public sealed record Earlier(
    IReadOnlyDictionary<string, IReadOnlySet<string>> Standing,
    IReadOnlyDictionary<string, IReadOnlySet<string>> Lagging,
    SeenDetails? Details)
{
    /// <summary>Nobody has seen anything.</summary>
    public static readonly Earlier None = new(new Dictionary<string, IReadOnlySet<string>>(), new Dictionary<string, IReadOnlySet<string>>(), Details: null);

    /// <returns>The keys of what stays shown in a scope, and nothing else; null where that is to be decided anew.</returns>
    internal IReadOnlySet<string>? StandingOf(string scope, bool details) => (details, Details) switch
    {
        (false, _) => Standing.GetValueOrDefault(scope),
        (true, { Tree: null }) => Details.Shown.GetValueOrDefault(scope) ?? new HashSet<string>(),
        (true, _) => null,
    };

    internal bool IsLagging(string scope, IReadOnlyList<string> figures) => Lagging.TryGetValue(scope, out var lagging) && lagging.Count > 0 && figures.Any(lagging.Contains);
}

/// <summary>
/// Details are figures of only some of those who answered: of groups, and of whom a question was put to. From one edition to the next too few come to most of them, and what is
/// shown of some and not of others cannot be followed through many editions. So they are published twice at the most: as somebody first sees them, and at the close.
/// </summary>
/// <param name="Shown">By scope, the keys of what was shown.</param>
/// <param name="Tree">Of which answers, with every authority by itself; null where the figures are not to change any more, or not yet: they are shown only in the scopes of <paramref name="Shown"/>, as they were.</param>
public sealed record SeenDetails(IReadOnlyDictionary<string, IReadOnlySet<string>> Shown, ScopeTree? Tree);
