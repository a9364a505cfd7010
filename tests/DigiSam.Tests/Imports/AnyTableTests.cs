using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.Tests.Support;
using FsCheck.Xunit;

namespace DigiSam.Tests.Imports;

public sealed class AnyTableTests
{
    [Property(Arbitrary = [typeof(WrittenTables)], MaxTest = 400)]
    public void Any_table_is_read_back_equal_or_refused_with_a_line_never_misread(WrittenTable written)
    {
        ArgumentNullException.ThrowIfNull(written);
        TableFile table;
        try
        {
            table = TableFile.Read("fil.csv", written.Content);
            table.Faults.ThrowIfAny();
        }
        catch (FileRefused refused)
        {
            // The one thing that may be refused here: capitals before a degree sign that are valid UTF-8 as well.
            Assert.Contains("på två sätt", Assert.Single(refused.Faults).Reason, StringComparison.Ordinal);
            Assert.Matches("windows-1252|iso-8859-1", written.Form);
            return;
        }

        var expected = written.Rows.Select((row, index) => (Row: row, Line: index + 1)).Skip(1).Where(row => !row.Row.All(cell => cell is "")).ToList();
        Assert.Equal(expected.Select(row => row.Line), table.Rows.Select(row => row.Line));
        Assert.All(expected.Zip(table.Rows), pair => Assert.Equal(pair.First.Row, pair.First.Row.Zip(pair.Second.Cells).Select(cell => Read(cell.First, cell.Second))));
    }

    [Property(Arbitrary = [typeof(WrittenTables)], MaxTest = 1500)]
    public void Any_bytes_are_read_or_refused_and_nothing_else_happens(AnyBytes bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ReadOrRefused(() => TableFile.Read("fil.csv", bytes.Content));
        ReadOrRefused(() => OrganisationFile.Read("fil.csv", bytes.Content));
        ReadOrRefused(() => PublishedFile.Read("fil.csv", bytes.Content, Installed.Definitions.Metrics, null));
    }

    [Fact]
    public async Task Any_bytes_through_the_pipeline_are_done_or_broken_rules()
    {
        await using var installed = await ImportSample.Ready();
        var random = new Random(20240314);
        foreach (var sample in ImportSample.All)
        {
            var content = sample.Form(TableForm.Plain).Write(sample.Rows);
            for (var round = 0; round < 25; round++)
            {
                var changed = content.ToArray();
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
                var outcome = await installed.Send(sample.Import(changed, dryRun: true));
                Assert.True(outcome is Outcome<ImportReport>.Done or Outcome<ImportReport>.Broken { Rule: nameof(FileRefused) }, $"{sample.Kind}: {outcome}");
            }
        }
    }

    /// <summary>The cell as what was written: a number where a number was.</summary>
    private static object Read(object written, string cell)
    {
        if (written is string)
            return cell;
        Assert.True(SwedishNumber.TryRead(cell, out var number, out var reason), reason);
        return number;
    }

    private static void ReadOrRefused(Action read)
    {
        try
        {
            read();
        }
        catch (FileRefused refused)
        {
            Assert.NotEmpty(refused.Faults);
        }
    }
}
