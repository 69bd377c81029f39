namespace SencoSurvey.Core.Populations;

/// <summary>What a school register says.</summary>
/// <param name="Warnings">Sentences for the coordinator, about what may be wrong with the file or is not known here.</param>
public sealed record RegisterReading(SchoolCounts Counts, LeftOut LeftOut, IReadOnlyList<string> Warnings);

/// <summary>How many establishments of the register were not counted, each for the first of these reasons.</summary>
/// <param name="Closed">Are closed.</param>
/// <param name="NotOpen">Have not opened yet, or are in a state that is not known here.</param>
/// <param name="NoSchool">Are no schools, or schools outside England: children's centres, universities, Welsh schools, schools overseas.</param>
/// <param name="UnknownAuthority">Lie in no local authority that is known here.</param>
/// <param name="UnknownKind">Neither phase nor type says which kind of school it is.</param>
public sealed record LeftOut(long Closed, long NotOpen, long NoSchool, long UnknownAuthority, long UnknownKind);
