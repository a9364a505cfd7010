using DigiSam.Access;
using DigiSam.ReportForms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.AnnualReports.Checking;

/// <summary>
/// That someone lets a finding stand, with the reason, or takes that back (no reason). It holds for the very sentence and figure:
/// only a hash of them is kept. Only ever added: the highest number holds.
/// </summary>
public sealed class AcceptedFinding
{
    public const int LongestReason = 2000;

    private AcceptedFinding()
    {
    }

    internal AcceptedFinding(Guid id, Guid reportId, string findingKey, int number, string rule, string sectionKey, string? reason, Guid personId, DateTimeOffset at)
    {
        Id = id;
        ReportId = reportId;
        FindingKey = findingKey;
        Number = number;
        Rule = rule;
        SectionKey = sectionKey;
        Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid ReportId { get; private init; }

    /// <summary>See <see cref="Finding.Key"/>.</summary>
    public string FindingKey { get; private init; } = "";

    /// <summary>1 for the first word on this finding, then one more each time.</summary>
    public int Number { get; private init; }

    public string Rule { get; private init; } = "";

    public string SectionKey { get; private init; } = "";

    /// <summary>Null when it is taken back.</summary>
    public string? Reason { get; private init; }

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}

internal sealed class AcceptedFindingTable : IEntityTypeConfiguration<AcceptedFinding>
{
    private const int LongestRule = 60;

    public void Configure(EntityTypeBuilder<AcceptedFinding> builder)
    {
        builder.Property(accepted => accepted.Id).ValueGeneratedNever();
        builder.Property(accepted => accepted.FindingKey).HasMaxLength(Finding.KeyLength);
        builder.Property(accepted => accepted.Rule).HasMaxLength(LongestRule);
        builder.Property(accepted => accepted.SectionKey).HasMaxLength(FormSection.LongestKey);
        builder.Property(accepted => accepted.Reason).HasMaxLength(AcceptedFinding.LongestReason);
        builder.HasIndex(accepted => new { accepted.ReportId, accepted.FindingKey, accepted.Number }).IsUnique();
        builder.HasOne<AnnualReport>().WithMany().HasForeignKey(accepted => accepted.ReportId);
        builder.HasOne<Person>().WithMany().HasForeignKey(accepted => accepted.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
