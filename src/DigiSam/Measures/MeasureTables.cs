using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.Risks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Measures;

internal sealed class MeasureTable : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.Property(measure => measure.Id).ValueGeneratedNever();
        builder.Property(measure => measure.Title).HasMaxLength(Measure.LongestTitle);
        builder.Property(measure => measure.SearchText).HasMaxLength(Measure.LongestTitle);
        builder.Property(measure => measure.SortKey).HasMaxLength(2 * Measure.LongestTitle);
        builder.Property(measure => measure.Cost).HasPrecision(14, 2);
        builder.Property(measure => measure.CancelledBecause).HasMaxLength(2000);
        builder.HasIndex(measure => new { measure.UnitId, measure.Status, measure.DueOn });
        builder.HasIndex(measure => new { measure.Status, measure.DueOn, measure.Id });
        builder.HasIndex(measure => new { measure.Status, measure.SortKey, measure.Id });
        builder.HasIndex(measure => new { measure.SortKey, measure.Id });
        builder.HasIndex(measure => new { measure.DueOn, measure.Id });
        builder.HasIndex(measure => measure.DoneOn);
        builder.HasIndex(measure => new { measure.ResponsibleId, measure.Status, measure.DueOn });
        builder.HasOne<Unit>().WithMany().HasForeignKey(measure => measure.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(measure => measure.ResponsibleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(measure => measure.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(measure => measure.Risks).WithOne().HasForeignKey(served => served.MeasureId);
        builder.HasMany(measure => measure.DueDates).WithOne().HasForeignKey(moved => moved.MeasureId);
        builder.HasMany(measure => measure.EffectChecks).WithOne().HasForeignKey(check => check.MeasureId);
        builder.HasMany(measure => measure.CarryOvers).WithOne().HasForeignKey(carried => carried.MeasureId);
        builder.HasMany(measure => measure.Events).WithOne().HasForeignKey(happened => happened.MeasureId);
    }
}

internal sealed class MeasureRiskTable : IEntityTypeConfiguration<MeasureRisk>
{
    public void Configure(EntityTypeBuilder<MeasureRisk> builder)
    {
        builder.HasKey(served => new { served.MeasureId, served.RiskId });
        builder.HasIndex(served => served.RiskId);
        builder.HasOne<Risk>().WithMany().HasForeignKey(served => served.RiskId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeasureDueDateTable : IEntityTypeConfiguration<MeasureDueDate>
{
    public void Configure(EntityTypeBuilder<MeasureDueDate> builder)
    {
        builder.Property(moved => moved.Id).ValueGeneratedNever();
        builder.Property(moved => moved.Reason).HasMaxLength(2000);
        builder.HasIndex(moved => new { moved.From, moved.MeasureId });
        builder.HasOne<Person>().WithMany().HasForeignKey(moved => moved.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EffectCheckTable : IEntityTypeConfiguration<EffectCheck>
{
    public void Configure(EntityTypeBuilder<EffectCheck> builder)
    {
        builder.Property(check => check.Id).ValueGeneratedNever();
        builder.Property(check => check.Note).HasMaxLength(4000);
        builder.HasOne<Person>().WithMany().HasForeignKey(check => check.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeasureCarryOverTable : IEntityTypeConfiguration<MeasureCarryOver>
{
    public void Configure(EntityTypeBuilder<MeasureCarryOver> builder)
    {
        builder.Property(carried => carried.Id).ValueGeneratedNever();
        builder.Property(carried => carried.Reason).HasMaxLength(2000);
        builder.HasIndex(carried => new { carried.MeasureId, carried.FromYear }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(carried => carried.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeasureEventTable : IEntityTypeConfiguration<MeasureEvent>
{
    public void Configure(EntityTypeBuilder<MeasureEvent> builder)
    {
        builder.Property(happened => happened.Id).ValueGeneratedNever();
        builder.Property(happened => happened.Text).HasMaxLength(2000);
        builder.HasIndex(happened => new { happened.Kind, happened.At });
        builder.HasOne<Person>().WithMany().HasForeignKey(happened => happened.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
