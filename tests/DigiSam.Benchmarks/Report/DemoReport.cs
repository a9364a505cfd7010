using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using DigiSam.Benchmarks.Hosts;
using DigiSam.Benchmarks.Measuring;
using DigiSam.Installation;
using DigiSam.Language;
using DigiSam.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Benchmarks.Report;

/// <summary>The municipality's report of a demo: its data and its document, beside its aggregates in plain SQL and the same words in bare Open XML.</summary>
internal static class DemoReport
{
    private const int RoundCount = 7;

    public static async Task<ResultTable> Measure(DemoDatabase data)
    {
        await using var services = new ServiceCollection().AddDigiSam(data.Options, InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder)).BuildServiceProvider(validateScopes: true);
        var year = SwedishDate.Today(TimeProvider.System).Year;
        using var raw = new RawAggregates(data.Options.Connection, year, InstallationSetup.Operator);
        var content = await Build(services, year);
        var docx = AnnualReportDocx.Write(content);
        var bare = BarePages.Of(docx);
        SameFigures(content, raw.Fetch());

        var times = await Rounds.Measure(
            warmUps: 3,
            RoundCount,
            times: 5,
            () => Build(services, year),
            () => Task.FromResult(raw.Fetch()),
            async () => AnnualReportDocx.Write(await Build(services, year)),
            () =>
            {
                raw.Fetch();
                return Task.FromResult(bare.Write());
            });
        var table = new ResultTable($"Kommunens arbetsmiljörapport {year}, 450 enheter");
        var (data1, both) = (Rounds.Median(times[0]) / Rounds.Median(times[1]), Rounds.Median(times[2]) / Rounds.Median(times[3]));
        table.Add("Rapportens data", ResultTable.Show(times[0]), "aggregaten med ren SQL", ResultTable.Show(times[1]), data1);
        table.Add("Data och docx", ResultTable.Show(times[2]), $"aggregaten och {bare.Paragraphs} stycken som bar Open XML", ResultTable.Show(times[3]), both, Goal.AtMost(both, 3, " ×"));
        table.Note($"Data: BuildAnnualReport genom hela kedjan. Median av {RoundCount} rundor om 5, varvade med varandra; inom parentes kortaste och längsta. Dokumentet är {docx.Length / 1024} kB.");
        return table;
    }

    private static async Task<AnnualReportContent> Build(ServiceProvider services, int year) =>
        await services.GetRequiredService<RequestSender>().Send(InstallationSetup.Operator, new BuildAnnualReport(year, PlaceId: null)) is Outcome<AnnualReportContent>.Done done
            ? done.Result
            : throw new InvalidOperationException("The report was refused.");

    /// <summary>A bound of other figures than the report's would be no bound.</summary>
    private static void SameFigures(AnnualReportContent content, IReadOnlyDictionary<string, long> raw)
    {
        var facts = content.Sections.SelectMany(section => section.Facts).ToList();
        foreach (var (what, number) in raw)
        {
            var said = $"{SwedishNumber.Show((int)number, 0)} {what}";
            if (!facts.Exists(fact => fact.Contains(said, StringComparison.Ordinal)))
                throw new InvalidOperationException($"Plain SQL found {said}, but the report does not say so.");
        }
    }
}
