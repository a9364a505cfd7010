using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Observations;
using DigiSam.Organisation;
using DigiSam.SafetyRounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Risks;

internal sealed class RiskTable : IEntityTypeConfiguration<Risk>
{
    public void Configure(EntityTypeBuilder<Risk> builder)
    {
        builder.Property(risk => risk.Id).ValueGeneratedNever();
        builder.Property(risk => risk.Title).HasMaxLength(Risk.LongestTitle);
        builder.Property(risk => risk.Description).HasMaxLength(Risk.LongestDescription);
        builder.Property(risk => risk.QuestionKey).HasMaxLength(ChecklistQuestion.LongestKey);
        builder.Property(risk => risk.Level).HasMaxLength(RiskLevel.LongestKey);
        builder.Property(risk => risk.ClosedBecause).HasMaxLength(2000);
        builder.Property(risk => risk.LiftedBecause).HasMaxLength(2000);
        builder.Property(risk => risk.SearchText).HasMaxLength(Risk.LongestTitle + 1 + Risk.LongestDescription);
        builder.Property(risk => risk.SortKey).HasMaxLength(2 * Risk.LongestTitle);

        // Counts and the heat map are read from the first index alone; the others are the register's orders, each with its id.
        // What two of them hold behind it is what the whole municipality's matrix and categories count.
        builder.HasIndex(risk => new { risk.UnitId, risk.Status, risk.Likelihood, risk.Consequence, risk.Serious });
        builder.HasIndex(risk => new { risk.UnitId, risk.Status, risk.Rank, risk.Id });
        builder.HasIndex(risk => new { risk.Status, risk.Rank, risk.Id });
        builder.HasIndex(risk => new { risk.Status, risk.Category, risk.Rank, risk.Id, risk.Level });
        builder.HasIndex(risk => new { risk.Status, risk.Level, risk.Rank, risk.Id });
        builder.HasIndex(risk => new { risk.Status, risk.Serious, risk.Rank, risk.Id, risk.Likelihood, risk.Consequence });
        builder.HasIndex(risk => new { risk.Status, risk.FoundOn, risk.Id });
        builder.HasIndex(risk => new { risk.Status, risk.SortKey, risk.Id });
        builder.HasIndex(risk => new { risk.SortKey, risk.Id });
        builder.HasIndex(risk => new { risk.Rank, risk.Id });
        builder.HasIndex(risk => new { risk.FoundOn, risk.Id });
        // What waits in a unit by stage; a stage of the register; what is late, and what has no process yet.
        builder.HasIndex(risk => new { risk.UnitId, risk.Stage, risk.StageDueOn });
        builder.HasIndex(risk => new { risk.Stage, risk.Rank, risk.Id });
        builder.HasIndex(risk => new { risk.Status, risk.StageDueOn, risk.Id });
        builder.HasIndex(risk => risk.CreatedAt);
        builder.HasIndex(risk => new { risk.RoundId, risk.QuestionKey }).IsUnique();
        builder.HasIndex(risk => risk.ObservationId).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(risk => risk.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SafetyRound>().WithMany().HasForeignKey(risk => risk.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Observation>().WithMany().HasForeignKey(risk => risk.ObservationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(risk => risk.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(risk => risk.Assessments).WithOne().HasForeignKey(assessment => assessment.RiskId);
        builder.HasMany(risk => risk.Events).WithOne().HasForeignKey(happened => happened.RiskId);
    }
}

internal sealed class RiskAssessmentTable : IEntityTypeConfiguration<RiskAssessment>
{
    public void Configure(EntityTypeBuilder<RiskAssessment> builder)
    {
        builder.Property(assessment => assessment.Id).ValueGeneratedNever();
        builder.Property(assessment => assessment.Level).HasMaxLength(RiskLevel.LongestKey);
        builder.Property(assessment => assessment.Reason).HasMaxLength(4000);
        builder.HasIndex(assessment => assessment.At);
        builder.HasOne<Person>().WithMany().HasForeignKey(assessment => assessment.AssessedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RiskEventTable : IEntityTypeConfiguration<RiskEvent>
{
    public void Configure(EntityTypeBuilder<RiskEvent> builder)
    {
        builder.Property(happened => happened.Id).ValueGeneratedNever();
        builder.Property(happened => happened.Text).HasMaxLength(2000);
        builder.HasOne<Person>().WithMany().HasForeignKey(happened => happened.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeficiencyDismissalTable : IEntityTypeConfiguration<DeficiencyDismissal>
{
    public void Configure(EntityTypeBuilder<DeficiencyDismissal> builder)
    {
        builder.Property(dismissal => dismissal.Id).ValueGeneratedNever();
        builder.Property(dismissal => dismissal.QuestionKey).HasMaxLength(ChecklistQuestion.LongestKey);
        builder.Property(dismissal => dismissal.Reason).HasMaxLength(2000);
        builder.HasIndex(dismissal => new { dismissal.RoundId, dismissal.QuestionKey }).IsUnique();
        builder.HasOne<SafetyRound>().WithMany().HasForeignKey(dismissal => dismissal.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(dismissal => dismissal.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
