using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using DigiSam.Benchmarks.Hosts;
using DigiSam.Benchmarks.Measuring;

namespace DigiSam.Benchmarks.Report;

/// <summary>The municipality's report of an imported installation beside its rows and words, and the start of the command line.</summary>
internal static class ImportedReport
{
    private const int RoundCount = 7;

    public static async Task<ResultTable> Measure()
    {
        await using var sample = await SampleInstallation.Create();
        var connection = sample.Database.Connection;
        var content = await sample.BuildReport();
        var docx = AnnualReportDocx.Write(content);
        var bare = BarePages.Of(docx);
        var rows = SameRows(content, connection);

        var report = await Rounds.Measure(
            warmUps: 4,
            RoundCount,
            times: 40,
            sample.BuildReport,
            () => Task.FromResult(RawRows.Fetch(connection)),
            async () => AnnualReportDocx.Write(await sample.BuildReport()),
            () =>
            {
                RawRows.Fetch(connection);
                return Task.FromResult(bare.Write());
            });
        var starts = await Rounds.Measure(warmUps: 1, RoundCount, times: 1, () => ProcessStart.Digisam("doctor", "--data", sample.Folder), ProcessStart.DoNothing);

        var table = new ResultTable("Kommunens arbetsmiljörapport 2024, importerad");
        Add(table, "Rapportens data", report[0], $"samma {rows} rader med ren SQL", report[1]);
        Add(table, "Data och docx", report[2], $"samma rader och {bare.Paragraphs} stycken som bar Open XML", report[3]);
        Add(table, "digisam doctor", starts[0], "dotnet som skriver en rad", starts[1]);
        table.Note($"Data: BuildAnnualReport genom hela kedjan. digisam doctor: från start till slut. Median av {RoundCount} rundor varvade med varandra; inom parentes kortaste och längsta.");
        table.Note($"Dokumentet är {docx.Length / 1024} kB, samma ord som bar Open XML {bare.Write().Length / 1024} kB.");
        return table;
    }

    /// <summary>A bound of other rows than the report's would be no bound.</summary>
    private static int SameRows(AnnualReportContent content, string connection)
    {
        var raw = RawRows.Fetch(connection);
        var answered = content.Sections.SelectMany(section => section.Questions).Sum(question => question.Answered);
        return raw.Boards == content.CoveredBoards.Count && raw.Answers == answered
            ? raw.Rows
            : throw new InvalidOperationException($"The report has {content.CoveredBoards.Count} boards and {answered} answers, plain SQL found {raw.Boards} and {raw.Answers}.");
    }

    private static void Add(ResultTable table, string what, double[] ours, string against, double[] bound) =>
        table.Add(what, ResultTable.Show(ours), against, ResultTable.Show(bound), Rounds.Median(ours) / Rounds.Median(bound));
}
