using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;

namespace DigiSam.Audit;

/// <summary>Appends the audit entry of a command to its transaction.</summary>
public sealed class AuditTrail(DigiSamContext database, CurrentActor actor, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new FileAsHash(), new JsonStringEnumConverter() },
    };

    public void Record(object request)
    {
        var values = JsonSerializer.Serialize(request, request.GetType(), Json);
        var salt = RandomNumberGenerator.GetBytes(16);
        database.AuditEntries.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(),
            At = clock.GetUtcNow(),
            PersonId = actor.PersonId,
            Role = actor.ActsAs?.ToString() ?? throw new InvalidOperationException("A command reached the audit trail unauthorised."),
            Request = request.GetType().Name,
            PlaceId = (request as IActsOn)?.Place.PlaceId,
            Values = values,
            Salt = salt,
            Hash = SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(values)]),
        });
    }

    /// <summary>A file's bytes are written as their SHA-256: the log proves which file it was and holds none of it.</summary>
    private sealed class FileAsHash : JsonConverter<byte[]>
    {
        public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Convert.ToHexStringLower(SHA256.HashData(value)));
    }
}
