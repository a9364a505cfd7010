using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.SamYears;
using DigiSam.Tests.Support;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.SamYears;

/// <summary>The units that are behind, counted once more with loops over all rows.</summary>
public sealed class CountBehindTests
{
    private const string Header = "administration_code;administration;board;unit_code;unit\n";

    private const string Rest = "A;Skolförvaltningen;Skolnämnden;A1;Askskolan\nA;Skolförvaltningen;Skolnämnden;A3;Alskolan\nB;Vårdförvaltningen;Vårdnämnden;B1;Björkhemmet\n";

    private static readonly DateOnly Moving = new(2026, 9, 1);

    private static readonly int[] Years = [2026, 2027];

    /// <summary>One unit of each kind: all steps open, all done, none opened, no year at all, gone since the summer; and one moves.</summary>
    [Fact]
    public async Task They_are_as_many_as_a_loop_over_the_rows_finds_in_every_place_and_year_as_time_goes_by()
    {
        await using var installed = await Installed.Create();
        await Import(installed, new DateOnly(2025, 1, 1), "A;Skolförvaltningen;Skolnämnden;A2;Apelskolan\nC;Kulturförvaltningen;Kulturnämnden;C1;Biblioteket\n");
        var places = await installed.InDatabase(database => database.Places.AsNoTracking().ToListAsync());
        var place = places.Where(known => known.Code is not null).ToDictionary(known => known.Code!, known => known.Id);
        var whole = places.OfType<Municipality>().Single().Id;
        var hr = await installed.PersonWith(Role.HrStrategist, whole);
        await Start(installed, hr, place["A1"], StepState.Open, Years);
        await Start(installed, hr, place["A2"], StepState.Open, [2026]);
        await Start(installed, hr, place["B1"], StepState.Waiting, Years);
        await Start(installed, hr, place["C1"], StepState.Open, [2026]);
        await installed.InDatabase(database => database.Units.Where(unit => unit.Id == place["C1"])
            .ExecuteUpdateAsync(gone => gone.SetProperty(unit => unit.ValidTo, new DateOnly(2026, 6, 30))));

        var seen = new HashSet<UnitsBehind>();
        foreach (var day in await Days(installed))
        {
            installed.Clock.SetUtcNow(new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.Zero));
            if (day == Moving)
            {
                await Import(installed, Moving, "B;Vårdförvaltningen;Vårdnämnden;A2;Apelskolan\n");
                await SetStates(installed, place["A1"], 2026, StepState.Closed);
            }

            foreach (var (at, year) in place.Values.Append(whole).SelectMany(at => Years.Select(year => (at, year))))
            {
                var counted = Assert.IsType<Outcome<UnitsBehind>.Done>(await installed.SendAs(hr, new CountBehind(at, year))).Result;
                Assert.Equal((day, at, year, await installed.InDatabase(database => CountSlowly(database, at, year, day))), (day, at, year, counted));
                seen.Add(counted);
            }
        }

        Assert.Contains(new UnitsBehind(0, 0), seen);
        Assert.Contains(new UnitsBehind(1, 0), seen);
        Assert.Contains(new UnitsBehind(1, 1), seen);
        Assert.Contains(seen, counted => counted.Behind > 1 && counted.Behind < counted.Units);
    }

    private static async Task<UnitsBehind> CountSlowly(DigiSamContext database, Guid place, int year, DateOnly today)
    {
        var units = await database.Units.AsNoTracking().ToListAsync();
        var links = await database.PlaceLinks.AsNoTracking().ToListAsync();
        var years = await database.SamYears.AsNoTracking().ToListAsync();
        var steps = await database.ProcessSteps.AsNoTracking().ToListAsync();
        var day = today.Year < year ? new DateOnly(year, 1, 1) : today.Year > year ? new DateOnly(year, 12, 31) : today;
        var (count, behind) = (0, 0);
        foreach (var unit in units)
        {
            if (!unit.ExistsOn(day) || !IsBelow(links, unit.Id, place, day))
                continue;
            count++;
            var late = false;
            foreach (var started in years)
            {
                foreach (var step in steps)
                    late |= started.UnitId == unit.Id && started.Year == year && step.ProcessId == started.ProcessId && step.State == StepState.Open && step.DueOn < today;
            }

            behind += late ? 1 : 0;
        }

        return new UnitsBehind(count, behind);
    }

    private static bool IsBelow(List<PlaceLink> links, Guid unit, Guid place, DateOnly day) => unit == place || links.Any(link =>
        link.Kind == PlaceLinkKind.Contains && link.ChildId == unit && link.ValidFrom <= day && day <= link.ValidTo && IsBelow(links, link.ParentId, place, day));

    /// <summary>The last day of every step and the day after, and the days around the summer and the move.</summary>
    private static Task<List<DateOnly>> Days(Installed installed) => installed.InDatabase(async database =>
    {
        var last = await database.ProcessSteps.Select(step => step.DueOn).Distinct().ToListAsync();
        DateOnly[] others = [new(2026, 3, 15), new(2026, 6, 30), new(2026, 7, 1), Moving];
        return last.SelectMany(day => new[] { day, day.AddDays(1) }).Concat(others).Distinct().Where(day => day >= others[0]).Order().ToList();
    });

    private static async Task Start(Installed installed, Guid hr, Guid unit, StepState state, int[] years)
    {
        foreach (var year in years)
        {
            Assert.IsType<Outcome<Nothing>.Done>(await installed.SendAs(hr, new StartSamYear(unit, year)));
            await SetStates(installed, unit, year, state);
        }
    }

    private static Task<int> SetStates(Installed installed, Guid unit, int year, StepState state) => installed.InDatabase(database => database.ProcessSteps
        .Where(step => database.SamYears.Any(started => started.UnitId == unit && started.Year == year && started.ProcessId == step.ProcessId))
        .ExecuteUpdateAsync(steps => steps.SetProperty(step => step.State, state)));

    private static Task Import(Installed installed, DateOnly from, string rows) =>
        installed.Do(new ImportOrganisation("organisation.csv", System.Text.Encoding.UTF8.GetBytes(Header + Rest + rows), from, DryRun: false));
}
