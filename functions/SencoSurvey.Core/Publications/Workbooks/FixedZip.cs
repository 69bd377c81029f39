using System.IO.Compression;

namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>A ZIP file without the time at which it was made, which would make every one different.</summary>
internal static class FixedZip
{
    /// <summary>The earliest that the format knows.</summary>
    private static readonly DateTimeOffset Moment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(byte[] zip)
    {
        using var result = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries) Copy(entry, to);
        }

        return result.ToArray();
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive to)
    {
        var copy = to.CreateEntry(entry.FullName);
        copy.LastWriteTime = Moment;
        using var source = entry.Open();
        using var target = copy.Open();
        source.CopyTo(target);
    }
}
