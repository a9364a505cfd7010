using System.Text;
using DigiSam.Figures;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Figures;

/// <summary>Nothing of the free text of an extract is in the bytes of the database file, its log or a backup's worth of pages.</summary>
public sealed class IncidentFileTests
{
    [Fact]
    public async Task Names_and_free_text_are_not_in_the_bytes_of_the_database()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(FigureTable.Headcount, FigureSample.HeadcountTable());
        await installed.Take(FigureTable.Incidents, FigureSample.IncidentExtract(14));
        await installed.Refused(FigureSample.Import(FigureTable.Incidents, $"{FigureSample.Incidents}\n2026-01-01;;Viktoria Silverstolpe;;Tillbud;Ja\n"));
        foreach (var file in Directory.GetFiles(installed.Folder, "digisam.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new MemoryStream();
            await open.CopyToAsync(bytes);
            foreach (var word in new[] { "Viktor", "Silverstolpe", "halkade", "ambulans", "Olycksfall" })
                Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) < 0, $"{word} in {file}");
        }

        Assert.True(DatabaseContents.BytesAfterCheckpoint(installed.Folder).AsSpan().IndexOf("arbetsskada"u8) >= 0);
    }
}
