using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.SafetyRounds;

internal sealed class SafetyRoundTable : IEntityTypeConfiguration<SafetyRound>
{
    public void Configure(EntityTypeBuilder<SafetyRound> builder)
    {
        builder.Property(round => round.CancelledBecause).HasMaxLength(2000);
        builder.HasIndex(round => new { round.UnitId, round.PlannedFor });
        builder.HasIndex(round => new { round.PlannedFor, round.UnitId, round.Status });
        builder.HasIndex(round => new { round.Status, round.PlannedFor, round.UnitId });
        builder.HasIndex(round => round.CompletedAt);

        // Holds all that is asked of the few rounds that wait, so that SQLite chooses it before the one above.
        builder.HasIndex(round => new { round.Status, round.PlannedFor, round.Unjudged, round.UnitId, round.HeldOn, round.Id }).HasFilter("\"Unjudged\" > 0");
        builder.HasOne<Unit>().WithMany().HasForeignKey(round => round.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ChecklistVersion>().WithMany().HasForeignKey(round => round.ChecklistVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(round => round.Answers).WithOne().HasForeignKey(answer => answer.RoundId);
        builder.HasMany(round => round.Participants).WithOne().HasForeignKey(participant => participant.RoundId);
    }
}

internal sealed class RoundAnswerTable : IEntityTypeConfiguration<RoundAnswer>
{
    public void Configure(EntityTypeBuilder<RoundAnswer> builder)
    {
        builder.Property(answer => answer.Id).ValueGeneratedNever();
        builder.Property(answer => answer.QuestionKey).HasMaxLength(ChecklistQuestion.LongestKey);
        builder.Property(answer => answer.Note).HasMaxLength(4000);
        builder.HasOne<Person>().WithMany().HasForeignKey(answer => answer.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundParticipantTable : IEntityTypeConfiguration<RoundParticipant>
{
    public void Configure(EntityTypeBuilder<RoundParticipant> builder)
    {
        builder.Property(participant => participant.Id).ValueGeneratedNever();
        builder.Property(participant => participant.Name).HasMaxLength(200);
        builder.Property(participant => participant.DifferingView).HasMaxLength(8000);
        builder.HasOne<Person>().WithMany().HasForeignKey(participant => participant.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
