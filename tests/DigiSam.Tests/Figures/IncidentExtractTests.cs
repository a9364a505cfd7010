using System.Globalization;
using System.Text;
using DigiSam.ColumnMappings;
using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.Requests;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Figures;

/// <summary>An extract of events becomes counts that are right, stand with the basis that was stated, and replace the months that it covers.</summary>
public sealed class IncidentExtractTests : IAsyncLifetime
{
    private static readonly DateOnly January = new(2026, 1, 1);

    private Installed _installed = null!;

    public async ValueTask InitializeAsync()
    {
        _installed = await AbsenceSample.Ready();
        await _installed.Take(FigureTable.Headcount, FigureSample.HeadcountTable());
        _installed.Clock.Advance(TimeSpan.FromMinutes(5));
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Theory]
    [InlineData(EventUnit.Home, EventDate.Event)]
    [InlineData(EventUnit.Event, EventDate.Event)]
    [InlineData(EventUnit.Home, EventDate.Report)]
    public async Task Every_count_equals_what_plain_loops_over_the_lines_give(EventUnit unit, EventDate date)
    {
        // Events near the end are reported later than today.
        var extract = FigureSample.IncidentExtract(months: 25).Replace("2026-02", "2026-01", StringComparison.Ordinal).Replace("2026-03", "2026-01", StringComparison.Ordinal);
        await _installed.Take(FigureTable.Incidents, extract, basis: new EventBasis(unit, date, new DateOnly(2024, 2, 1), January));
        foreach (var (place, units) in new[] { ("Ekskolan", new[] { "Ekskolan" }), ("Omsorgsnämnden", ["Ängens äldreboende", "Centralköket"]), ("Exempelkommunen", AbsenceSample.Units) })
        {
            var view = await _installed.Figures(place, January);
            foreach (var (end, of) in new[] { (January, (Func<FigureLine, decimal?>)(line => line.Now)), (January.AddYears(-1), line => line.Before) })
            {
                Assert.Equal(Slowly(extract, unit, date, units, end, ["Arbetsskada", "Olycksfall"]), of(view.Line(FigureMetric.Incidents, category: "arbetsskada")));
                Assert.Equal(Slowly(extract, unit, date, units, end, ["Tillbud"]), of(view.Line(FigureMetric.Incidents, category: "tillbud")));
                Assert.Equal(Slowly(extract, unit, date, units, end, ["Riskobservation"]), of(view.Line(FigureMetric.Incidents, category: "riskobservation")));
                Assert.Equal(Slowly(extract, unit, date, units, end, ["Viktor snubblade"]), of(view.Line(FigureMetric.Incidents, category: "annat")));
                Assert.Equal(Slowly(extract, unit, date, units, end, null), of(view.Line(FigureMetric.ClosedIncidents)));
            }

            var section = view.Sections.Single(section => section.Table == FigureTable.Incidents);
            Assert.Equal([$"{unit}/{date}"], section.Bases);
            Assert.Equal($"{unit}/{date}", Assert.Single(section.Imports).Basis);
        }
    }

    [Fact]
    public async Task A_unit_where_nothing_happened_has_nought_and_no_gap()
    {
        await _installed.Take(FigureTable.Incidents, FigureSample.IncidentExtract(13, only: "Ekskolan"));
        var view = await _installed.Figures("Björkskolan", FigureSample.Last);
        Assert.Equal((0, 0), (view.Line(FigureMetric.Incidents, category: "arbetsskada").Now, view.Line(FigureMetric.ClosedIncidents).Now));
        Assert.Null(view.Line(FigureMetric.Incidents, category: "arbetsskada").Before);
    }

    [Fact]
    public async Task An_extract_replaces_the_months_that_it_covers_and_no_others_and_is_undone_as_a_whole()
    {
        const string First = $"{FigureSample.Incidents}\n2025-11-03;;Ekskolan;;Tillbud;Ja\n2026-01-03;;Ekskolan;;Tillbud;Ja\n2026-01-04;;Björkskolan;;Arbetsskada;Nej\n";
        var first = await _installed.Take(FigureTable.Incidents, First);
        Assert.Contains(first.Warnings, warning => warning.Reason.StartsWith("händelserna är räknade på hemenhet och händelsedatum, och utdraget gäller november 2025 till januari 2026", StringComparison.Ordinal));
        var before = await Counts();
        Assert.Equal([("2025-11", "tillbud", 1, 1), ("2026-01", "arbetsskada", 1, 0), ("2026-01", "tillbud", 1, 1)], before);
        Assert.True((await _installed.Take(FigureTable.Incidents, First)).AlreadyImported);

        _installed.Clock.Advance(TimeSpan.FromMinutes(5));
        const string Second = $"{FigureSample.Incidents}\n2026-01-04;;Björkskolan;;Arbetsskada;Ja\n";
        var report = await _installed.Take(FigureTable.Incidents, Second, "januari.csv");
        Assert.Contains(report.Warnings, warning => warning.Reason == "januari 2026: 2 rader ändras; antal 2 → 1, klarmarkerade 1 → 1");
        Assert.Equal([("2025-11", "tillbud", 1, 1), ("2026-01", "arbetsskada", 1, 1)], await Counts());

        await _installed.Do(new UndoImport((await _installed.Do(new ListImports())).Rows[0].Id));
        Assert.Equal(before, await Counts());
    }

    [Fact]
    public async Task Years_that_are_counted_in_different_ways_are_not_compared()
    {
        await _installed.Take(FigureTable.Incidents, FigureSample.IncidentExtract(24));
        Assert.NotNull((await _installed.Figures("Ekskolan")).Line(FigureMetric.ClosedIncidents).Difference);
        var onlyFebruary = $"{FigureSample.Incidents}\n2026-02-04;2026-02-05;Björkskolan;Ekskolan;Arbetsskada;Ja\n";
        await _installed.Take(FigureTable.Incidents, onlyFebruary, basis: new EventBasis(EventUnit.Event, EventDate.Event));
        var view = await _installed.Figures("Ekskolan");
        var line = view.Line(FigureMetric.ClosedIncidents);
        Assert.Equal((true, true, null), (line.Now is not null, line.Before is not null, line.Difference));
        Assert.Equal(["Event/Event", "Home/Event"], view.Sections.Single(section => section.Table == FigureTable.Incidents).Bases);
    }

    [Theory]
    [InlineData("2026-01-40;2026-01-02;Ekskolan;Ekskolan;Tillbud;Ja", "datumet skrivs")]
    [InlineData("2026-04-01;2026-01-02;Ekskolan;Ekskolan;Tillbud;Ja", "har inte varit än")]
    [InlineData("2026-01-01;2026-01-02;Viktoria Silverstolpe;Ekskolan;Tillbud;Ja", "enheten är okänd")]
    [InlineData("2026-01-01;2026-01-02;Ekskolan;Ekskolan;Tillbud;Viktoria Silverstolpe", "ja eller nej")]
    [InlineData("Viktoria Silverstolpe;2026-01-02;Ekskolan;Ekskolan;Tillbud;Ja", "datumet skrivs")]
    [InlineData("2026-01-01;2026-01-02;Ekskolan", "3 fält men rubriken 6")]
    public async Task A_faulty_row_is_told_by_its_line_and_never_repeated(string row, string reason)
    {
        var refused = await _installed.Refused(FigureSample.Import(FigureTable.Incidents, $"{FigureSample.Incidents}\n{row}\n"));
        var told = Assert.Single(refused.Details);
        Assert.StartsWith("rad 2: ", told, StringComparison.Ordinal);
        Assert.Contains(reason, told, StringComparison.Ordinal);
        Assert.DoesNotContain("Viktoria", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_column_or_the_choice_that_it_is_counted_by_nothing_is_taken_in()
    {
        var refused = await _installed.Refused(FigureSample.Import(FigureTable.Incidents, "händelsedatum;hemenhet;slag;klarmarkerad\n2026-01-01;Ekskolan;Tillbud;Ja\n", basis: new EventBasis(EventUnit.Event, EventDate.Event)));
        Assert.Contains("händelseenhet", Assert.Single(refused.Details), StringComparison.Ordinal);
        var source = ImportSource.FromBytes("kia.csv", Encoding.UTF8.GetBytes(FigureSample.IncidentExtract(2)));
        var invalid = Assert.IsType<Outcome<ImportReport>.Invalid>(await _installed.Send(new ImportFigures(FigureTable.Incidents, source, null, DryRun: false)));
        Assert.Contains("hemenhet eller händelseenhet", Assert.Single(invalid.Messages), StringComparison.Ordinal);
        Assert.Equal(ImportKind.Incidents, (await _installed.Do(new RecogniseFile(source))).Kind);
    }

    [Fact]
    public async Task A_quote_in_free_text_that_is_not_closed_does_not_swallow_events()
    {
        var table = $"{FigureSample.Incidents};text\n2026-01-01;;Ekskolan;;Tillbud;Ja;\"ramlade\n2026-01-02;;Ekskolan;;Tillbud;Ja;\n2026-01-03;;Ekskolan;;Tillbud;Ja;\n";
        var refused = await _installed.Refused(FigureSample.Import(FigureTable.Incidents, table));
        Assert.Contains(refused.Details, detail => detail.Contains("citattecknen går inte ihop", StringComparison.Ordinal));
        var odd = table.Replace("2026-01-03;;Ekskolan;;Tillbud;Ja;", "2026-01-03;;Ekskolan;;Tillbud;Ja;\"halkade\"", StringComparison.Ordinal);
        refused = await _installed.Refused(FigureSample.Import(FigureTable.Incidents, odd));
        Assert.Contains(refused.Details, detail => detail.Contains("citattecknen går inte ihop", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_and_free_text_are_nowhere_after_the_import()
    {
        foreach (var basis in new[] { FigureSample.ByHome, new EventBasis(EventUnit.Event, EventDate.Event) })
            await _installed.Take(FigureTable.Incidents, FigureSample.IncidentExtract(14), basis: basis);
        var rows = DatabaseContents.Read(_installed).SelectMany(table => table.Value).ToList();
        Assert.Contains(rows, row => row.Contains("arbetsskada", StringComparison.Ordinal));
        foreach (var word in new[] { "Viktor", "Silverstolpe", "halkade", "ambulans", "Olycksfall" })
            Assert.DoesNotContain(rows, row => row.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<List<(string, string, int, int)>> Counts() =>
        [.. (await _installed.InDatabase(database => database.Set<CountedFigure>().AsNoTracking().Where(row => row.Table == FigureTable.Incidents && row.ReplacedById == null && row.Category != "").ToListAsync()))
            .Select(row => ($"{row.Period:yyyy-MM}", row.Category, (int)row.First / 100, (int)row.Second / 100)).Order()];

    /// <summary>Splits lines and counts them, and knows nothing else; all that are marked ready when no kinds are given.</summary>
    private static decimal Slowly(string extract, EventUnit unit, EventDate date, string[] units, DateOnly end, string[]? kinds)
    {
        var count = 0;
        for (var back = 0; back < 12; back++)
        {
            var month = end.AddMonths(-back).ToString("yyyy-MM", CultureInfo.InvariantCulture);
            foreach (var cells in extract.Split('\n').Select(line => line.Split(';')).Where(cells => cells.Length > 7))
            {
                var counts = cells[date == EventDate.Event ? 1 : 2].StartsWith(month, StringComparison.Ordinal) && units.Contains(cells[unit == EventUnit.Home ? 3 : 4]);
                count += counts && (kinds?.Contains(cells[5]) ?? cells[6] == "Ja") ? 1 : 0;
            }
        }

        return count;
    }
}
