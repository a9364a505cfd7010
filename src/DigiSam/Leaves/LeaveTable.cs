using DigiSam.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Leaves;

internal sealed class LeaveTable : IEntityTypeConfiguration<Leave>
{
    public void Configure(EntityTypeBuilder<Leave> builder)
    {
        builder.Property(leave => leave.Id).ValueGeneratedNever();
        builder.HasIndex(leave => new { leave.PersonId, leave.To });
        builder.HasIndex(leave => new { leave.StandInId, leave.To });
        builder.HasIndex(leave => leave.To);
        builder.HasOne<Person>().WithMany().HasForeignKey(leave => leave.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(leave => leave.StandInId).OnDelete(DeleteBehavior.Restrict);
    }
}
