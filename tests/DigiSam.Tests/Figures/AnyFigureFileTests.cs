using System.Text;
using DigiSam.ColumnMappings;
using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.Requests;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Figures;

/// <summary>Whatever is sent as a table is taken in whole or refused in Swedish; nothing breaks, and nothing is left behind.</summary>
public sealed class AnyFigureFileTests : IAsyncLifetime
{
    private Installed _installed = null!;

    public async ValueTask InitializeAsync() => _installed = await AbsenceSample.Ready();

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Theory]
    [InlineData(FigureTable.Headcount, "fil.csv", 120)]
    [InlineData(FigureTable.Turnover, "fil.csv", 120)]
    [InlineData(FigureTable.Overtime, "fil.xlsx", 120)]
    [InlineData(FigureTable.Incidents, "fil.csv", 200)]
    [InlineData(FigureTable.Incidents, "fil.xlsx", 120)]
    [InlineData(FigureTable.OccupationalHealth, "fil.csv", 120)]
    [InlineData(FigureTable.Survey, "fil.csv", 120)]
    public async Task Damaged_files_are_refused_or_right(FigureTable table, string name, int tries)
    {
        var dice = new Random(11);
        var text = Sound(table);
        var sound = name.EndsWith("xlsx", StringComparison.Ordinal) ? Workbook.Of(text) : Encoding.UTF8.GetBytes(text);
        Assert.IsType<Outcome<ImportReport>.Done>(await _installed.Send(Of(table, name, sound)));
        var (taken, refused) = (0, 0);
        for (var attempt = 0; attempt < tries; attempt++)
        {
            var content = Damaged(sound, dice, attempt);
            Assert.True(await _installed.Send(new RecogniseFile(ImportSource.FromBytes(name, content))) is Outcome<RecognisedFile>.Done or Outcome<RecognisedFile>.Broken { Rule: nameof(FileRefused) });
            switch (await _installed.Send(Of(table, name, content)))
            {
                case Outcome<ImportReport>.Done:
                    taken++;
                    break;
                case Outcome<ImportReport>.Broken { Rule: nameof(FileRefused), Details.Count: > 0 } broken:
                    Assert.True(table != FigureTable.Incidents || !broken.Details.Any(detail => detail.Contains("Viktor", StringComparison.Ordinal)), string.Join('\n', broken.Details));
                    refused++;
                    break;
                case var other:
                    Assert.Fail($"Attempt {attempt}: {other}");
                    break;
            }
        }

        Assert.True(refused > tries / 4, $"{taken} taken, {refused} refused");
        Assert.Equal(0, await _installed.InDatabase(database => database.Set<CountedFigure>().CountAsync()));
    }

    [Fact]
    public async Task A_formula_is_not_a_name_and_not_a_number()
    {
        foreach (var row in new[] { "2026-01;=HYPERLINK(\"x\");25;1", "2026-01;Ekskolan;=1+30;1" })
            Assert.NotEmpty((await _installed.Refused(FigureSample.Import(FigureTable.Headcount, $"{FigureSample.Headcount}\n{row}\n"))).Details);
    }

    [Fact]
    public async Task Ten_thousand_faults_are_told_in_short()
    {
        var file = new StringBuilder(FigureSample.Incidents).Append('\n').Insert(FigureSample.Incidents.Length + 1, "2026-01-01;;Ingen enhet;;Tillbud;Ja\n", 12_000);
        var refused = await _installed.Refused(FigureSample.Import(FigureTable.Incidents, file.ToString()));
        Assert.InRange(refused.Details.Count, 1, 1501);
        Assert.Contains("fler än 10\u00A0000", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_is_recognised_by_its_template_and_absence_is_none_of_them()
    {
        foreach (var table in Enum.GetValues<FigureTable>())
        {
            Assert.Equal(Enum.Parse<ImportKind>($"{table}"), (await _installed.Do(new RecogniseFile(ImportSource.FromBytes("mall.csv", FigureTemplate.Content(table))))).Kind);
            Assert.Equal(table, FigureTemplate.Of(Enum.Parse<ImportKind>($"{table}")));
        }

        foreach (var header in new[] { AbsenceSample.UnitHeader, AbsenceSample.BoardHeader, AbsenceSample.PositionHeader })
            Assert.Equal(ImportKind.Absence, (await _installed.Do(new RecogniseFile(AbsenceSample.Source($"{header}\n1;2\n")))).Kind);
        Assert.Null((await _installed.Do(new RecogniseFile(AbsenceSample.Source("namn;adress\n1;2\n")))).Kind);
    }

    private static string Sound(FigureTable table) => table switch
    {
        FigureTable.Headcount => FigureSample.HeadcountTable(2),
        FigureTable.Turnover => FigureSample.TurnoverTable(2),
        FigureTable.Overtime => FigureSample.OvertimeTable(2),
        FigureTable.Incidents => FigureSample.IncidentExtract(1).Replace("2026-03", "2026-02", StringComparison.Ordinal).Replace(",\n", ", ", StringComparison.Ordinal).Replace("; ambulans", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal),
        FigureTable.OccupationalHealth => FigureSample.OrdersTable(2),
        _ => $"{FigureSample.Survey}\n2025;Ekskolan;Ledarskap;30;70,5\n2025;Björkskolan;Ledarskap;40;60\n",
    };

    private static ImportFigures Of(FigureTable table, string name, byte[] content) =>
        new(table, ImportSource.FromBytes(name, content), table == FigureTable.Incidents ? FigureSample.ByHome : null, DryRun: true);

    private static byte[] Damaged(byte[] sound, Random dice, int attempt)
    {
        var content = (byte[])sound.Clone();
        switch (attempt % 4)
        {
            case 0:
                return content[..dice.Next(content.Length)];
            case 1:
                dice.NextBytes(content);
                return content[..dice.Next(1, Math.Min(2000, content.Length))];
            default:
                for (var changes = dice.Next(1, 40); changes > 0; changes--)
                    content[dice.Next(content.Length)] = (byte)dice.Next(256);
                return content;
        }
    }
}
