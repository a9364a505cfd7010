namespace DigiSam.Audit;

/// <summary>
/// In whose stead something was done, where it was in another's. A row of its own: what every entry has stays as it was in the first
/// version, so that a backup can be noted in a database that is still to be upgraded.
/// </summary>
public sealed class AuditEntryStandIn
{
    public required Guid EntryId { get; init; }

    /// <summary>The one who was away.</summary>
    public required Guid InsteadOf { get; init; }
}
