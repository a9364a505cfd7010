using System.IO.Compression;
using System.Text;
using DigiSam.Imports;
using DigiSam.Requests;
using DigiSam.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.SickLeave;

/// <summary>Whatever is sent as a file is taken in whole or refused in Swedish; nothing breaks, and nothing is left behind.</summary>
public sealed class AnyAbsenceFileTests : IAsyncLifetime
{
    private Installed _installed = null!;

    public async ValueTask InitializeAsync() => _installed = await AbsenceSample.Ready();

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Theory]
    [InlineData("franvaro.csv", 300)]
    [InlineData("franvaro.xlsx", 300)]
    public async Task Damaged_files_are_refused_or_right(string name, int tries)
    {
        var dice = new Random(7);
        var sound = name.EndsWith("xlsx", StringComparison.Ordinal)
            ? Workbook.Of(AbsenceSample.UnitTable(new DateOnly(2026, 2, 1), 2))
            : Encoding.UTF8.GetBytes(AbsenceSample.UnitTable(new DateOnly(2026, 2, 1), 2));
        var (taken, refused) = (0, 0);
        for (var attempt = 0; attempt < tries; attempt++)
        {
            var content = Damaged(sound, dice, attempt);
            switch (await _installed.Send(new ImportAbsence(ImportSource.FromBytes(name, content), DryRun: true)))
            {
                case Outcome<ImportReport>.Done:
                    taken++;
                    break;
                case Outcome<ImportReport>.Broken { Rule: nameof(FileRefused), Details.Count: > 0 }:
                    refused++;
                    break;
                case var other:
                    Assert.Fail($"Attempt {attempt}: {other}");
                    break;
            }
        }

        Assert.True(refused > tries / 2, $"{taken} taken, {refused} refused");
        Assert.Equal(0, await _installed.InDatabase(database => database.Set<AbsenceMonth>().CountAsync()));
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_far_too_much_is_refused_before_it_is_unpacked()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var part = zip.CreateEntry("xl/workbook.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var megabytes = 0; megabytes < 401; megabytes++)
                await part.WriteAsync(zeros);
        }

        var refused = await _installed.Refused(new ImportAbsence(ImportSource.FromBytes("bomb.xlsx", file.ToArray()), DryRun: false));
        Assert.Contains("packar upp till mer", Assert.Single(refused.Details), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formula_in_a_name_is_a_name_that_nobody_knows()
    {
        var refused = await _installed.Refused(new ImportAbsence(AbsenceSample.Source($"{AbsenceSample.UnitHeader}\n2026-01;=HYPERLINK(\"x\");25;3000;60;0;0\n"), DryRun: false));
        Assert.NotEmpty(refused.Details);
    }

    [Fact]
    public async Task An_unclosed_quote_does_not_swallow_the_rest_of_the_file()
    {
        var refused = await _installed.Refused(new ImportAbsence(AbsenceSample.Source($"{AbsenceSample.UnitHeader}\n2026-01;\"Ekskolan;25;3000;60;0;0\n{string.Concat(Enumerable.Repeat("2026-01;Björkskolan;25;3000;60;0;0\n", 500))}"), DryRun: false));
        Assert.Contains(refused.Details, detail => detail.StartsWith("rad 2", StringComparison.Ordinal));
    }

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
