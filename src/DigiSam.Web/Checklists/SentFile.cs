using DigiSam.Checklists.Life;

namespace DigiSam.Web.Checklists;

/// <summary>A file that a form sent.</summary>
internal static class SentFile
{
    /// <summary>The field of forms that send a file.</summary>
    public const string Field = "fil";

    /// <summary>
    /// The bytes; none when no file was chosen. Of one that is too large no more is read than shows that it is: the request refuses it.
    /// </summary>
    public static async Task<byte[]> Read(HttpContext http)
    {
        if (!http.Request.HasFormContentType || (await http.Request.ReadFormAsync()).Files.GetFile(Field) is not { } file)
            return [];
        await using var stream = file.OpenReadStream();
        var content = new byte[Math.Min(file.Length, StartDraft.LongestFile + 1)];
        await stream.ReadExactlyAsync(content);
        return content;
    }
}
