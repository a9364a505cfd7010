using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.ReportForms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.AnnualReports;

internal sealed class AnnualReportTable : IEntityTypeConfiguration<AnnualReport>
{
    public void Configure(EntityTypeBuilder<AnnualReport> builder)
    {
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Property(report => report.CaseNumber).HasMaxLength(100);
        builder.HasIndex(report => new { report.ReportYear, report.PlaceId }).IsUnique();
        builder.Ignore(report => report.Involvement);
        builder.Ignore(report => report.Decision);
        builder.HasOne<Place>().WithMany().HasForeignKey(report => report.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(report => report.History).WithOne().HasForeignKey(happened => happened.ReportId);
        builder.HasMany(report => report.Statements).WithOne().HasForeignKey(said => said.ReportId);
        builder.HasMany(report => report.Treatments).WithOne().HasForeignKey(treatment => treatment.ReportId);
        builder.HasMany(report => report.Decisions).WithOne().HasForeignKey(decision => decision.ReportId);
        builder.Navigation(report => report.Statements).HasField("_involvement");
    }
}

internal sealed class AnnualReportEventTable : IEntityTypeConfiguration<AnnualReportEvent>
{
    public void Configure(EntityTypeBuilder<AnnualReportEvent> builder)
    {
        builder.Property(happened => happened.Id).ValueGeneratedNever();
        builder.Property(happened => happened.Reason).HasMaxLength(2000);
        builder.HasOne<Person>().WithMany().HasForeignKey(happened => happened.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnnualReportInvolvementTable : IEntityTypeConfiguration<AnnualReportInvolvement>
{
    public void Configure(EntityTypeBuilder<AnnualReportInvolvement> builder)
    {
        builder.Property(said => said.Id).ValueGeneratedNever();
        builder.Property(said => said.DifferingView).HasMaxLength(8000);
        builder.HasOne<Person>().WithMany().HasForeignKey(said => said.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CommitteeTreatmentTable : IEntityTypeConfiguration<CommitteeTreatment>
{
    public void Configure(EntityTypeBuilder<CommitteeTreatment> builder)
    {
        builder.Property(treatment => treatment.Id).ValueGeneratedNever();
        builder.Property(treatment => treatment.Committee).HasMaxLength(200);
        builder.Property(treatment => treatment.Views).HasMaxLength(8000);
        builder.Property(treatment => treatment.ProtocolReference).HasMaxLength(200);
        builder.HasOne<Person>().WithMany().HasForeignKey(treatment => treatment.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BoardDecisionTable : IEntityTypeConfiguration<BoardDecision>
{
    public void Configure(EntityTypeBuilder<BoardDecision> builder)
    {
        builder.Property(decision => decision.Id).ValueGeneratedNever();
        builder.Property(decision => decision.Paragraph).HasMaxLength(50);
        builder.HasOne<Person>().WithMany().HasForeignKey(decision => decision.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SectionTextVersionTable : IEntityTypeConfiguration<SectionTextVersion>
{
    public void Configure(EntityTypeBuilder<SectionTextVersion> builder)
    {
        builder.Property(text => text.Id).ValueGeneratedNever();
        builder.Property(text => text.SectionKey).HasMaxLength(FormSection.LongestKey);
        builder.HasIndex(text => new { text.ReportId, text.SectionKey, text.Number }).IsUnique();
        builder.HasOne<AnnualReport>().WithMany().HasForeignKey(text => text.ReportId);
        builder.HasOne<Person>().WithMany().HasForeignKey(text => text.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReportAnswerVersionTable : IEntityTypeConfiguration<ReportAnswerVersion>
{
    public void Configure(EntityTypeBuilder<ReportAnswerVersion> builder)
    {
        builder.Property(answer => answer.Id).ValueGeneratedNever();
        builder.Property(answer => answer.QuestionKey).HasMaxLength(FormQuestion.LongestKey);
        builder.Property(answer => answer.Comment).HasMaxLength(2000);
        builder.Property(answer => answer.FormSha256).HasMaxLength(64);
        builder.HasIndex(answer => new { answer.ReportId, answer.QuestionKey, answer.Number }).IsUnique();
        builder.HasOne<AnnualReport>().WithMany().HasForeignKey(answer => answer.ReportId);
        builder.HasOne<Person>().WithMany().HasForeignKey(answer => answer.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnswerOverrideVersionTable : IEntityTypeConfiguration<AnswerOverrideVersion>
{
    public void Configure(EntityTypeBuilder<AnswerOverrideVersion> builder)
    {
        builder.Property(changed => changed.Id).ValueGeneratedNever();
        builder.Property(changed => changed.QuestionKey).HasMaxLength(FormQuestion.LongestKey);
        builder.Property(changed => changed.Reason).HasMaxLength(2000);
        builder.HasIndex(changed => new { changed.ReportId, changed.QuestionKey, changed.Number }).IsUnique();
        builder.HasOne<AnnualReport>().WithMany().HasForeignKey(changed => changed.ReportId);
        builder.HasOne<Person>().WithMany().HasForeignKey(changed => changed.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnnualReportDocumentTable : IEntityTypeConfiguration<AnnualReportDocument>
{
    public void Configure(EntityTypeBuilder<AnnualReportDocument> builder)
    {
        builder.Property(document => document.Id).ValueGeneratedNever();
        builder.Property(document => document.Format).HasMaxLength(10);
        builder.Property(document => document.FileName).HasMaxLength(260);
        builder.Property(document => document.Sha256).HasMaxLength(64);
        builder.HasIndex(document => new { document.ReportId, document.Locking, document.Format }).IsUnique();
        builder.HasOne<AnnualReport>().WithMany().HasForeignKey(document => document.ReportId);
    }
}
