using DigiSam.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Checklists.Life;

internal sealed class ChecklistDraftTable : IEntityTypeConfiguration<ChecklistDraft>
{
    public void Configure(EntityTypeBuilder<ChecklistDraft> builder)
    {
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Property(draft => draft.Key).HasMaxLength(ChecklistVersion.LongestKey);
        builder.Property(draft => draft.Title).HasMaxLength(ChecklistVersion.LongestTitle);
        builder.Property(draft => draft.Sha256).HasMaxLength(64);
        builder.Property(draft => draft.DroppedBecause).HasMaxLength(ChecklistRetirement.LongestReason);
        builder.Ignore(draft => draft.Present);
        builder.HasIndex(draft => draft.Key).IsUnique().HasFilter("\"Status\" IN ('Draft', 'Consulted')");
        builder.HasOne<Person>().WithMany().HasForeignKey(draft => draft.StartedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(draft => draft.ChangedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(draft => draft.Consultations).WithOne().HasForeignKey(consultation => consultation.DraftId);
    }
}

internal sealed class ChecklistConsultationTable : IEntityTypeConfiguration<ChecklistConsultation>
{
    public void Configure(EntityTypeBuilder<ChecklistConsultation> builder)
    {
        builder.Property(consultation => consultation.Id).ValueGeneratedNever();
        builder.Property(consultation => consultation.Sha256).HasMaxLength(64);
        builder.HasOne<Person>().WithMany().HasForeignKey(consultation => consultation.SentById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(consultation => consultation.Replies).WithOne().HasForeignKey(reply => reply.ConsultationId);
    }
}

internal sealed class ChecklistReplyTable : IEntityTypeConfiguration<ChecklistReply>
{
    public void Configure(EntityTypeBuilder<ChecklistReply> builder)
    {
        builder.Property(reply => reply.Id).ValueGeneratedNever();
        builder.Property(reply => reply.Text).HasMaxLength(ChecklistReply.LongestText);
        builder.HasOne<Person>().WithMany().HasForeignKey(reply => reply.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChecklistReviewTable : IEntityTypeConfiguration<ChecklistReview>
{
    public void Configure(EntityTypeBuilder<ChecklistReview> builder)
    {
        builder.Property(review => review.Id).ValueGeneratedNever();
        builder.Property(review => review.Note).HasMaxLength(ChecklistReview.LongestNote);
        builder.HasOne<ChecklistVersion>().WithMany().HasForeignKey(review => review.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(review => review.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChecklistRetirementTable : IEntityTypeConfiguration<ChecklistRetirement>
{
    public void Configure(EntityTypeBuilder<ChecklistRetirement> builder)
    {
        builder.Property(retirement => retirement.Id).ValueGeneratedNever();
        builder.Property(retirement => retirement.Key).HasMaxLength(ChecklistVersion.LongestKey);
        builder.Property(retirement => retirement.Reason).HasMaxLength(ChecklistRetirement.LongestReason);
        builder.HasIndex(retirement => retirement.Key).IsUnique().HasFilter("\"UndoneAt\" IS NULL");
        builder.HasOne<Person>().WithMany().HasForeignKey(retirement => retirement.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(retirement => retirement.UndoneById).OnDelete(DeleteBehavior.Restrict);
    }
}
