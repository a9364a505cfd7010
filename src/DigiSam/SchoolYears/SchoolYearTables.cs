using DigiSam.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.SchoolYears;

internal sealed class SchoolYearTable : IEntityTypeConfiguration<SchoolYear>
{
    public void Configure(EntityTypeBuilder<SchoolYear> builder)
    {
        builder.Property(year => year.Id).ValueGeneratedNever();
        builder.HasIndex(year => new { year.PlaceId, year.StartYear }).IsUnique();
        builder.HasOne<Place>().WithMany().HasForeignKey(year => year.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(year => year.Breaks).WithOne().HasForeignKey(one => one.SchoolYearId);
    }
}

internal sealed class SchoolBreakTable : IEntityTypeConfiguration<SchoolBreak>
{
    public void Configure(EntityTypeBuilder<SchoolBreak> builder)
    {
        builder.Property(one => one.Id).ValueGeneratedNever();
        builder.Property(one => one.Name).HasMaxLength(SchoolBreak.LongestName);
    }
}
