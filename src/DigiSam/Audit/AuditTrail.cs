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

/// <summary>Appends audit entries to the transaction of what they tell.</summary>
public sealed class AuditTrail(DigiSamContext database, CurrentActor actor, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new FileAsHash(), new JsonStringEnumConverter() },
    };

    public void Record(object request) => Append(
        request.GetType().Name,
        actor.PersonId,
        actor.ActsAs?.ToString() ?? throw new InvalidOperationException("A command reached the audit trail unauthorised."),
        (request as IActsOn)?.Place.PlaceId,
        request);

    /// <summary>
    /// Appends what happened when someone tried to sign in. Of the person it holds nothing but the account's id; the actor
    /// is known only when they were let in, and acts as no role yet.
    /// </summary>
    internal void Record(SignInEvent what, Account account) => Append(
        what.ToString(),
        what == SignInEvent.SignedIn ? account.PersonId : Guid.Empty,
        AuditEntry.NoRole,
        place: null,
        new { AccountId = account.Id });

    private void Append(string what, Guid person, string role, Guid? place, object content)
    {
        var values = JsonSerializer.Serialize(content, content.GetType(), Json);
        var salt = RandomNumberGenerator.GetBytes(16);
        database.AuditEntries.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(),
            At = clock.GetUtcNow(),
            PersonId = person,
            Role = role,
            Request = what,
            PlaceId = place,
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
