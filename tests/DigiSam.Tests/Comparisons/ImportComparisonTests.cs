using System.Text;
using DigiSam.Access;
using DigiSam.ColumnMappings;
using DigiSam.Comparisons;
using DigiSam.Imports;
using DigiSam.Requests;
using DigiSam.SickLeave;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Comparisons;

/// <summary>Published values of others are kept as they were printed, corrected by a later file, and taken back as a whole.</summary>
public sealed class ImportComparisonTests
{
    private const string Header = "mått;grupp;kommun_eller_område;år_eller_period;värde;källa\n";

    private const string Values = Header + "sjukfrånvaro;alla;Alla kommuner;2024;7,7;Statistikbanken\nsjukfrånvaro;kvinnor;Grannköping;2024;8,35;Grannköpings årsredovisning\nsjukfrånvaro dag 1-14;alla;Alla kommuner;2025-04;3.1;Statistikbanken\n";

    [Fact]
    public async Task Values_are_listed_as_they_were_printed_with_their_source()
    {
        await using var installed = await AbsenceSample.Ready();
        Assert.Equal((3, 0, 0), Counts(await Take(installed, Values, dryRun: true)));
        Assert.Empty(await List(installed));
        Assert.Equal((3, 0, 0), Counts(await Take(installed, Values)));
        Assert.Equal(
        [
            new(ComparedMeasure.ShortSickLeave, "alla", "Alla kommuner", "2025-04", new DateOnly(2025, 4, 1), 3.1m, "Statistikbanken"),
            new(ComparedMeasure.SickLeave, "alla", "Alla kommuner", "2024", new DateOnly(2024, 12, 1), 7.7m, "Statistikbanken"),
            new ComparisonView(ComparedMeasure.SickLeave, "kvinnor", "Grannköping", "2024", new DateOnly(2024, 12, 1), 8.35m, "Grannköpings årsredovisning"),
        ], await List(installed));
        Assert.True((await Take(installed, Values)).AlreadyImported);
    }

    [Fact]
    public async Task A_corrected_value_replaces_and_an_undo_brings_back_what_held()
    {
        await using var installed = await AbsenceSample.Ready();
        await Take(installed, Values);
        var before = await List(installed);
        Assert.Equal((1, 1, 0), Counts(await Take(installed, Header + "sjukfrånvaro;alla;ALLA KOMMUNER;2024;7,6;Statistikbanken\nsjukfrånvaro;alla;Länet;2024;7,0;Regionen\n")));
        Assert.Equal(4, (await List(installed)).Count);
        var batches = await installed.InDatabase(database => database.ImportBatches.Where(batch => batch.Kind == ImportKind.Comparison).OrderBy(batch => batch.ImportedAt).Select(batch => batch.Id).ToListAsync());
        Assert.Equal(nameof(LaterImportBuildsOnIt), (await installed.Refused(new UndoImport(batches[0]))).Rule);
        Assert.Equal((2, 1), await installed.Do(new UndoImport(batches[1])) is var undone ? (undone.Removed, undone.Restored) : default);
        Assert.Equal(before, await List(installed));
        await installed.Do(new UndoImport(batches[0]));
        Assert.Empty(await List(installed));
    }

    [Theory]
    [InlineData("sjuklön;alla;Länet;2024;7,0;Regionen", "måttet ska vara")]
    [InlineData("sjukfrånvaro;flickor;Länet;2024;7,0;Regionen", "gruppen ska vara")]
    [InlineData("sjukfrånvaro;alla;;2024;7,0;Regionen", "kommun_eller_område ska ha ett namn")]
    [InlineData("sjukfrånvaro;alla;Länet;24;7,0;Regionen", "år_eller_period skrivs som")]
    [InlineData("sjukfrånvaro;alla;Länet;2099;7,0;Regionen", "2099 har inte varit än")]
    [InlineData("sjukfrånvaro;alla;Länet;2024;107;Regionen", "procentsats mellan 0 och 100")]
    [InlineData("sjukfrånvaro;alla;Länet;2024;sju;Regionen", "är inte ett tal")]
    [InlineData("sjukfrånvaro;alla;Länet;2024;7,0;", "källan ska anges")]
    [InlineData("sjukfrånvaro;alla;Länet;2024;7,0;Regionen\nsjukfrånvaro;alla;länet;2024;7,1;Regionen", "raden upprepar rad 2")]
    public async Task A_row_that_is_wrong_is_told_and_nothing_is_taken_in(string row, string reason)
    {
        await using var installed = await AbsenceSample.Ready();
        var refused = await installed.Refused(new ImportComparison(Source(Header + row), DryRun: false));
        Assert.Contains(reason, string.Join(' ', refused.Details), StringComparison.Ordinal);
        Assert.Equal(0, await installed.Count<ComparisonValue>());
    }

    [Fact]
    public async Task A_value_stands_beside_the_own_share_of_the_same_measure_and_group()
    {
        await using var installed = await AbsenceSample.Ready();
        var last = new DateOnly(2025, 12, 1);
        await installed.Take(AbsenceSample.BoardTable(last, 12));
        var view = await installed.Do(new ReadSickLeave(await Whole(installed), last));
        Assert.Equal(view.Groups[0].Now!.Value.Total, SickLeaveWords.Own(view, ComparedMeasure.SickLeave, "alla"));
        Assert.Equal(view.Groups[1].Now!.Value.Short, SickLeaveWords.Own(view, ComparedMeasure.ShortSickLeave, "kvinnor"));
        Assert.Equal(view.Groups[2].Now!.Value.Long, SickLeaveWords.Own(view, ComparedMeasure.LongSickLeave, "män"));
    }

    [Fact]
    public async Task A_file_is_recognised_by_its_header_and_taken_in_by_hr_alone()
    {
        await using var installed = await AbsenceSample.Ready();
        Assert.Equal(ImportKind.Comparison, (await installed.Do(new RecogniseFile(Source(Values)))).Kind);
        Assert.Equal(nameof(FileRefused), (await installed.Refused(new RecogniseFile(Source("")))).Rule);
        Assert.IsType<Outcome<ImportReport>.Denied>(await installed.SendAs(await installed.PersonWith(Role.Manager, await Whole(installed)), new ImportComparison(Source(Values), DryRun: true)));
    }

    private static ImportSource Source(string content) => ImportSource.FromBytes("jamforelser.csv", Encoding.UTF8.GetBytes(content));

    private static Task<ImportReport> Take(Installed installed, string content, bool dryRun = false) => installed.Do(new ImportComparison(Source(content), dryRun));

    private static (int, int, int) Counts(ImportReport report) => (report.Added, report.Replaced, report.Unchanged);

    private static async Task<IReadOnlyList<ComparisonView>> List(Installed installed) => await installed.Do(new ListComparisons(await Whole(installed)));

    private static Task<Guid> Whole(Installed installed) => installed.InDatabase(database => database.Municipalities.Select(place => place.Id).SingleAsync());
}
