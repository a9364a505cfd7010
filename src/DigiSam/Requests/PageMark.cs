using System.Buffers.Text;
using System.Text.Json;

namespace DigiSam.Requests;

/// <summary>
/// Where a page begins: behind the row with this key, or before it when we go backwards. <paramref name="Number"/> is the
/// number of the row it begins with, or of the row that follows it when we go backwards.
/// </summary>
internal sealed record PageMark(IReadOnlyList<object?> Key, bool Backwards, int Number)
{
    private const int Longest = 2000;

    private const int Furthest = 1_000_000_000;

    /// <summary>The number of the page's first row.</summary>
    public int FirstOn(int size) => Math.Max(1, Backwards ? Number - size : Number);

    /// <summary>As it stands in an address.</summary>
    public string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Written([.. Key.Select(value => JsonSerializer.SerializeToElement(value))], Backwards, Number)));

    /// <summary>Reads what an address holds; null when it is no mark with keys of these types.</summary>
    public static PageMark? Read(string? text, IReadOnlyList<Type> types)
    {
        if (text is not { Length: > 0 and < Longest })
            return null;
        try
        {
            var written = JsonSerializer.Deserialize<Written>(Base64Url.DecodeFromChars(text));
            return written is { K: { } key, N: > 0 and < Furthest } && key.Count == types.Count
                ? new PageMark([.. key.Zip(types, (value, type) => value.Deserialize(type) ?? throw new JsonException())], written.B, written.N)
                : null;
        }
        catch (Exception strange) when (strange is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Written(IReadOnlyList<JsonElement> K, bool B, int N);
}
