using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears;

/// <summary>Starts the year of units: the process, the year and its empty plan, in the transaction of the command that asks.</summary>
internal sealed class SamYearStarter(DigiSamContext database, IProcesses processes, InstalledProcesses installed, TimeProvider clock)
{
    /// <summary>Starts the year of those that have not started it, with the newest definition, and says how many they were.</summary>
    public async Task<int> Start(IReadOnlyCollection<Guid> units, int year, CancellationToken stop)
    {
        var definition = installed.Newest(SamYearWording.Definition);
        var started = await database.SamYears.Where(other => other.Year == year).Select(other => other.UnitId).ToHashSetAsync(stop);
        var waiting = units.Where(unit => !started.Contains(unit)).ToList();
        foreach (var unit in waiting)
        {
            var samYear = new SamYear(unit, year, await processes.Start(definition, new ProcessSubject(year, unit), stop), clock.GetUtcNow());
            database.SamYears.Add(samYear);
            database.YearPlans.Add(new YearPlan(samYear.Id, clock.GetUtcNow()));
        }

        return waiting.Count;
    }
}
