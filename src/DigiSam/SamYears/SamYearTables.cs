using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.Processes;
using DigiSam.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.SamYears;

internal sealed class SamYearTable : IEntityTypeConfiguration<SamYear>
{
    public void Configure(EntityTypeBuilder<SamYear> builder)
    {
        builder.HasIndex(year => new { year.UnitId, year.Year }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(year => year.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Process>().WithOne().HasForeignKey<SamYear>(year => year.ProcessId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class YearPlanTable : IEntityTypeConfiguration<YearPlan>
{
    public void Configure(EntityTypeBuilder<YearPlan> builder)
    {
        builder.Property(plan => plan.OsaGoal).HasMaxLength(2000);
        builder.PrimitiveCollection(plan => plan.HealthFactors).HasMaxLength(1000);
        builder.PrimitiveCollection(plan => plan.MeetingMonths).HasMaxLength(100);
        builder.HasIndex(plan => plan.SamYearId).IsUnique();
        builder.HasOne<SamYear>().WithOne().HasForeignKey<YearPlan>(plan => plan.SamYearId);
    }
}

internal sealed class StepInvolvementTable : IEntityTypeConfiguration<StepInvolvement>
{
    public void Configure(EntityTypeBuilder<StepInvolvement> builder)
    {
        builder.Property(involvement => involvement.Id).ValueGeneratedNever();
        builder.Property(involvement => involvement.StepKey).HasMaxLength(DefinitionReader.LongestName);
        builder.Property(involvement => involvement.DifferingView).HasMaxLength(8000);
        builder.HasIndex(involvement => new { involvement.SamYearId, involvement.StepKey });
        builder.HasOne<SamYear>().WithMany().HasForeignKey(involvement => involvement.SamYearId);
        builder.HasOne<Person>().WithMany().HasForeignKey(involvement => involvement.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StepAbsenceTable : IEntityTypeConfiguration<StepAbsence>
{
    public void Configure(EntityTypeBuilder<StepAbsence> builder)
    {
        builder.Property(absence => absence.Id).ValueGeneratedNever();
        builder.Property(absence => absence.StepKey).HasMaxLength(DefinitionReader.LongestName);
        builder.Property(absence => absence.Reason).HasMaxLength(2000);
        builder.HasIndex(absence => new { absence.SamYearId, absence.StepKey });
        builder.HasOne<SamYear>().WithMany().HasForeignKey(absence => absence.SamYearId);
        builder.HasOne<Person>().WithMany().HasForeignKey(absence => absence.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnnualFollowUpAnswerTable : IEntityTypeConfiguration<AnnualFollowUpAnswer>
{
    public void Configure(EntityTypeBuilder<AnnualFollowUpAnswer> builder)
    {
        builder.Property(answer => answer.Id).ValueGeneratedNever();
        builder.Property(answer => answer.QuestionKey).HasMaxLength(AnnualFollowUpQuestion.LongestKey);
        builder.Property(answer => answer.Note).HasMaxLength(4000);
        builder.HasIndex(answer => answer.SamYearId);
        builder.HasOne<SamYear>().WithMany().HasForeignKey(answer => answer.SamYearId);
        builder.HasOne<Person>().WithMany().HasForeignKey(answer => answer.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImprovementTable : IEntityTypeConfiguration<Improvement>
{
    public void Configure(EntityTypeBuilder<Improvement> builder)
    {
        builder.Property(improvement => improvement.Id).ValueGeneratedNever();
        builder.Property(improvement => improvement.QuestionKey).HasMaxLength(AnnualFollowUpQuestion.LongestKey);
        builder.Property(improvement => improvement.Text).HasMaxLength(2000);
        builder.HasIndex(improvement => new { improvement.UnitId, improvement.ForYear });
        builder.HasOne<Unit>().WithMany().HasForeignKey(improvement => improvement.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SamYear>().WithMany().HasForeignKey(improvement => improvement.SamYearId);
        builder.HasOne<Person>().WithMany().HasForeignKey(improvement => improvement.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
