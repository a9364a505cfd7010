using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Processes;

internal sealed class ProcessTable : IEntityTypeConfiguration<Process>
{
    public void Configure(EntityTypeBuilder<Process> builder)
    {
        builder.Property(process => process.Id).ValueGeneratedNever();
        builder.Property(process => process.DefinitionKey).HasMaxLength(DefinitionReader.LongestName);
        builder.Property(process => process.DefinitionHash).HasMaxLength(64);
        builder.Property(process => process.PlaceKind).HasMaxLength(20);
        builder.HasIndex(process => new { process.PlaceId, process.Year });
        builder.HasIndex(process => new { process.SubjectId, process.DefinitionKey }).IsUnique();
        builder.HasIndex(process => new { process.DefinitionKey, process.DefinitionVersion, process.Status });
        builder.HasOne<Place>().WithMany().HasForeignKey(process => process.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(process => process.Steps).WithOne().HasForeignKey(step => step.ProcessId);
        builder.HasMany(process => process.Timers).WithOne().HasForeignKey(timer => timer.ProcessId);
        builder.HasMany(process => process.Events).WithOne().HasForeignKey(happened => happened.ProcessId);
    }
}

internal sealed class ProcessStepTable : IEntityTypeConfiguration<ProcessStep>
{
    public void Configure(EntityTypeBuilder<ProcessStep> builder)
    {
        builder.HasKey(step => new { step.ProcessId, step.Key });
        builder.Property(step => step.Key).HasMaxLength(DefinitionReader.LongestName);
        builder.HasIndex(step => new { step.State, step.DueOn });
    }
}

internal sealed class ProcessTimerTable : IEntityTypeConfiguration<ProcessTimer>
{
    public void Configure(EntityTypeBuilder<ProcessTimer> builder)
    {
        builder.Property(timer => timer.Id).ValueGeneratedNever();
        builder.Property(timer => timer.StepKey).HasMaxLength(DefinitionReader.LongestName);
        builder.Property(timer => timer.Fault).HasMaxLength(ProcessTimer.LongestFault);
        builder.HasIndex(timer => new { timer.DoneAt, timer.DueAt });
        builder.HasIndex(timer => timer.WaitsFor).HasFilter("\"WaitsFor\" IS NOT NULL");
        builder.HasIndex(timer => timer.GivenUpAt).HasFilter("\"GivenUpAt\" IS NOT NULL");
    }
}

internal sealed class ProcessEventTable : IEntityTypeConfiguration<ProcessEvent>
{
    public void Configure(EntityTypeBuilder<ProcessEvent> builder)
    {
        builder.Property(happened => happened.Id).ValueGeneratedNever();
        builder.Property(happened => happened.StepKey).HasMaxLength(DefinitionReader.LongestName);
        builder.Property(happened => happened.Detail).HasMaxLength(2000);
        builder.HasOne<Person>().WithMany().HasForeignKey(happened => happened.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InboxTaskTable : IEntityTypeConfiguration<InboxTask>
{
    public void Configure(EntityTypeBuilder<InboxTask> builder)
    {
        builder.Property(task => task.Id).ValueGeneratedNever();
        builder.Property(task => task.StepKey).HasMaxLength(DefinitionReader.LongestName);
        builder.Property(task => task.Text).HasMaxLength(InboxTask.LongestText);
        builder.Property(task => task.Link).HasMaxLength(InboxTask.LongestLink);
        builder.HasIndex(task => new { task.PlaceId, task.Role, task.DoneAt });
        builder.HasIndex(task => new { task.PersonId, task.DoneAt });
        builder.HasIndex(task => task.ProcessId);
        builder.HasOne<Person>().WithMany().HasForeignKey(task => task.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(task => task.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Process>().WithMany().HasForeignKey(task => task.ProcessId);
    }
}
