using System.Globalization;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using Spectre.Console;

namespace DigiSam.Benchmarks;

/// <summary>What DigiSam does beside the least that anyone could do to get there, as ratios.</summary>
internal static class Comparison
{
    private const int RoundCount = 7;

    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static async Task<int> Run()
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
        var starts = await Rounds.Measure(warmUps: 1, RoundCount, times: 1, () => ProcessStart.Doctor(sample.Folder), ProcessStart.DoNothing);

        var table = new Table().Title("Kommunens arbetsmiljörapport 2024")
            .AddColumns("Det här", "DigiSam (ms)", "Jämfört med", "Gräns (ms)", "Kvot");
        Add(table, "Rapportens data", report[0], $"samma {rows} rader med ren SQL", report[1]);
        Add(table, "Data och docx", report[2], $"samma rader och {bare.Paragraphs} stycken som bar Open XML", report[3]);
        Add(table, "digisam doctor", starts[0], "dotnet som skriver en rad", starts[1]);
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"Data: BuildAnnualReport genom hela kedjan. digisam doctor: från start till slut. Median av {RoundCount} rundor varvade med varandra; inom parentes kortaste och längsta. Kvoten är medianernas.");
        AnsiConsole.WriteLine($"Dokumentet är {docx.Length / 1024} kB, samma ord som bar Open XML {bare.Write().Length / 1024} kB. {Environment.ProcessorCount} processorer, .NET {Environment.Version}.");
        return 0;
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

    private static void Add(Table table, string what, double[] ours, string against, double[] bound) => table.AddRow(
        what, Show(ours), against, Show(bound), (Rounds.Median(ours) / Rounds.Median(bound)).ToString("0.0", Swedish));

    private static string Show(double[] sorted) =>
        $"{Show(Rounds.Median(sorted))} ({Show(sorted[0])}–{Show(sorted[^1])})";

    private static string Show(double milliseconds) =>
        milliseconds.ToString(milliseconds < 10 ? "0.00" : milliseconds < 100 ? "0.0" : "0", Swedish);
}
