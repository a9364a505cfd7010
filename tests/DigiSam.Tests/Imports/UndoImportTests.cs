using System.Text;
using DigiSam.Comparisons;
using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Tests.Figures;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Imports;

/// <summary>What a later file states is never lost with an earlier import, and an import that no later file speaks of is undone at once.</summary>
public sealed class UndoImportTests
{
    private const string Overtime = $"{FigureSample.Overtime}\n2026-01;Omsorgsnämnden;120;10;0\n2025-12;Omsorgsnämnden;120;10;0\n";

    private const string Absence = $"{AbsenceSample.UnitHeader}\n2026-01;Ekskolan;25;3000;60;0;0\n2025-12;Ekskolan;25;3000;60;0;0\n";

    private const string Published = "board,headcount,span,group,r12_2025_12\nOmsorgsnämnden,300,total,alla,5.5\nOmsorgsnämnden,250,total,kvinnor,5.6\n";

    private const string Compared = "mått;grupp;kommun_eller_område;år_eller_period;värde;källa\nsjukfrånvaro;alla;Länet;2024;7,0;Regionen\nsjukfrånvaro;alla;Länet;2023;7,1;Regionen\n";

    public static TheoryData<string, string, bool> Later => new()
    {
        { "published", $"{Published}Grundskolenämnden,300,total,alla,4.5\n", true },
        { "published", "measure,headcount,board,group,r12_2025_12\navgångar (externa) antal,300,Omsorgsnämnden,alla,12\n", false },
        { "published next year", Published, false },
        { "comparison", $"{Compared}sjukfrånvaro;alla;Riket;2024;7,0;Regionen\n", true },
        { "comparison", "mått;grupp;kommun_eller_område;år_eller_period;värde;källa\nsjukfrånvaro;alla;Länet;2022;7,0;Regionen\n", false },
        { "absence", $"{Absence}2026-01;Björkskolan;25;3000;60;0;0\n", true },
        { "absence", $"{AbsenceSample.UnitHeader}\n2026-02;Ekskolan;25;3000;60;0;0\n", false },
        { "absence", $"{AbsenceSample.BoardHeader}\n2026-01;Grundskolenämnden;kvinnor;50-;25;3016;60;0;0\n", false },
        { "overtime", $"{Overtime}2026-01;Grundskolenämnden;120;10;0\n", true },
        { "overtime", $"{FigureSample.Overtime}\n2025-11;Omsorgsnämnden;120;10;0\n", false },
    };

    [Theory]
    [MemberData(nameof(Later))]
    public async Task An_import_is_undone_unless_a_later_file_states_rows_of_the_same_table_and_time(string kind, string later, bool isRefused)
    {
        await using var installed = await AbsenceSample.Ready();
        await Take(installed, kind.Split(' ')[0], First(kind), "forst.csv");
        var before = await Rows(installed);
        installed.Clock.Advance(TimeSpan.FromMinutes(5));
        await Take(installed, kind, later, "senare.csv");
        var all = await Rows(installed);
        var (first, second) = (await Import(installed, "forst.csv"), await Import(installed, "senare.csv"));
        if (isRefused)
        {
            Assert.Contains("senare.csv", (await installed.Refused(new UndoImport(first))).Message, StringComparison.Ordinal);
            Assert.Equal(all, await Rows(installed));
            Assert.Equal(1, (await installed.Do(new UndoImport(second))).Removed);
            Assert.Equal(before, await Rows(installed));
        }

        Assert.Equal(before.Count, (await installed.Do(new UndoImport(first))).Removed);
        Assert.Equal(isRefused ? [] : all.Except(before).Order(), await Rows(installed));
    }

    [Fact]
    public async Task An_import_of_before_it_was_kept_what_files_state_waits_for_every_later_one_of_its_kind()
    {
        await using var installed = await AbsenceSample.Ready();
        await Take(installed, "overtime", Overtime, "forst.csv");
        installed.Clock.Advance(TimeSpan.FromMinutes(5));
        await Take(installed, "overtime", $"{FigureSample.Overtime}\n2025-11;Omsorgsnämnden;120;10;0\n", "senare.csv");
        await installed.InDatabase(database => database.ImportBatches.Where(batch => batch.FileName == "senare.csv").ExecuteUpdateAsync(set => set.SetProperty(batch => batch.StatedTable, (string?)null)));
        Assert.Equal(nameof(LaterImportBuildsOnIt), (await installed.Refused(new UndoImport(await Import(installed, "forst.csv")))).Rule);
    }

    private static string First(string kind) => kind.Split(' ')[0] switch { "published" => Published, "comparison" => Compared, "absence" => Absence, _ => Overtime };

    private static Task<ImportReport> Take(Installed installed, string kind, string content, string name) => kind switch
    {
        "published" => installed.Do(new ImportPublishedValues(2026, name, Encoding.UTF8.GetBytes(content), null, DryRun: false)),
        "published next year" => installed.Do(new ImportPublishedValues(2027, name, Encoding.UTF8.GetBytes(content), null, DryRun: false)),
        "comparison" => installed.Do(new ImportComparison(ImportSource.FromBytes(name, Encoding.UTF8.GetBytes(content)), DryRun: false)),
        "absence" => AbsenceSample.Take(installed, content, name),
        _ => installed.Take(FigureTable.Overtime, content, name),
    };

    private static Task<Guid> Import(Installed installed, string name) => installed.InDatabase(database => database.ImportBatches.Where(batch => batch.FileName == name).Select(batch => batch.Id).SingleAsync());

    /// <summary>The rows that hold, of every kind, by id.</summary>
    private static Task<List<Guid>> Rows(Installed installed) => installed.InDatabase(async database => (await database.MetricValues.Where(row => row.ReplacedById == null).Select(row => row.Id).ToListAsync())
        .Concat(await database.Set<ComparisonValue>().Where(row => row.ReplacedById == null).Select(row => row.Id).ToListAsync())
        .Concat(await database.Set<DigiSam.SickLeave.AbsenceMonth>().Where(row => row.ReplacedById == null).Select(row => row.Id).ToListAsync())
        .Concat(await database.Set<CountedFigure>().Where(row => row.ReplacedById == null).Select(row => row.Id).ToListAsync()).Order().ToList());
}
