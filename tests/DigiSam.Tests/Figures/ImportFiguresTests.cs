using System.Text;
using DigiSam.Access;
using DigiSam.ColumnMappings;
using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.Requests;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Figures;

/// <summary>Counted figures are taken in whole or not at all, a correction replaces, and an import can be undone.</summary>
public sealed class ImportFiguresTests : IAsyncLifetime
{
    private const string TwoRows = $"""
        {FigureSample.Overtime}
        2026-01;Grundskolenämnden;140;150,5;20
        2026-01;Omsorgsnämnden;225;90.25;60
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
            ("komma.csv", Encoding.UTF8.GetBytes(TwoRows.Replace("150,5", "150.5", StringComparison.Ordinal).Replace(';', ','))),
            ("bok.xlsx", Workbook.Of(TwoRows)),
        };
        Assert.Equal((2, 0, 0), Counts(await _installed.Take(FigureTable.Overtime, TwoRows)));
        var first = await Rows();
        Assert.Equal([(140, 15_050, 2_000), (225, 9_025, 6_000)], first.Select(row => (row.Headcount!.Value, row.First, row.Second)));
        foreach (var (name, content) in forms)
        {
            Assert.Equal(ImportKind.Overtime, (await _installed.Do(new RecogniseFile(ImportSource.FromBytes(name, content)))).Kind);
            var report = await _installed.Do(new ImportFigures(FigureTable.Overtime, ImportSource.FromBytes(name, content), null, DryRun: false));
            Assert.True(report.AlreadyImported, name);
            Assert.Equal((0, 0, 2), Counts(report));
        }

        Assert.Equal(first.Select(row => row.Id), (await Rows()).Select(row => row.Id));
    }

    [Theory]
    [InlineData(FigureTable.Headcount, FigureSample.Headcount, "2026-01;Björkskolan;10;1", "tio personer eller färre")]
    [InlineData(FigureTable.Headcount, FigureSample.Headcount, "2026-01;Björkskolan;20;21", "chefer är fler än antal")]
    [InlineData(FigureTable.Headcount, FigureSample.Headcount, "2026-01;Björkskolan;20;1,5", "inte ett heltal")]
    [InlineData(FigureTable.Headcount, FigureSample.Headcount, "2026-01;Omsorgsnämnden;20;1", "är okänd")]
    [InlineData(FigureTable.Headcount, FigureSample.Headcount, "2026-04;Björkskolan;20;1", "har inte varit än")]
    [InlineData(FigureTable.Turnover, FigureSample.Turnover, "2026-01;Omsorgsnämnden;män;9;1;0", "en rad med kommunens namn")]
    [InlineData(FigureTable.Turnover, FigureSample.Turnover, "2026-01;Omsorgsnämnden;män;90;1;2", "pensionsavgångar är fler än avgångar")]
    [InlineData(FigureTable.Turnover, FigureSample.Turnover, "2026-01;Omsorgsnämnden;alla;90;1;0", "kvinnor eller män")]
    [InlineData(FigureTable.Turnover, FigureSample.Turnover, "2026-01;Grundskolenämnden;kvinnor;90;1;0", "upprepar rad 2")]
    [InlineData(FigureTable.Overtime, FigureSample.Overtime, "2026-01;Omsorgsnämnden;10;9;8", "tio personer eller färre")]
    [InlineData(FigureTable.Overtime, FigureSample.Overtime, "2026-01;Omsorgsnämnden;100;-9;8", "inte rimligt")]
    [InlineData(FigureTable.Overtime, FigureSample.Overtime, "2026-01;Omsorgsnämnden;100;9;500,125", "två sätt")]
    [InlineData(FigureTable.Overtime, FigureSample.Overtime, "2026-1;Omsorgsnämnden;100;9;8", "år och månad")]
    [InlineData(FigureTable.Overtime, FigureSample.Overtime, "2026-01;Omsorgsnämnden;100;9", "4 fält men rubriken 5")]
    [InlineData(FigureTable.Survey, FigureSample.Survey, "2025;Ekskolan;Ledarskap;10;70", "tio personer eller färre")]
    [InlineData(FigureTable.Survey, FigureSample.Survey, "2025;Ekskolan;Ledarskap;30;101", "inte rimligt")]
    [InlineData(FigureTable.Survey, FigureSample.Survey, "2027;Ekskolan;Ledarskap;30;70", "har inte varit än")]
    public async Task A_row_that_is_wrong_stops_the_file_and_is_named_with_its_line(FigureTable table, string header, string row, string reason)
    {
        var sound = table switch
        {
            FigureTable.Headcount => "2026-01;Ekskolan;25;1",
            FigureTable.Turnover => "2026-01;Grundskolenämnden;kvinnor;125;1;0",
            FigureTable.Overtime => "2026-01;Grundskolenämnden;125;10;0",
            _ => "2025;Björkskolan;Ledarskap;30;70",
        };
        var refused = await _installed.Refused(FigureSample.Import(table, $"{header}\n{sound}\n{row}\n"));
        Assert.Contains(refused.Details, detail => detail.StartsWith("rad 3: ", StringComparison.Ordinal) && detail.Contains(reason, StringComparison.Ordinal));
        Assert.Empty(await Rows());
        await _installed.Take(table, $"{header}\n{sound}\n");
        Assert.Single(await Rows());
    }

    [Fact]
    public async Task A_column_that_nobody_asked_for_is_refused_so_that_nothing_about_persons_comes_in()
    {
        var refused = await _installed.Refused(FigureSample.Import(FigureTable.Headcount, $"{FigureSample.Headcount};personnummer\n2026-01;Ekskolan;25;1;19800101\n"));
        Assert.Contains("personnummer", Assert.Single(refused.Details), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_replaces_single_rows_says_what_changes_and_can_be_undone()
    {
        await _installed.Take(FigureTable.Overtime, TwoRows);
        await _installed.Take(FigureTable.Headcount, $"{FigureSample.Headcount}\n2026-01;Ekskolan;25;1\n");
        var before = await Holding();
        var correction = TwoRows.Replace("150,5", "160,5", StringComparison.Ordinal).Replace("2026-01;Omsorgsnämnden", "2025-12;Omsorgsnämnden", StringComparison.Ordinal);
        Assert.Equal((1, 1, 0), Counts(await _installed.Take(FigureTable.Overtime, correction, "rattad.csv", dryRun: true)));
        Assert.Equal(before, await Holding());

        _installed.Clock.Advance(TimeSpan.FromMinutes(5));
        var report = await _installed.Take(FigureTable.Overtime, correction, "rattad.csv");
        Assert.Contains(report.Warnings, warning => warning.Reason == "januari 2026: 1 rad ändras; övertid timmar 240,8 → 250,8, mertid timmar 80,0 → 80,0");
        Assert.Equal(4, (await Holding()).Count);

        var imports = (await _installed.Do(new ListImports())).Rows;
        Assert.Equal(("rattad.csv", 2, true), (imports[0].FileName, imports[0].Rows, imports[0].MayBeUndone));
        var first = imports.Single(import => import is { Kind: ImportKind.Overtime, FileName: "Overtime.csv" });
        var refused = await _installed.Refused(new UndoImport(first.Id));
        Assert.Contains("rattad.csv", refused.Message, StringComparison.Ordinal);

        Assert.Equal(new ImportUndone("rattad.csv", 2, 1), await _installed.Do(new UndoImport(imports[0].Id)));
        Assert.Equal(before, await Holding());
        Assert.Equal(new ImportUndone("rattad.csv", 0, 0), await _installed.Do(new UndoImport(imports[0].Id)));
        await _installed.Do(new UndoImport(first.Id));
        Assert.Equal([FigureTable.Headcount], (await Rows()).Select(row => row.Table));
        Assert.Equal((2, 0, 0), Counts(await _installed.Take(FigureTable.Overtime, TwoRows)));
    }

    [Fact]
    public async Task What_a_later_file_says_too_is_not_undone_before_it()
    {
        await _installed.Take(FigureTable.Overtime, TwoRows);
        _installed.Clock.Advance(TimeSpan.FromMinutes(5));
        await _installed.Take(FigureTable.Overtime, $"{TwoRows}\n2025-12;Grundskolenämnden;140;10;0\n", "senare.csv");
        var first = (await _installed.Do(new ListImports())).Rows.Single(import => import.FileName == "Overtime.csv");
        Assert.Contains("senare.csv", (await _installed.Refused(new UndoImport(first.Id))).Message, StringComparison.Ordinal);
        Assert.Equal(3, (await Holding()).Count);
    }

    [Fact]
    public async Task Tables_that_contradict_each_other_or_themselves_are_pointed_out()
    {
        await AbsenceSample.Take(_installed, $"{AbsenceSample.UnitHeader}\n2026-01;Ekskolan;100;3000;60;0;0\n2025-12;Ekskolan;100;3000;60;0;0\n");
        var headcount = await _installed.Take(FigureTable.Headcount, $"{FigureSample.Headcount}\n2026-01;Ekskolan;94;1\n2025-12;Ekskolan;95;1\n");
        Assert.Equal("motsägelse i januari 2026: tabellen över anställda har 94 anställda men frånvaron per enhet 100 (tabellerna ska räkna samma anställda)", Assert.Single(headcount.Warnings).Reason);
        var turnover = await _installed.Take(FigureTable.Turnover, $"{FigureSample.Turnover}\n2025-12;Grundskolenämnden;kvinnor;80;0;0\n2025-12;Grundskolenämnden;män;15;16;0\n");
        Assert.Equal("motsägelse i december 2025: Grundskolenämnden har 16 avgångar bland 15 anställda", Assert.Single(turnover.Warnings).Reason);
        var overtime = await _installed.Take(FigureTable.Overtime, $"{FigureSample.Overtime}\n2025-12;Grundskolenämnden;101;5000;1\n");
        Assert.Contains(overtime.Warnings, warning => warning.Reason.Contains("övertiden har 101 anställda men personalomsättningen 95", StringComparison.Ordinal));
        Assert.Contains(overtime.Warnings, warning => warning.Reason.Contains("5\u00A0001 timmar övertid och mertid på 101 anställda", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_those_who_take_in_figures_do_and_others_see_only_their_own_place()
    {
        var units = await _installed.InDatabase(database => database.Units.OrderBy(unit => unit.Name).Select(unit => unit.Id).ToListAsync());
        var manager = await _installed.PersonWith(Role.Manager, units[0]);
        var head = await _installed.PersonWith(Role.Manager, await _installed.InDatabase(database => database.Municipalities.Select(whole => whole.Id).SingleAsync()));
        foreach (var person in new[] { manager, head })
            Assert.IsType<Outcome<ImportReport>.Denied>(await _installed.SendAs(person, FigureSample.Import(FigureTable.Overtime, TwoRows)));
        await _installed.Take(FigureTable.Headcount, FigureSample.HeadcountTable(1));
        Assert.IsType<Outcome<ImportUndone>.Denied>(await _installed.SendAs(manager, new UndoImport((await _installed.Do(new ListImports())).Rows[0].Id)));
        Assert.IsType<Outcome<FiguresView>.Denied>(await _installed.SendAs(manager, new ReadFigures(units[1])));
        Assert.Single(Assert.IsType<Outcome<FiguresView>.Done>(await _installed.SendAs(manager, new ReadFigures(units[0]))).Result.Sections);
    }

    private static (int, int, int) Counts(ImportReport report) => (report.Added, report.Replaced, report.Unchanged);

    private Task<List<CountedFigure>> Rows() => _installed.InDatabase(database => database.Set<CountedFigure>().AsNoTracking().OrderBy(row => row.ImportId).ThenBy(row => row.Line).ToListAsync());

    private async Task<List<Guid>> Holding() => [.. (await Rows()).Where(row => row.ReplacedById is null).Select(row => row.Id).Order()];
}
