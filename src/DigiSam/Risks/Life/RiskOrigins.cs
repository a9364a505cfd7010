using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Workflows.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks.Life;

/// <summary>
/// Starts the processes of open risks that came to be without one: of an earlier version, or by an import. Some at a time, so that
/// nobody who writes meanwhile waits long; what has been started is seen by its last day, so that it goes on where it stopped.
/// </summary>
internal sealed class RiskOrigins(DigiSamContext database, ReadsRiskFacts facts, RiskCourse course, TimeProvider clock) : IProcessOrigin
{
    /// <summary>So many are started in one transaction.</summary>
    internal const int Batch = 100;

    /// <summary>Working days that everyone has for what nobody had asked for before.</summary>
    private const int Grace = 15;

    /// <summary>Units have their first last days on as many different working days, so that not all are late at once.</summary>
    private const int Spread = 10;

    public async Task<int> StartMissing(CancellationToken stop)
    {
        var ids = await database.Risks.Where(risk => risk.Status == RiskStatus.Open && risk.StageDueOn == null)
            .OrderBy(risk => risk.Id).Select(risk => risk.Id).Take(Batch).ToListAsync(stop);
        if (ids.Count == 0)
            return 0;
        foreach (var risk in await facts.Of(ids, stop))
            await course.Begin(risk, FirstDay(risk), stop);
        return ids.Count;
    }

    // What the records have a day for that is still to come keeps it.
    private DateOnly? FirstDay(RiskFacts risk)
    {
        var today = SwedishDate.Today(clock);
        return risk.LastDay(course.Newest) is { } day && day >= today ? null : WorkingDays.Add(today, Grace + (risk.UnitId.ToByteArray()[^1] % Spread));
    }
}
