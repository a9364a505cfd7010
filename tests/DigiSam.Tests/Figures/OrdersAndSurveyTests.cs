using System.Globalization;
using DigiSam.Figures;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Figures;

/// <summary>Orders of occupational health services are counted where they may lie; survey indices stand as they came, each for itself.</summary>
public sealed class OrdersAndSurveyTests : IAsyncLifetime
{
    private Installed _installed = null!;

    public async ValueTask InitializeAsync() => _installed = await AbsenceSample.Ready();

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task Orders_of_twelve_months_equal_what_plain_loops_give()
    {
        await _installed.Take(FigureTable.Headcount, FigureSample.HeadcountTable());
        var table = FigureSample.OrdersTable();
        await _installed.Take(FigureTable.OccupationalHealth, table);
        foreach (var (place, boards) in new[] { ("Omsorgsnämnden", new[] { "Omsorgsnämnden" }), ("Exempelkommunen", AbsenceSample.Boards) })
        {
            var view = await _installed.Figures(place);
            foreach (var (end, of) in new[] { (FigureSample.Last, (Func<FigureLine, decimal?>)(line => line.Now)), (FigureSample.Last.AddYears(-1), line => line.Before) })
            {
                Assert.Equal(Slowly(table, boards, null, end, 3), of(view.Line(FigureMetric.Orders)));
                Assert.Equal(Slowly(table, boards, "ergonomi", end, 3), of(view.Line(FigureMetric.Orders, category: "ergonomi")));
                Assert.Equal(Slowly(table, boards, "något alldeles eget", end, 3), of(view.Line(FigureMetric.Orders, category: "annat")));
                Assert.Equal(Slowly(table, boards, null, end, 4), of(view.Line(FigureMetric.OrderedHours)));
            }
        }
    }

    [Fact]
    public async Task Of_an_extract_of_orders_only_the_columns_and_words_that_are_known_are_kept()
    {
        var report = await _installed.Take(FigureTable.OccupationalHealth, $"{FigureSample.Orders};namn\n2026-01;Omsorgsnämnden;Viktor Silverstolpes rygg;2;3,5;Viktor Silverstolpe\n");
        Assert.Contains(report.Warnings, warning => warning.Reason.StartsWith("antalet anställda är inte inläst", StringComparison.Ordinal));
        Assert.DoesNotContain(DatabaseContents.Read(_installed).SelectMany(table => table.Value), row => row.Contains("Silverstolpe", StringComparison.OrdinalIgnoreCase));
        var rows = await _installed.InDatabase(database => database.Set<CountedFigure>().Join(database.Places, row => row.PlaceId, place => place.Id, (row, place) => new { row.Category, place.Name, row.First, row.Second }).Where(row => row.Category != "").ToListAsync());
        Assert.Equal(("annat", "Exempelkommunen", 200, 350), (Assert.Single(rows).Category, rows[0].Name, rows[0].First, rows[0].Second));
    }

    [Fact]
    public async Task Every_index_stands_for_its_own_place_beside_the_year_before()
    {
        await _installed.Take(FigureTable.Survey, $"{FigureSample.Survey}\n2024;Ekskolan;Ledarskap;30;70,5\n2025;Ekskolan;Ledarskap;31;72,25\n2025;Ekskolan;Arbetsbelastning;31;60\n2025;Exempelkommunen;Ledarskap;400;68\n");
        var lines = Assert.Single((await _installed.Figures("Ekskolan")).Sections).Lines;
        Assert.Equal([("Arbetsbelastning", 60m, null), ("Ledarskap", 72.25m, 70.5m)], lines.Select(line => (line.Category, line.Now!.Value, line.Before)));
        Assert.Equal(68, (await _installed.Figures("Exempelkommunen")).Line(FigureMetric.SurveyIndex, category: "Ledarskap").Now);
        Assert.Empty((await _installed.Figures("Grundskolenämnden")).Sections);
        Assert.Equal(70.5m, Assert.Single(Assert.Single((await _installed.Figures("Ekskolan", new DateOnly(2024, 12, 1))).Sections).Lines).Now);
    }

    [Theory]
    [InlineData("2025;Omsorgsförvaltningen;Ledarskap;36;70", 3, "1 fler")]
    [InlineData("2025;Omsorgsförvaltningen;Ledarskap;35;70", 0, "")]
    [InlineData("2025;Omsorgsförvaltningen;Ledarskap;46;70", 0, "")]
    [InlineData("2025;Exempelkommunen;Ledarskap;45;70", 3, "10 fler")]
    [InlineData("2025;Exempelkommunen;Trivsel;45;70", 0, "")]
    public async Task A_place_that_would_leave_ten_or_fewer_of_those_below_it_is_refused(string row, int line, string reason)
    {
        var file = $"{FigureSample.Survey}\n2025;Ängens äldreboende;Ledarskap;35;70\n";
        if (line == 0)
        {
            await _installed.Take(FigureTable.Survey, $"{file}{row}\n");
            return;
        }

        var refused = await _installed.Refused(FigureSample.Import(FigureTable.Survey, $"{file}{row}\n"));
        Assert.Contains(refused.Details, detail => detail.StartsWith($"rad {line}: ", StringComparison.Ordinal) && detail.Contains(reason, StringComparison.Ordinal));
        await _installed.Take(FigureTable.Survey, file);
        await _installed.Refused(FigureSample.Import(FigureTable.Survey, $"{FigureSample.Survey}\n{row}\n"));
    }

    [Theory]
    [InlineData("Grundskolenämnden", 1000, "5 fler")]
    [InlineData("Grundskolenämnden", 1005, "10 fler")]
    [InlineData("Grundskolenämnden", 1006, null)]
    [InlineData("Grundskolenämnden", 995, null)]
    [InlineData("Grundskolenämnden;Ledarskap;600;70\n2025;Björkskolan", 1000, "5 fler")]
    public async Task A_place_that_would_leave_ten_or_fewer_of_a_board_and_the_units_of_another_is_refused(string board, int whole, string? reason)
    {
        var last = board.Contains('\n', StringComparison.Ordinal) ? 30 : 600;
        var file = $"{FigureSample.Survey}\n2025;{board};Ledarskap;{last};70\n2025;Ängens äldreboende;Ledarskap;200;70\n2025;Centralköket;Ledarskap;195;70\n2025;Exempelkommunen;Ledarskap;{whole};70\n";
        if (reason is null)
            await _installed.Take(FigureTable.Survey, file);
        else
            Assert.Contains((await _installed.Refused(FigureSample.Import(FigureTable.Survey, file))).Details, detail => detail.Contains($"Exempelkommunen, Ledarskap: svaren är {reason}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_index_that_a_new_organisation_would_leave_a_small_group_of_is_not_shown_until_the_survey_comes_anew()
    {
        await _installed.Take(FigureTable.Survey, $"{FigureSample.Survey}\n2025;Ängens äldreboende;Ledarskap;35;70\n2025;Centralköket;Ledarskap;12;71\n2025;Omsorgsförvaltningen;Ledarskap;46;72\n2025;Omsorgsförvaltningen;Trivsel;80;73\n");
        Assert.Equal(72, (await _installed.Figures("Omsorgsförvaltningen")).Line(FigureMetric.SurveyIndex, category: "Ledarskap").Now);
        await Move("2025-07-01", "OMS;Omsorgsförvaltningen");
        Assert.Null((await _installed.Figures("Omsorgsförvaltningen")).Line(FigureMetric.SurveyIndex, category: "Ledarskap").Now);
        Assert.Equal(73, (await _installed.Figures("Omsorgsförvaltningen")).Line(FigureMetric.SurveyIndex, category: "Trivsel").Now);
        Assert.Equal(71, (await _installed.Figures("Centralköket")).Line(FigureMetric.SurveyIndex, category: "Ledarskap").Now);

        _installed.Clock.Advance(TimeSpan.FromMinutes(5));
        await _installed.Take(FigureTable.Survey, $"{FigureSample.Survey}\n2025;Omsorgsförvaltningen;Ledarskap;60;74\n", "ny.csv");
        Assert.Equal(74, (await _installed.Figures("Omsorgsförvaltningen")).Line(FigureMetric.SurveyIndex, category: "Ledarskap").Now);
        await _installed.Do(new DigiSam.Imports.UndoImport(await _installed.InDatabase(database => database.ImportBatches.Where(batch => batch.FileName == "ny.csv").Select(batch => batch.Id).SingleAsync())));
        Assert.Null((await _installed.Figures("Omsorgsförvaltningen")).Line(FigureMetric.SurveyIndex, category: "Ledarskap").Now);
    }

    private Task<DigiSam.Imports.ImportReport> Move(string day, string administration) => _installed.Do(new DigiSam.Organisation.ImportOrganisation(
        "ny-organisation.csv", System.Text.Encoding.UTF8.GetBytes($"administration_code;administration;board;unit_code;unit\n{administration};Omsorgsnämnden;K1;Centralköket\n"),
        DateOnly.Parse(day, CultureInfo.InvariantCulture), DryRun: false));

    private static decimal Slowly(string table, string[] boards, string? service, DateOnly end, int column)
    {
        decimal sum = 0;
        for (var back = 0; back < 12; back++)
        {
            foreach (var cells in table.Split('\n').Select(line => line.Split(';')))
            {
                if (cells[0] == end.AddMonths(-back).ToString("yyyy-MM", CultureInfo.InvariantCulture) && boards.Contains(cells[1]) && (service is null || cells[2] == service))
                    sum += decimal.Parse(cells[column].Replace(',', '.'), CultureInfo.InvariantCulture);
            }
        }

        return sum;
    }
}
