using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Figures;

/// <summary>The sums of places are what plain loops over the rows and the organisation of each month give, whatever has happened to either.</summary>
public sealed class FigureSumTests : IAsyncLifetime
{
    private Installed _installed = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _installed = await AbsenceSample.Ready();

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task After_imports_a_correction_and_its_undoing()
    {
        await Take(FigureTable.Headcount, FigureSample.HeadcountTable(4));
        await Same();
        await Take(FigureTable.Turnover, FigureSample.TurnoverTable(4));
        await Same();
        await Take(FigureTable.Incidents, FigureSample.IncidentExtract(4));
        await Same();
        await Take(FigureTable.Survey, $"{FigureSample.Survey}\n2025;Björkskolan;Arbetsbelastning;25;71,5\n2025;Omsorgsnämnden;Arbetsbelastning;60;70\n");
        await Same();
        await Take(FigureTable.Headcount, $"{FigureSample.Headcount}\n2026-01;Björkskolan;44;3\n");
        await Same();
        var before = await Sums();
        foreach (var import in (await _installed.Do(new ListImports())).Rows.Take(2))
        {
            await _installed.Do(new UndoImport(import.Id));
            await Same();
        }

        Assert.NotEqual(before, await Sums());
    }

    [Fact]
    public async Task After_headcounts_that_move_events_and_a_unit_that_moves()
    {
        await Take(FigureTable.Headcount, FigureSample.HeadcountTable(3));
        await Take(FigureTable.Incidents, FigureSample.IncidentExtract(3));
        var before = await Sums();
        await _installed.Do(new ImportOrganisation(
            "flytt.csv", "administration_code;administration;board;unit_code;unit\nOMS;Omsorgsförvaltningen;Omsorgsnämnden;E2;Ekskolan\n"u8.ToArray(), new DateOnly(2026, 1, 1), DryRun: false));
        await Same();
        Assert.NotEqual(before, await Sums());
        await Take(FigureTable.Headcount, $"{FigureSample.Headcount}\n2026-01;Barn- och utbildningsförvaltningen;44;3\n");
        await Same();
    }

    [Fact]
    public async Task After_the_start_of_a_version_that_keeps_sums_of_rows_from_one_that_did_not()
    {
        await Take(FigureTable.Headcount, FigureSample.HeadcountTable(3));
        await Take(FigureTable.Survey, $"{FigureSample.Survey}\n2025;Ängens äldreboende;Ledarskap;35;70\n2025;Centralköket;Ledarskap;12;71\n2025;Omsorgsförvaltningen;Ledarskap;46;72\n");
        await _installed.Do(new ImportOrganisation(
            "flytt.csv", "administration_code;administration;board;unit_code;unit\nOMS;Omsorgsförvaltningen;Omsorgsnämnden;K1;Centralköket\n"u8.ToArray(), new DateOnly(2025, 7, 1), DryRun: false));
        Assert.Equal(1, await _installed.Count<SurveyExposure>());
        await _installed.InDatabase(async database => await database.Set<FigureSum>().ExecuteDeleteAsync(Stop) + await database.Set<SurveyExposure>().ExecuteDeleteAsync(Stop));
        await _installed.Services.GetRequiredService<InstallationSetup>().Open(stop: Stop);
        await Same();
        Assert.Equal(1, await _installed.Count<SurveyExposure>());
    }

    private async Task Take(FigureTable table, string content)
    {
        _installed.Clock.Advance(TimeSpan.FromMinutes(5));
        await _installed.Take(table, content);
    }

    private async Task Same()
    {
        var expected = await Slow();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await Sums());
    }

    private Task<List<string>> Sums() => _installed.InDatabase(async database => (await database.Set<FigureSum>().AsNoTracking().ToListAsync(Stop))
        .ConvertAll(sum => $"{sum.Table} {sum.PlaceId} {sum.Period} {sum.Sex} {sum.Category} {sum.Basis} {sum.ImportId} {sum.Headcount} {sum.First} {sum.Second}")
        .Order(StringComparer.Ordinal).ToList());

    // Every place above units asks every row whether it counts there in its month.
    private Task<List<string>> Slow() => _installed.InDatabase(async database =>
    {
        var rows = (await database.Set<CountedFigure>().AsNoTracking().ToListAsync(Stop)).FindAll(row => row.ReplacedById is null);
        var scopes = await database.PlaceScopes.AsNoTracking().ToListAsync(Stop);
        var sums = new Dictionary<string, long[]>();
        foreach (var place in (await database.Places.AsNoTracking().ToListAsync(Stop)).FindAll(place => place is not Unit))
        {
            foreach (var row in rows)
            {
                var ofUnits = row.Table is FigureTable.Headcount or FigureTable.Incidents;
                var below = ofUnits && scopes.Exists(scope => scope.AncestorId == place.Id && scope.DescendantId == row.PlaceId && scope.ValidFrom < row.Period.AddMonths(1) && row.Period <= scope.ValidTo);
                var counts = row.PlaceId == place.Id
                    || (place is Municipality ? row.Table != FigureTable.Survey && !(row.Table == FigureTable.Incidents && row.Category == "") : below);
                if (!counts)
                    continue;
                var key = $"{row.Table} {place.Id} {row.Period} {row.Sex} {row.Category} {row.Basis} {row.ImportId}";
                var sum = sums.TryGetValue(key, out var known) ? known : sums[key] = [0, 0, 0];
                sum[0] += row.Headcount ?? 0;
                sum[1] += row.First;
                sum[2] += row.Second;
            }
        }

        return sums.Select(sum => $"{sum.Key} {sum.Value[0]} {sum.Value[1]} {sum.Value[2]}").Order(StringComparer.Ordinal).ToList();
    });
}
