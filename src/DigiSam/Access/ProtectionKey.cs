namespace DigiSam.Access;

/// <summary>
/// A key that the web host protects sign-in cookies with, as the XML that the framework wrote. Kept with the other rows so
/// that a restart signs nobody out; whoever can read the database could make themselves a cookie.
/// </summary>
public sealed class ProtectionKey
{
    public Guid Id { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>The framework's name for the key, with its id.</summary>
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
