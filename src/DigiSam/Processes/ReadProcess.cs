using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;

namespace DigiSam.Processes;

/// <summary>Where a SAM year's or a report's process stands, what will happen to it by itself, and all that has happened.</summary>
[Needs(Permission.ReadSamYear)]
public sealed record ReadProcess(Guid PlaceId, Guid ProcessId) : IQuery<ProcessView>, IProcessRequest
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>
/// The process that a report runs by, for those who may read the report; fails with <see cref="ProcessIsUnknown"/> where the
/// report has none.
/// </summary>
[Needs(Permission.ReadReport)]
public sealed record ReadReportProcess(Guid PlaceId, Guid ReportId) : IQuery<ProcessView>
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>
/// The process that a risk runs by, for those who may read the risk; fails with <see cref="ProcessIsUnknown"/> where the risk has
/// none.
/// </summary>
[Needs(Permission.ReadRisks)]
public sealed record ReadRiskProcess(Guid PlaceId, Guid RiskId) : IQuery<ProcessView>
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>
/// The process that a version of a checklist runs by, from draft on; fails with <see cref="ProcessIsUnknown"/> where there is none.
/// </summary>
[Needs(Permission.ReadChecklistDrafts)]
public sealed record ReadChecklistProcess(Guid VersionId) : IQuery<ProcessView>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>A process in full.</summary>
/// <param name="Pause">Why it stands still; null unless it does.</param>
/// <param name="Timers">What waits for its day, the next first.</param>
/// <param name="Events">What has happened, the latest first.</param>
public sealed record ProcessView(Guid Id, Guid PlaceId, string PlaceName, ProcessState State, PauseWord? Pause, IReadOnlyList<TimerView> Timers, IReadOnlyList<ProcessEventView> Events)
{
    /// <summary>What it runs for, for kinds that have names; else null.</summary>
    public NamedThing? Thing { get; init; }
}

/// <summary>Something that waits for its day; <paramref name="Level"/> counts the escalations of a step, from 0.</summary>
public sealed record TimerView(string StepKey, TimerKind Kind, int Level, DateTimeOffset DueAt, bool IsGivenUp);

/// <summary>Something that happened.</summary>
/// <param name="StepTitle">What the step was called, also in a version that the process has left.</param>
/// <param name="Person">Who did it; null when DigiSam did it by itself.</param>
public sealed record ProcessEventView(ProcessEventKind Kind, string? StepKey, string? StepTitle, string? Detail, string? Person, DateTimeOffset At);

internal sealed class ReadProcessValidator : AbstractValidator<ReadProcess>
{
    public ReadProcessValidator() => this.HasProcess();
}

internal sealed class ReadReportProcessValidator : AbstractValidator<ReadReportProcess>
{
    public ReadReportProcessValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.ReportId).NotEmpty().WithName("Rapporten");
    }
}

internal sealed class ReadRiskProcessValidator : AbstractValidator<ReadRiskProcess>
{
    public ReadRiskProcessValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.RiskId).NotEmpty().WithName("Risken");
    }
}

internal sealed class ReadRiskProcessHandler(ProcessReading reading) : IRequestHandler<ReadRiskProcess, ProcessView>
{
    public Task<ProcessView> Handle(ReadRiskProcess request, CancellationToken cancellationToken) =>
        reading.Read(
            process => process.SubjectId == request.RiskId && process.PlaceId == request.PlaceId && process.DefinitionKey == Risks.Life.RiskCourse.Definition,
            cancellationToken);
}

internal sealed class ReadChecklistProcessValidator : AbstractValidator<ReadChecklistProcess>
{
    public ReadChecklistProcessValidator() => RuleFor(query => query.VersionId).NotEmpty().WithName("Versionen");
}

internal sealed class ReadProcessHandler(ProcessReading reading) : IRequestHandler<ReadProcess, ProcessView>
{
    // Whoever may read the year may read the reports. Others, a safety representative's request for one, are not for all of them.
    private static readonly string[] Shown = [SamYears.SamYearWording.Definition, AnnualReports.Life.ReportCourse.Definition];

    public Task<ProcessView> Handle(ReadProcess request, CancellationToken cancellationToken) =>
        reading.Read(process => process.Id == request.ProcessId && process.PlaceId == request.PlaceId && Shown.Contains(process.DefinitionKey), cancellationToken);
}

internal sealed class ReadReportProcessHandler(ProcessReading reading) : IRequestHandler<ReadReportProcess, ProcessView>
{
    public Task<ProcessView> Handle(ReadReportProcess request, CancellationToken cancellationToken) =>
        reading.Read(
            process => process.SubjectId == request.ReportId && process.PlaceId == request.PlaceId && process.DefinitionKey == AnnualReports.Life.ReportCourse.Definition,
            cancellationToken);
}

internal sealed class ReadChecklistProcessHandler(ProcessReading reading) : IRequestHandler<ReadChecklistProcess, ProcessView>
{
    public Task<ProcessView> Handle(ReadChecklistProcess request, CancellationToken cancellationToken) =>
        reading.Read(process => process.SubjectId == request.VersionId && process.DefinitionKey == Checklists.Life.ChecklistCourse.Definition, cancellationToken);
}
