using System.Text;
using DigiSam.Measures;
using DigiSam.Organisation;
using DigiSam.Risks;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Persistence;

/// <summary>The same order and the same finds on every database: å ä ö last, é with e, ü with y, whatever the case.</summary>
public sealed class SwedishOrderTests : IAsyncLifetime
{
    private static readonly string[] InOrder = ["Adolfsberg", "Écolen", "Edsängen", "Mustadstorp", "Müllers gata", "Myran", "Mörby", "Zon", "Åsen", "ÄLVEN", "Öbacka", "Österäng"];

    private TwoSchools _schools = null!;

    public async ValueTask InitializeAsync() => _schools = await TwoSchools.Create();

    public ValueTask DisposeAsync() => _schools.DisposeAsync();

    [Fact]
    public async Task Units_stand_in_Swedish_order_and_are_found_by_any_case_and_accent()
    {
        var file = new StringBuilder("administration_code;administration;board;unit_code;unit\n");
        foreach (var name in InOrder.Reverse())
            file.Append("BUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;X").Append(name.Length).Append(name[0]).Append(name[1]).Append(';').AppendLine(name);
        await _schools.Installed.Do(new ImportOrganisation("enheter.csv", Encoding.UTF8.GetBytes(file.ToString()), new DateOnly(2026, 1, 1), DryRun: false));
        Assert.Equal(InOrder, (await Units(null)).Where(InOrder.Contains));
        Assert.Equal(["Écolen"], await Units("ecOLEN"));
        Assert.Equal(["Edsängen", "Österäng"], await Units("ÄNG"));
        Assert.Equal(["Müllers gata"], await Units("MÜLL"));
        Assert.Empty(await Units("Angen"));
    }

    [Fact]
    public async Task Risks_and_measures_stand_in_Swedish_order_and_are_found_by_any_case_and_accent()
    {
        foreach (var title in InOrder.Reverse())
        {
            var risk = await _schools.Risk(title);
            await _schools.AsManager(_schools.Measure(risk) with { MeasureId = Guid.CreateVersion7(), Title = title });
        }

        Assert.Equal(InOrder, (await Risks(new RiskFilter())).Where(InOrder.Contains));
        Assert.Equal(["ÄLVEN"], await Risks(new RiskFilter(Search: "älven")));
        Assert.Equal(["Écolen"], await Risks(new RiskFilter(Search: "ECOLEN")));
        var measures = await _schools.AsManager(new ListMeasures(_schools.Birch, new MeasureFilter(), MeasureSort.Title));
        Assert.Equal(InOrder, measures.Page.Rows.Select(row => row.Title));
        var found = await _schools.AsManager(new ListMeasures(_schools.Birch, new MeasureFilter(Search: "ÅSEN")));
        Assert.Equal("Åsen", Assert.Single(found.Page.Rows).Title);
    }

    private async Task<IEnumerable<string>> Units(string? search) =>
        (await _schools.Installed.Do(new ReadOrganisation(_schools.Municipality, PlaceKind.Unit, search, 1))).Rows.Select(row => row.Place.Name).Where(name => search is null || InOrder.Contains(name));

    private async Task<IEnumerable<string>> Risks(RiskFilter filter) =>
        (await _schools.AsManager(new ListRisks(_schools.Birch, filter, RiskSort.Title))).Rows.Select(row => row.Title);
}
