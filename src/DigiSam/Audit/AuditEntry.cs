namespace DigiSam.Audit;

/// <summary>
/// Who did what, where and as what, appended in the transaction of the change itself. <see cref="Hash"/> is taken over
/// <see cref="Salt"/> and <see cref="Values"/>, so that the values can be redacted later while the hash still stands.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>The role of an entry about signing in, when there is none yet, and of what was done anonymously.</summary>
    public const string NoRole = "None";

    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Who acted; <see cref="Guid.Empty"/> when that is not known, as after a refused sign-in, or was not to be.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The role the act was done as.</summary>
    public required string Role { get; init; }

    /// <summary>The request's name, or what happened at a sign-in.</summary>
    public required string Request { get; init; }

    public Guid? PlaceId { get; init; }

    /// <summary>The request's values as JSON, files by name and hash, secrets as stars; null when redacted.</summary>
    public string? Values { get; init; }

    public required byte[] Salt { get; init; }

    /// <summary>SHA-256 over salt and values.</summary>
    public required byte[] Hash { get; init; }
}
