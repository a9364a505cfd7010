using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Life;

/// <summary>
/// The process that a report runs by: it asks people for the next step, reminds them, and goes on in the transaction in which the
/// report does.
/// </summary>
internal sealed class ReportCourse(DigiSamContext database, IProcesses processes, InstalledProcesses installed, ReportGuards guards, TimeProvider clock) : IProcessOrigin
{
    /// <summary>The key of the definition that reports run by.</summary>
    public const string Definition = "annual-report";

    /// <summary>Working days for a draft whose own last day has been or is near.</summary>
    private const int WeeksAnew = 15;

    /// <summary>The report has been started.</summary>
    public Task<Guid> Begin(AnnualReport report, CancellationToken stop) =>
        processes.Start(installed.Newest(Definition), new ProcessSubject(report.ReportYear, report.PlaceId, report.Id, KindOf(report.Level), StateOf(report), DueOf(installed.Newest(Definition), StateOf(report), report)), stop);

    /// <summary>
    /// Changes the report and takes the exit that belongs to the change. One that changed nothing, as the second of a double click,
    /// leaves the process where it is.
    /// </summary>
    public async Task Leave(AnnualReport report, string exit, Action change, CancellationToken stop)
    {
        var process = await database.Processes.Where(process => process.SubjectId == report.Id).Select(process => (Guid?)process.Id).SingleOrDefaultAsync(stop)
            ?? await Begin(report, stop);
        var before = MarksOf(report);
        change();
        if (MarksOf(report) == before)
            return;
        var state = await processes.Query(process, stop);
        var way = state.Open.SelectMany(open => state.Definition[open.Key].Exits).FirstOrDefault(way => way.On == exit);
        var signal = new ProcessSignal.Leave(exit, await guards.Unmet(way, report, stop), way is null ? null : DueOf(state.Definition, way.To, report));
        var refused = (await processes.Signal(process, signal, stop)).OfType<ProcessDecision.Refused>().FirstOrDefault();
        if (refused is { Reason: Refusal.ProcessIsSuspended })
            throw new ReportStandsStill();
        if (refused is { Reason: Refusal.GuardsDoNotHold })
            throw new ReportMayNotGoOn(refused.Guards.Contains(ReportGuards.AllAnswered));
        if (refused is not null)
            throw new InvalidOperationException($"The process of report {report.Id} refuses {exit} in {refused.Step}: {refused.Reason}.");
    }

    /// <summary>Reports of this year and later that came to be without a process: by an import, or in an older version.</summary>
    public async Task<int> StartMissing(CancellationToken stop)
    {
        var year = SwedishDate.Today(clock).Year;
        var missing = await database.AnnualReports.Include(report => report.Treatments)
            .Where(report => report.ReportYear >= year && report.Status != ReportStatus.Decided && !database.Processes.Any(process => process.SubjectId == report.Id))
            .ToListAsync(stop);
        foreach (var report in missing)
            await Begin(report, stop);
        return missing.Count;
    }

    // A draft that comes late, or comes back, is not late the same day: it gets some weeks.
    private DateOnly? DueOf(ProcessDefinition definition, string state, AnnualReport report)
    {
        var today = SwedishDate.Today(clock);
        return definition[state].Due is TimeExpression.DayOfYear day && WorkingDays.Add(today, WeeksAnew) is var soon && day.Resolve(report.ReportYear, today) < soon ? soon : null;
    }

    private static (ReportStatus, int, int, int) MarksOf(AnnualReport report) =>
        (report.Status, report.History.Count, report.Treatments.Count, report.Decisions.Count);

    private static string StateOf(AnnualReport report) => report.Status switch
    {
        ReportStatus.Completed when report.Treatments.Count > 0 => "treated",
        ReportStatus.Completed => "completed",
        ReportStatus.Submitted => "submitted",
        ReportStatus.Locked => "locked",
        ReportStatus.Decided => "decided",
        _ => "draft",
    };

    private static string KindOf(ReportLevel level) => level switch
    {
        ReportLevel.Administration => "administration",
        ReportLevel.Board => "board",
        ReportLevel.Municipality => "municipality",
        _ => "unit",
    };
}

/// <summary>The definition that the report runs by asks for more than the report itself does.</summary>
public sealed class ReportMayNotGoOn(bool unanswered)
    : BrokenRule(unanswered ? "Rapporten kan inte gå vidare än: frågor saknar svar. Svara på dem och försök igen." : "Rapporten kan inte gå vidare så: bara en nämnds eller kommunens rapport låses och beslutas.");

/// <summary>Someone lets the report's process stand still.</summary>
public sealed class ReportStandsStill()
    : BrokenRule("Arbetet med rapporten är pausat, och den kan inte gå vidare just nu. Fråga HR-strategen när det fortsätter.");
