using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigiSam.Requests;

/// <summary>
/// Text that may be used but never written, such as a password. In JSON (and so in the audit log), in texts and in the
/// debugger it is "***"; only <see cref="Reveal"/> gives it out.
/// </summary>
[JsonConverter(typeof(AsStars))]
[DebuggerDisplay(Stars)]
public sealed class Secret(string text)
{
    private const string Stars = "***";

    public string Reveal() => text;

    public override string ToString() => Stars;

    private sealed class AsStars : JsonConverter<Secret>
    {
        public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => writer.WriteStringValue(Stars);
    }
}
