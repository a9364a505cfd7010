using DigiSam.Imports;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.SickLeave;

/// <summary>The sums of places are what plain loops over the rows and the organisation of each month give, whatever has happened to either.</summary>
public sealed class AbsenceSumTests : IAsyncLifetime
{
    private static readonly DateOnly Last = new(2025, 12, 1);

    private Installed _installed = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _installed = await AbsenceSample.Ready();
        _installed.Clock.Advance(TimeSpan.FromMinutes(5));
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task After_imports_a_correction_and_its_undoing()
    {
        await _installed.Take(AbsenceSample.UnitTable(Last, 14));
        await Same();
        await _installed.Take(AbsenceSample.BoardTable(Last, 13), "namnder.csv");
        await Same();
        _installed.Clock.Advance(TimeSpan.FromMinutes(5));
        await _installed.Take(AbsenceSample.UnitTable(Last, 3, seed: 9), "rattad.csv");
        await Same();
        var correction = await _installed.InDatabase(database => database.ImportBatches.Where(batch => batch.FileName == "rattad.csv").Select(batch => batch.Id).SingleAsync(Stop));
        await _installed.Do(new UndoImport(correction));
        await Same();
    }

    [Fact]
    public async Task After_a_unit_has_moved_to_another_administration()
    {
        await _installed.Take(AbsenceSample.UnitTable(Last, 14));
        var before = await Sums();
        await _installed.Do(new ImportOrganisation(
            "flytt.csv",
            "administration_code;administration;board;unit_code;unit\nOMS;Omsorgsförvaltningen;Omsorgsnämnden;E2;Ekskolan\n"u8.ToArray(),
            new DateOnly(2025, 7, 1),
            DryRun: false));
        await Same();
        Assert.NotEqual(before, await Sums());
    }

    [Fact]
    public async Task After_the_start_of_a_version_that_keeps_sums_of_rows_from_one_that_did_not()
    {
        await _installed.Take(AbsenceSample.UnitTable(Last, 2));
        await _installed.InDatabase(database => database.Set<AbsenceSum>().ExecuteDeleteAsync(Stop));
        await _installed.Services.GetRequiredService<InstallationSetup>().Open(stop: Stop);
        await Same();
    }

    [Fact]
    public async Task Of_a_row_for_small_units_together()
    {
        await _installed.Take($"{AbsenceSample.UnitHeader}\n2025-11;Björkskolan;40;5000;100;250;50\n2025-11;Barn- och utbildningsförvaltningen;12;1500;10;20;0\n");
        await Same();
        await _installed.Take($"{AbsenceSample.BoardHeader}\n2025-11;Grundskolenämnden;kvinnor;-29;40;5000;100;250;50\n2025-11;Kommunen;män;50-;30;4000;10;20;0\n".Replace("Kommunen", "Exempelkommunen", StringComparison.Ordinal), "namnder.csv");
        await Same();
    }

    private async Task Same()
    {
        var expected = await Slow();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await Sums());
    }

    private Task<List<string>> Sums() => _installed.InDatabase(async database => (await database.Set<AbsenceSum>().AsNoTracking().ToListAsync(Stop))
        .ConvertAll(sum => $"{sum.Table} {sum.PlaceId} {sum.Month} {sum.Sex} {sum.Age} {sum.ImportId} {sum.Rows} {sum.Headcount} {sum.Scheduled} {sum.Short} {sum.Long} {sum.FromDay60}")
        .Order(StringComparer.Ordinal).ToList());

    // Every place above units asks every row whether it belongs to it in its month.
    private Task<List<string>> Slow() => _installed.InDatabase(async database =>
    {
        var rows = (await database.Set<AbsenceMonth>().AsNoTracking().ToListAsync(Stop)).FindAll(row => row.ReplacedById is null && row.Table != AbsenceTable.Position);
        var scopes = await database.PlaceScopes.AsNoTracking().ToListAsync(Stop);
        var places = (await database.Places.AsNoTracking().ToListAsync(Stop)).FindAll(place => place is not Unit);
        var sums = new Dictionary<string, long[]>();
        foreach (var place in places)
        {
            foreach (var row in rows)
            {
                var next = row.Month.AddMonths(1);
                var below = row.Table == AbsenceTable.Unit
                    && scopes.Exists(scope => scope.AncestorId == place.Id && scope.DescendantId == row.PlaceId && scope.ValidFrom < next && row.Month <= scope.ValidTo);
                if (place is not Municipality && row.PlaceId != place.Id && !below)
                    continue;
                var key = $"{row.Table} {place.Id} {row.Month} {row.Sex} {row.Age} {row.ImportId}";
                if (!sums.TryGetValue(key, out var sum))
                    sums.Add(key, sum = new long[6]);
                long[] values = [1, row.Headcount, row.Scheduled, row.Short, row.Long, row.FromDay60];
                for (var index = 0; index < values.Length; index++)
                    sum[index] += values[index];
            }
        }

        return sums.Select(sum => $"{sum.Key} {string.Join(' ', sum.Value)}").Order(StringComparer.Ordinal).ToList();
    });
}
