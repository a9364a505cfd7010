using System.Text;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using DigiSam.AnnualReports.Life;

namespace DigiSam.Tests.AnnualReports;

/// <summary>What a higher report says of the units whose reports it lacks.</summary>
public sealed class MissingReportsTests : IAsyncLifetime
{
    private const string Board = "Grundskolenämnden";

    private static readonly string[] Lacking = ["Ekskolan", "Skolrestaurangen"];

    private SchoolReports _schools = null!;

    public async ValueTask InitializeAsync()
    {
        _schools = await SchoolReports.Create();
        await _schools.Completed("Björkskolan", _ => ReportAnswer.Yes);
        await _schools.Start("Ekskolan");
    }

    public ValueTask DisposeAsync() => _schools.DisposeAsync();

    [Fact]
    public async Task Units_are_named_in_the_administrations_gaps_and_counted_per_administration_in_the_municipalitys()
    {
        Assert.Contains("Rapport saknas från 2 av 3 enheter: Ekskolan och Skolrestaurangen.", (await Build("Grundskoleförvaltningen")).Gaps);
        Assert.Contains("Grundskoleförvaltningen: rapport saknas från 2 av 3 enheter.", (await Build(null)).Gaps);
        Assert.Contains("Förskoleförvaltningen: rapport saknas från 2 av 2 enheter.", (await Build(null)).Gaps);
    }

    [Fact]
    public async Task A_report_that_goes_to_a_board_counts_them_and_the_page_names_them()
    {
        Assert.Contains("Rapport saknas från 2 av 3 enheter.", (await Build(Board)).Gaps);
        foreach (var place in new[] { Board, null })
        {
            var document = Encoding.UTF8.GetString(AnnualReportJson.Write(await Build(place)));
            Assert.All(Lacking, unit => Assert.DoesNotContain(unit, document, StringComparison.Ordinal));
        }

        var read = await _schools.As(_schools.Secretary, new ReadReport(_schools[Board], await _schools.Start(Board)));
        Assert.Equal(Lacking, read.MissingReports);
    }

    private async Task<AnnualReportContent> Build(string? place) =>
        await _schools.Installed.Do(new BuildAnnualReport(SchoolReports.Year, place is null ? null : _schools[place]));
}
