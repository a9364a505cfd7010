using DigiSam.Measures;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Workflows.Running;

namespace DigiSam.Risks.Life;

/// <summary>Which risks wait for someone: said once, for those that the overview counts and those that the register lists behind its links.</summary>
internal static class WaitingRisks
{
    /// <summary>Those whose process does not stand still.</summary>
    public static IQueryable<Risk> NotPaused(this IQueryable<Risk> risks, DigiSamContext database) => risks.Where(risk =>
        !database.Processes.Any(process => process.SubjectId == risk.Id && process.DefinitionKey == RiskCourse.Definition && process.Status == ProcessStatus.Suspended));

    /// <summary>Open ones that wait for somebody today. What has its day in the plan does not until <see cref="MyRiskWork.Horizon"/> days before it.</summary>
    public static IQueryable<Risk> Waiting(this IQueryable<Risk> risks, DigiSamContext database, DateOnly today)
    {
        var soon = today.AddDays(MyRiskWork.Horizon);
        return risks.NotPaused(database).Where(risk => risk.Stage != RiskStage.Closed && risk.StageDueOn != null
            && (risk.Stage != RiskStage.Acted && risk.Stage != RiskStage.Planned || risk.StageDueOn <= soon));
    }

    /// <summary>Planned ones with a measure that is late, which is told of by itself to those who work in the unit.</summary>
    public static IQueryable<Risk> WithLateMeasure(DigiSamContext database, DateOnly today) => database.Risks.Where(risk =>
        risk.Stage == RiskStage.Planned && database.Set<MeasureRisk>().Any(served => served.RiskId == risk.Id
            && database.Measures.Any(measure => measure.Id == served.MeasureId && measure.Status == MeasureStatus.Planned && measure.DueOn < today)));

    /// <summary>Those that whoever is responsible at the place has been told of: as late ones or, in time, since the one to be reminded is away.</summary>
    public static IQueryable<Guid?> ToldAt(DigiSamContext database, Guid place, bool late)
    {
        var kind = late ? InboxTaskKind.Escalation : InboxTaskKind.Reminder;
        return from task in database.InboxTasks
               join process in database.Processes on task.ProcessId equals process.Id
               where task.PlaceId == place && task.Kind == kind && task.DoneAt == null && process.DefinitionKey == RiskCourse.Definition && process.Status != ProcessStatus.Suspended
               select process.SubjectId;
    }
}
