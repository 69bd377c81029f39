using System.Text;

namespace SencoSurvey.Core.Populations;

/// <summary>
/// The encoding of a school register. GIAS writes Windows-1252 and does not say so. Whoever looks at the file in a spreadsheet and saves it again may well bring UTF-8,
/// which cannot be mistaken for the other: where Windows-1252 has a letter beyond ASCII, what stands around it is hardly ever valid UTF-8.
/// </summary>
internal static class RegisterEncoding
{
    /// <summary>With its byte order mark, so that a reader passes over one.</summary>
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="file">Is read to its end.</param>
    public static async Task<Encoding> DetectAsync(Stream file, CancellationToken cancel)
    {
        var decoder = Strict.GetDecoder();
        var (bytes, letters) = (new byte[64 * 1024], new char[64 * 1024]);
        try
        {
            for (int read; (read = await file.ReadAsync(bytes, cancel)) > 0;) decoder.GetChars(bytes.AsSpan(0, read), letters, flush: false);
            decoder.GetChars([], letters, flush: true);
            return Strict;
        }
        catch (DecoderFallbackException)
        {
            return Windows1252;
        }
    }
}
