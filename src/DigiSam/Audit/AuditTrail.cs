using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DigiSam.Access;
using DigiSam.Language;
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

    public void Record(object request)
    {
        var role = actor.ActsAs?.ToString() ?? throw new InvalidOperationException("A command reached the audit trail unauthorised.");
        var place = (request as IActsOn)?.Place.PlaceId;
        if (request is IMayBeAnonymous { Anonymous: true })
            Append(request.GetType().Name, Guid.Empty, AuditEntry.NoRole, place, new { Anonymous = true }, SwedishDate.DayAlone(clock));
        else
            Append(request.GetType().Name, actor.PersonId, role, place, request, clock.GetUtcNow());
    }

    /// <summary>
    /// Appends what happened when someone tried to sign in. Of the person it holds nothing but the account's id; the actor
    /// is known only when they were let in, and acts as no role yet.
    /// </summary>
    internal void Record(SignInEvent what, Account account) => Append(
        what.ToString(),
        what == SignInEvent.SignedIn ? account.PersonId : Guid.Empty,
        AuditEntry.NoRole,
        place: null,
        new { AccountId = account.Id },
        clock.GetUtcNow());

    private void Append(string what, Guid person, string role, Guid? place, object content, DateTimeOffset at)
    {
        var values = JsonSerializer.Serialize(content, content.GetType(), Json);
        var salt = RandomNumberGenerator.GetBytes(16);
        var entry = new AuditEntry
        {
            Id = Guid.CreateVersion7(at),
            At = at,
            PersonId = person,
            Role = role,
            Request = what,
            PlaceId = place,
            Values = values,
            Salt = salt,
            Hash = SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(values)]),
        };
        database.AuditEntries.Add(entry);
        if (person == actor.PersonId && role != AuditEntry.NoRole && actor.InsteadOf is { } other)
            database.Add(new AuditEntryStandIn { EntryId = entry.Id, InsteadOf = other });
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
