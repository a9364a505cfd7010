using System.Text;
using System.Text.Json;

namespace DigiSam.Workflows.Definitions;

/// <summary>A JSON value that knows its line, counted from 1. Objects keep doubled keys, so that they can be refused.</summary>
internal sealed record LocatedJson(JsonTokenType Type, int Line, string Text)
{
    /// <summary>The members of an object, in the order of the file.</summary>
    public IReadOnlyList<LocatedMember> Members { get; private init; } = [];

    /// <summary>The elements of an array.</summary>
    public IReadOnlyList<LocatedJson> Items { get; private init; } = [];

    /// <summary>Reads the whole text; throws <see cref="JsonException"/> with its line when it is not JSON.</summary>
    public static LocatedJson Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var lines = new LineCounter(utf8);
        reader.Read();
        var root = Value(ref reader, ref lines);
        reader.Read();
        return root;
    }

    /// <summary>Reads a file's bytes, with or without a byte order mark.</summary>
    public static LocatedJson ParseFile(ReadOnlySpan<byte> bytes) =>
        Parse(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);

    private static LocatedJson Value(ref Utf8JsonReader reader, ref LineCounter lines)
    {
        var line = lines.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<LocatedMember>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var at = lines.At(reader.TokenStartIndex);
                    var name = String(ref reader, at);
                    reader.Read();
                    members.Add(new LocatedMember(name, at, Value(ref reader, ref lines)));
                }

                return new LocatedJson(JsonTokenType.StartObject, line, "") { Members = members };
            case JsonTokenType.StartArray:
                var items = new List<LocatedJson>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Value(ref reader, ref lines));
                return new LocatedJson(JsonTokenType.StartArray, line, "") { Items = items };
            case JsonTokenType.String:
                return new LocatedJson(JsonTokenType.String, line, String(ref reader, line));
            default:
                return new LocatedJson(reader.TokenType, line, Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    // Half a surrogate pair and broken UTF-8 pass the tokenizer and are found first when the text is asked for.
    private static string String(ref Utf8JsonReader reader, int line)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("Not a text.", path: null, line - 1, bytePositionInLine: null, exception);
        }
    }

    private ref struct LineCounter(ReadOnlySpan<byte> utf8)
    {
        private readonly ReadOnlySpan<byte> bytes = utf8;
        private int counted;
        private int line = 1;

        public int At(long index)
        {
            line += bytes[counted..(int)index].Count((byte)'\n');
            counted = (int)index;
            return line;
        }
    }
}

/// <summary>A key with the line it stands on, and its value.</summary>
internal sealed record LocatedMember(string Name, int Line, LocatedJson Value);
