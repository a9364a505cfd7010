using DigiSam.Imports;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Imports;

/// <summary>A file is taken in whole or not at all, and what a later one replaces stays as history.</summary>
public sealed class AllOrNothingTests
{
    public static TheoryData<string> FaultyKinds => FaultyFile.Kinds;

    public static TheoryData<string> Kinds => ImportSample.Kinds;

    public static TheoryData<string> RowKinds => [.. ImportSample.All.Select(sample => sample.Kind).Where(kind => kind != ImportSample.Organisation)];

    [Theory]
    [MemberData(nameof(FaultyKinds))]
    public async Task Every_fault_of_a_file_is_named_with_its_line_and_no_table_is_touched(string kind)
    {
        var file = FaultyFile.Of(kind);
        await using var installed = await ImportSample.Ready();
        var before = DatabaseContents.Read(installed);

        var refused = await installed.Refused(file.Import);

        Assert.Equal(nameof(FileRefused), refused.Rule);
        foreach (var (line, reason) in file.Faults)
            Assert.Contains(refused.Details, detail => detail.StartsWith($"rad {line}: ", StringComparison.Ordinal) && detail.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(file.Faults.Select(fault => fault.Line).Distinct().Order(), refused.Details.Select(LineOf).Distinct());
        Assert.Equal(before, DatabaseContents.Read(installed));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_dry_run_changes_no_row_of_any_table(string kind)
    {
        var sample = ImportSample.Of(kind);
        await using var installed = kind == ImportSample.Organisation ? await Installed.Create() : await ImportSample.Ready();
        var before = DatabaseContents.Read(installed);

        var tried = await installed.Do(sample.Import(TableForm.Plain, dryRun: true));

        Assert.True(tried.Added > 0);
        Assert.Equal(before, DatabaseContents.Read(installed));
        var done = await installed.Do(sample.Import(TableForm.Plain));
        Assert.Equal((tried.Added, tried.Replaced, tried.Unchanged), (done.Added, done.Replaced, done.Unchanged));
        Assert.NotEqual(before, DatabaseContents.Read(installed));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_same_file_twice_changes_no_row_but_the_record_that_it_came(string kind)
    {
        var sample = ImportSample.Of(kind);
        await using var installed = await ImportSample.Ready();
        await installed.Do(sample.Import(TableForm.Plain));
        var (before, batches) = (DatabaseContents.ReadWithoutRecords(installed), await installed.Count<ImportBatch>());

        var again = await installed.Do(sample.Import(TableForm.Plain));

        Assert.Equal((0, 0), (again.Added, again.Replaced));
        Assert.Equal(before, DatabaseContents.ReadWithoutRecords(installed));
        Assert.Equal(batches + 1, await installed.Count<ImportBatch>());
    }

    [Theory]
    [MemberData(nameof(RowKinds))]
    public async Task A_corrected_file_replaces_and_what_it_replaced_stays(string kind)
    {
        var sample = ImportSample.Of(kind);
        await using var installed = await ImportSample.Ready();
        await installed.Do(sample.Import(TableForm.Plain));
        var before = await Rows(installed);

        var corrected = await installed.Do(sample.Import(sample.Form(TableForm.Plain).Write(sample.Corrected)));

        Assert.Equal((0, 1), (corrected.Added, corrected.Replaced));
        var after = await Rows(installed);
        Assert.Equal(before.Count + 1, after.Count);
        var old = Assert.Single(after, row => row.ReplacedById is not null);
        Assert.Contains(before, row => row.Id == old.Id && row.ReplacedById is null);
        var successor = Assert.Single(after, row => before.TrueForAll(known => known.Id != row.Id));
        Assert.Equal(successor.ImportId, old.ReplacedById);
        Assert.Equal(before.Select(row => row.Id).Except([old.Id]).Order(), after.Where(row => row.ReplacedById is null && row.Id != successor.Id).Select(row => row.Id).Order());
    }

    [Theory]
    [InlineData("published values", 2)]
    [InlineData("published answers", 1)]
    [InlineData("answers", 0)]
    [InlineData("texts", 0)]
    public async Task A_row_that_a_later_file_leaves_out_no_longer_holds_where_the_file_speaks_for_it(string kind, int withdrawn)
    {
        var sample = ImportSample.Of(kind);
        await using var installed = await ImportSample.Ready();
        await installed.Do(sample.Import(TableForm.Plain));

        // Women's row, the row with a remark, and a board's and a section's only rows: the last two are not spoken for at all.
        object[][] shorter = [.. sample.Rows.Where((row, index) => kind switch { "published values" => index != 3, "texts" => index < 3, _ => index != 2 })];
        var later = await installed.Do(sample.Import(sample.Form(TableForm.Plain).Write(shorter)));

        Assert.Equal(withdrawn, (await Rows(installed)).Count(row => row.ReplacedById is not null));
        Assert.Equal(withdrawn > 0, later.Warnings.Any(warning => warning.Line == 0 && warning.Reason.Contains("gäller inte längre", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(RowKinds))]
    public async Task A_faulty_correction_leaves_what_held(string kind)
    {
        var sample = ImportSample.Of(kind);
        await using var installed = await ImportSample.Ready();
        await installed.Do(sample.Import(TableForm.Plain));
        var before = DatabaseContents.Read(installed);

        byte[] cutOff = [.. sample.Form(TableForm.Plain).Write(sample.Corrected), .. sample.IsTable ? "\"halv rad"u8 : "# halv rubr"u8];
        await installed.Refused(sample.Import(cutOff));

        Assert.Equal(before, DatabaseContents.Read(installed));
    }

    private static int LineOf(string detail) => int.Parse(detail["rad ".Length..detail.IndexOf(':', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);

    private static Task<List<ImportedRow>> Rows(Installed installed) => installed.InDatabase(database => Task.FromResult(
        database.MetricValues.AsEnumerable<ImportedRow>().Concat(database.BoardAnswers).Concat(database.AnswerOverrides).Concat(database.SectionTexts).ToList()));
}
