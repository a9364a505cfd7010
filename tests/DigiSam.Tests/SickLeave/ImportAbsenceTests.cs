using System.Text;
using DigiSam.Access;
using DigiSam.Imports;
using DigiSam.Requests;
using DigiSam.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.SickLeave;

/// <summary>Monthly absence is taken in whole or not at all, a correction replaces, and an import can be undone.</summary>
public sealed class ImportAbsenceTests : IAsyncLifetime
{
    private const string TwoRows = $"""
        {AbsenceSample.UnitHeader}
        2026-01;Björkskolan;40;5000;100,5;250;50
        2026-01;E2;25;3000.25;60;0;0
        """;

    private Installed _installed = null!;

    public async ValueTask InitializeAsync()
    {
        _installed = await AbsenceSample.Ready();
        _installed.Clock.Advance(TimeSpan.FromMinutes(5));
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task However_it_is_written_the_same_rows_come_in()
    {
        var forms = new (string Name, byte[] Content)[]
        {
            ("utf8.csv", Encoding.UTF8.GetBytes(TwoRows)),
            ("bom.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(TwoRows.ReplaceLineEndings("\r\n"))]),
            ("latin.csv", Encoding.Latin1.GetBytes(TwoRows)),
            ("komma.csv", Encoding.UTF8.GetBytes(TwoRows.Replace("100,5", "100.5", StringComparison.Ordinal).Replace(';', ','))),
            ("bok.xlsx", Workbook.Of(TwoRows)),
        };
        Assert.Equal((2, 0, 0), Counts(await _installed.Take(TwoRows)));
        var first = await Rows();
        Assert.Equal([(40, 500_000, 10_050, 25_000, 5_000), (25, 300_025, 6_000, 0, 0)], first.Select(row => (row.Headcount, row.Scheduled, row.Short, row.Long, row.FromDay60)));
        foreach (var (name, content) in forms)
        {
            var report = await _installed.Do(new ImportAbsence(ImportSource.FromBytes(name, content), DryRun: false));
            Assert.True(report.AlreadyImported, name);
            Assert.Equal((0, 0, 2), Counts(report));
        }

        Assert.Equal(first.Select(row => row.Id), (await Rows()).Select(row => row.Id));
    }

    [Theory]
    [InlineData("2026-01;Björkskolan;10;5000;0;0;0", "tio personer eller färre")]
    [InlineData("2026-01;Björkskolan;40;5000;4000;1001;0", "sjuktimmarna är fler")]
    [InlineData("2026-01;Björkskolan;40;5000;0;10;11", "sjuk_timmar_60 är fler")]
    [InlineData("2026-01;Björkskolan;40;0;0;0;0", "ordinarie_timmar är noll")]
    [InlineData("2026-01;Björkskolan;40;-1;0;0;0", "inte rimligt")]
    [InlineData("2026-01;Björkskolan;40;500,125;0;0;0", "två sätt")]
    [InlineData("2026-01;Björkskolan;40;5000,1251;0;0;0", "fler än två decimaler")]
    [InlineData("2026-01;Björkskolan;fyrtio;5000;0;0;0", "heltal")]
    [InlineData("2026-13;Björkskolan;40;5000;0;0;0", "år och månad")]
    [InlineData("2026-04;Björkskolan;40;5000;0;0;0", "har inte varit än")]
    [InlineData("2019-12;Björkskolan;40;5000;0;0;0", "fanns inte december 2019")]
    [InlineData("2026-01;Björkskolen;40;5000;0;0;0", "är okänd")]
    [InlineData("2026-01;Omsorgsnämnden;40;5000;0;0;0", "är okänd")]
    [InlineData("2026-01;Ekskolan;40;5000;0;0;0", "upprepar rad 2")]
    [InlineData("2026-01;Björkskolan;40;5000;0;0", "6 fält men rubriken 7")]
    public async Task A_row_that_is_wrong_stops_the_file_and_is_named_with_its_line(string row, string reason)
    {
        var refused = await _installed.Refused(new ImportAbsence(AbsenceSample.Source($"{AbsenceSample.UnitHeader}\n2026-01;Ekskolan;25;3000;60;0;0\n{row}\n"), DryRun: false));
        Assert.Contains(refused.Details, detail => detail.StartsWith("rad 3: ", StringComparison.Ordinal) && detail.Contains(reason, StringComparison.Ordinal));
        Assert.Empty(await Rows());
        Assert.Equal(0, await _installed.InDatabase(database => database.ImportBatches.CountAsync(batch => batch.Kind == ImportKind.Absence)));
    }

    [Fact]
    public async Task A_column_that_nobody_asked_for_is_refused_so_that_nothing_about_persons_comes_in()
    {
        var refused = await _installed.Refused(new ImportAbsence(AbsenceSample.Source($"{AbsenceSample.UnitHeader};personnummer\n2026-01;Ekskolan;25;3000;60;0;0;19800101\n"), DryRun: false));
        Assert.Contains("personnummer", Assert.Single(refused.Details), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Small_groups_are_merged_into_the_level_above()
    {
        await _installed.Take($"{AbsenceSample.UnitHeader}\n2026-01;Barn- och utbildningsförvaltningen;15;2000;10;0;0\n");
        await _installed.Take($"{AbsenceSample.BoardHeader}\n2026-01;Exempelkommunen;män;-29;14;2000;10;0;0\n2026-01;Omsorgsnämnden;kvinnor;50-;30;4000;10;100;0\n");
        await _installed.Take($"{AbsenceSample.PositionHeader}\n2026-01;Lärare;kvinnor;30;4000;10;100;0\n2026-01;Övriga;män;11;1500;10;0;0\n");
        Assert.Equal([AbsenceTable.Unit, AbsenceTable.Board, AbsenceTable.Board, AbsenceTable.Position, AbsenceTable.Position], (await Rows()).Select(row => row.Table).Order());
    }

    [Fact]
    public async Task A_correction_replaces_single_rows_says_what_changes_and_can_be_undone()
    {
        await _installed.Take(TwoRows);
        var before = await Holding();
        var correction = TwoRows.Replace("100,5", "110,5", StringComparison.Ordinal).Replace("2026-01;E2", "2025-12;E2", StringComparison.Ordinal);
        var tried = await _installed.Take(correction, "rattad.csv", dryRun: true);
        Assert.Equal((1, 1, 0), Counts(tried));
        Assert.Equal(before, await Holding());

        _installed.Clock.Advance(TimeSpan.FromMinutes(5));
        var report = await _installed.Take(correction, "rattad.csv");
        Assert.Contains(report.Warnings, warning => warning.Reason == "januari 2026: 1 rad ändras; ordinarie timmar 5 000,0 → 5 000,0, sjuktimmar 350,5 → 360,5");
        Assert.Equal(3, (await Holding()).Count);

        var imports = (await _installed.Do(new ListImports())).Rows;
        var (second, first) = (imports[0], imports[1]);
        Assert.Equal(("rattad.csv", 2, true), (second.FileName, second.Rows, second.MayBeUndone));
        var refused = await _installed.Refused(new UndoImport(first.Id));
        Assert.Contains("rattad.csv", refused.Message, StringComparison.Ordinal);

        Assert.Equal(new ImportUndone("rattad.csv", 2, 1), await _installed.Do(new UndoImport(second.Id)));
        Assert.Equal(before, await Holding());
        Assert.Equal(new ImportUndone("rattad.csv", 0, 0), await _installed.Do(new UndoImport(second.Id)));
        Assert.NotNull((await _installed.Do(new ListImports())).Rows[0].UndoneAt);
        await _installed.Do(new UndoImport(first.Id));
        Assert.Empty(await Rows());
        Assert.Equal((2, 0, 0), Counts(await _installed.Take(TwoRows)));
    }

    [Fact]
    public async Task Tables_that_count_other_people_are_pointed_out()
    {
        await _installed.Take($"{AbsenceSample.UnitHeader}\n2026-01;Ekskolan;25;3000;60;0;0\n2025-12;Ekskolan;25;3000;60;0;0\n");
        var report = await _installed.Take($"{AbsenceSample.BoardHeader}\n2026-01;Grundskolenämnden;kvinnor;50-;25;3016;60;0;0\n2025-12;Grundskolenämnden;kvinnor;50-;25;3015;60;0;0\n");
        Assert.Equal("motsägelse i januari 2026: nämndernas ordinarie timmar är 3 016 men enheternas 3 000 (tabellerna ska räkna samma anställda)", Assert.Single(report.Warnings).Reason);
    }

    [Fact]
    public async Task Only_hr_strategists_take_in_figures_and_undo_them()
    {
        var manager = await _installed.PersonWith(Role.Manager, await _installed.InDatabase(database => database.Units.Select(unit => unit.Id).FirstAsync()));
        Assert.IsType<Outcome<ImportReport>.Denied>(await _installed.SendAs(manager, new ImportAbsence(AbsenceSample.Source(TwoRows), DryRun: false)));
        await _installed.Take(TwoRows);
        var import = (await _installed.Do(new ListImports())).Rows[0].Id;
        Assert.IsType<Outcome<ImportUndone>.Denied>(await _installed.SendAs(manager, new UndoImport(import)));
        Assert.IsType<Outcome<PageOf<ImportRow>>.Denied>(await _installed.SendAs(manager, new ListImports()));
        Assert.Equal(2, (await Rows()).Count);
    }

    [Fact]
    public async Task Ten_thousand_faults_are_told_in_short()
    {
        var file = new StringBuilder(AbsenceSample.UnitHeader).Append('\n');
        for (var row = 0; row < 12_000; row++)
            file.Append("2026-01;Enhet ").Append(row).Append(";5;100;0;0;0\n");
        var refused = await _installed.Refused(new ImportAbsence(AbsenceSample.Source(file.ToString()), DryRun: false));
        Assert.InRange(refused.Details.Count, 2, 1501);
        Assert.Contains("fler än 10 000", refused.Message, StringComparison.Ordinal);
    }

    private static (int, int, int) Counts(ImportReport report) => (report.Added, report.Replaced, report.Unchanged);

    private Task<List<AbsenceMonth>> Rows() => _installed.InDatabase(database => database.Set<AbsenceMonth>().AsNoTracking().OrderBy(row => row.ImportId).ThenBy(row => row.Line).ToListAsync());

    private async Task<List<Guid>> Holding() => [.. (await Rows()).Where(row => row.ReplacedById is null).Select(row => row.Id).Order()];
}
