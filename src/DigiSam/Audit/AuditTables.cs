using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Audit;

internal sealed class AuditEntryStandInTable : IEntityTypeConfiguration<AuditEntryStandIn>
{
    public void Configure(EntityTypeBuilder<AuditEntryStandIn> builder)
    {
        builder.HasKey(standIn => standIn.EntryId);
        builder.HasOne<AuditEntry>().WithOne().HasForeignKey<AuditEntryStandIn>(standIn => standIn.EntryId);
    }
}

internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(entry => entry.Role).HasMaxLength(40);
        builder.Property(entry => entry.Request).HasMaxLength(100);
        builder.HasIndex(entry => entry.At);
    }
}
