using SencoSurvey.Services.Responses;

namespace SencoSurvey.Services.Tallying;

/// <summary>A partition's responses may have changed. It may come twice, late or never: see <see cref="TallyService"/>.</summary>
public sealed record TallyMessage(string Round, string La, int Bucket)
{
    public static TallyMessage For(ResponsePartition partition) => new(partition.Round, partition.La, partition.Bucket);

    public ResponsePartition Partition() => new(Round, La, Bucket);
}
