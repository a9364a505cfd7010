using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SchoolYears;

/// <summary>Moves the reminders that wait in a place and below it to the days that its calendar says once that has changed.</summary>
internal sealed class MovedReminders(DigiSamContext database, SchoolCalendars calendars, IProcessEngine engine, InstalledProcesses installed, TimeProvider clock)
{
    /// <summary>All school years as they are stated, before anything is changed.</summary>
    public async Task<IReadOnlyList<SchoolYear>> Stated(CancellationToken stop) =>
        await database.SchoolYears.AsNoTracking().Include(year => year.Breaks).ToListAsync(stop);

    /// <summary>How many reminders went to another day.</summary>
    public async Task<int> Move(Guid placeId, IReadOnlyList<SchoolYear> before, IReadOnlyList<SchoolYear> after, CancellationToken stop)
    {
        var (now, today) = (clock.GetUtcNow(), SwedishDate.Today(clock));
        var whole = await database.Municipalities.AnyAsync(municipality => municipality.Id == placeId, stop);
        var waiting = await (
            from timer in database.ProcessTimers
            join process in database.Processes on timer.ProcessId equals process.Id
            where timer.DoneAt == null && timer.Kind == TimerKind.Reminder && timer.WaitsFor == null
                && (whole || database.PlaceScopes.Any(scope => scope.AncestorId == placeId && scope.DescendantId == process.PlaceId && scope.ValidFrom <= today && today <= scope.ValidTo))
            select new { timer.ProcessId, process.PlaceId, timer.DueAt }).ToListAsync(stop);
        var places = waiting.Select(timer => timer.PlaceId).Distinct().ToList();
        var (old, young) = (await calendars.Of(places, before, stop), await calendars.Of(places, after, stop));
        var candidates = waiting.Where(timer => MayMove(SwedishDate.DateIn(timer.DueAt), old[timer.PlaceId], young[timer.PlaceId])).Select(timer => timer.ProcessId).Distinct().ToList();
        var moved = 0;
        foreach (var some in candidates.Chunk(200))
        {
            var processes = await database.Processes.Include(process => process.Steps).Include(process => process.Timers.Where(timer => timer.DoneAt == null))
                .AsSplitQuery().Where(process => some.Contains(process.Id)).ToListAsync(stop);
            foreach (var process in processes.Where(process => installed.Find(process) is not null))
            {
                var state = process.StateUnder(installed.Of(process)) with { Quiet = old[process.PlaceId] };
                moved += process.MoveReminders(engine.Reminders(state, young[process.PlaceId], today), now);
            }
        }

        return moved;
    }

    // One that waits on a day which is quiet now, or that was brought there by a break that is none any more.
    private static bool MayMove(DateOnly day, IQuietTime old, IQuietTime young) =>
        QuietDays.Includes(day, young) || Beside(day, 1, old) || Beside(day, -1, old);

    private static bool Beside(DateOnly day, int step, IQuietTime old)
    {
        var next = day.AddDays(step);
        while (old.On(next) is null && !WorkingDays.Includes(next))
            next = next.AddDays(step);
        return old.On(next) is not null;
    }
}
