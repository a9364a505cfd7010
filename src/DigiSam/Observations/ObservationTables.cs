using DigiSam.Access;
using DigiSam.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Observations;

internal sealed class ObservationTable : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.Property(observation => observation.Id).ValueGeneratedNever();
        builder.Property(observation => observation.Text).HasMaxLength(Observation.LongestText);
        builder.Property(observation => observation.Spot).HasMaxLength(Observation.LongestSpot);
        builder.Property(observation => observation.Reply).HasMaxLength(4000);
        builder.Property(observation => observation.ReceiptCode).HasMaxLength(20);
        builder.HasIndex(observation => observation.ReceiptCode).IsUnique();
        builder.HasIndex(observation => new { observation.UnitId, observation.Status, observation.ReportedAt });
        builder.HasIndex(observation => observation.ReporterId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(observation => observation.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(observation => observation.ReporterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(observation => observation.RepliedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
