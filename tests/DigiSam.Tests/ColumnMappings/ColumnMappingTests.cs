using DigiSam.Access;
using DigiSam.ColumnMappings;
using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.Requests;
using DigiSam.SickLeave;
using DigiSam.Tests.Figures;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.ColumnMappings;

/// <summary>What a system calls its columns is said once, and every file with the same header is read by it.</summary>
public sealed class ColumnMappingTests : IAsyncLifetime
{
    private const string Header = "Namn;Period;Org. enhet;Anställda;Ord tid;Sjuk kort;Sjuk lång;Sjuk 60;Anteckning";

    private const string Row = "Viktor Viktorsson;2026-01;Björkskolan;25;4000;60,5;90,25;30;lång text";

    private static readonly Dictionary<string, string> Columns = new()
    {
        ["månad"] = "period",
        ["enhet"] = "org. enhet",
        ["antal"] = "anställda",
        ["ordinarie_timmar"] = "ord tid",
        ["sjuk_timmar_1_14"] = "sjuk kort",
        ["sjuk_timmar_15"] = "sjuk lång",
        ["sjuk_timmar_60"] = "sjuk 60",
    };

    private Installed _installed = null!;

    public async ValueTask InitializeAsync() => _installed = await AbsenceSample.Ready();

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task A_file_with_other_names_is_read_as_the_table_that_was_chosen()
    {
        var source = AbsenceSample.Source($"{Header}\n{Row}\n");
        var unknown = await _installed.Do(new RecogniseFile(source));
        Assert.Null(unknown.Kind);
        Assert.NotEmpty((await _installed.Refused(new ImportAbsence(source, DryRun: true))).Details);
        await _installed.Do(Saved(unknown.Header));

        var known = await _installed.Do(new RecogniseFile(source));
        Assert.Equal((ImportKind.Absence, "absence-unit", "Lönesystemet"), (known.Kind!.Value, known.Nearest.Key, known.Saved!.Name));
        var report = await _installed.Do(new ImportAbsence(source, DryRun: false));
        Assert.Equal((1, 1), (report.Rows, report.Added));
        Assert.Contains(report.Warnings, note => note.Reason == "kolumnerna läses enligt det sparade kolumnvalet Lönesystemet");
        var row = await _installed.InDatabase(database => database.Set<AbsenceMonth>().SingleAsync());
        Assert.Equal((25, new AbsenceHours(400_000, 6_050, 9_025, 3_000)), (row.Headcount, row.Hours));

        // The same in the tables' own words is the same rows.
        Assert.True((await _installed.Take($"{AbsenceSample.UnitHeader}\n2026-01;Björkskolan;25;4000;60,5;90,25;30\n")).AlreadyImported);
    }

    [Fact]
    public async Task Columns_in_another_order_and_in_a_workbook_are_the_same_header()
    {
        await _installed.Do(Saved((await _installed.Do(new RecogniseFile(AbsenceSample.Source($"{Header}\n{Row}\n")))).Header));
        static string Turned(string line) => string.Join(';', line.Split(';').Reverse());
        Assert.Equal(1, (await _installed.Take($"{Turned(Header)}\n{Turned(Row)}\n")).Added);
        var workbook = ImportSource.FromBytes("bok.xlsx", Workbook.Of($"{Header}\n{Row}\n"));
        Assert.True((await _installed.Do(new ImportAbsence(workbook, DryRun: false))).AlreadyImported);
        Assert.Null((await _installed.Do(new RecogniseFile(AbsenceSample.Source($"{Header};Till\n{Row};x\n")))).Kind);
    }

    [Fact]
    public async Task An_extract_of_events_is_read_by_its_own_names_too_and_drops_the_rest()
    {
        const string extract = "När;Var;Vad;Färdig;Vem\n2026-01-05;Björkskolan;Tillbud;Ja;Viktor\n";
        var source = ImportSource.FromBytes("system.csv", System.Text.Encoding.UTF8.GetBytes(extract));
        var header = (await _installed.Do(new RecogniseFile(source))).Header;
        var needs = Assert.IsType<Outcome<MediatR.Unit>.Invalid>(await _installed.Send(new SaveColumnMapping(Guid.CreateVersion7(), "Systemet", "incidents", header, new Dictionary<string, string> { ["slag"] = "vad" }, null)));
        Assert.Contains("Välj vilken av filens kolumner som är händelsedatum eller rapportdatum.", needs.Messages);
        await _installed.Do(new SaveColumnMapping(
            Guid.CreateVersion7(), "Systemet", "incidents", header,
            new Dictionary<string, string> { ["händelsedatum"] = "när", ["hemenhet"] = "var", ["slag"] = "vad", ["klarmarkerad"] = "färdig" }, null));
        var report = await _installed.Do(new ImportFigures(FigureTable.Incidents, source, FigureSample.ByHome, DryRun: false));
        Assert.Equal(1, report.Rows);
        Assert.Equal(1, await _installed.InDatabase(database => database.Set<CountedFigure>().Where(row => row.Category == "tillbud").SumAsync(row => row.First)) / 100);
    }

    [Fact]
    public async Task A_choice_must_fit_the_table_and_the_file()
    {
        var header = (await _installed.Do(new RecogniseFile(AbsenceSample.Source($"{Header}\n{Row}\n")))).Header;
        async Task<IReadOnlyList<string>> Faults(string table, Dictionary<string, string> columns, string name = "Lönesystemet") =>
            Assert.IsType<Outcome<MediatR.Unit>.Invalid>(await _installed.Send(new SaveColumnMapping(Guid.CreateVersion7(), name, table, header, columns, null))).Messages;

        Assert.Contains("Välj vilken av filens kolumner som är enhet.", await Faults("absence-unit", new(Columns.Where(pair => pair.Key != "enhet"))));
        Assert.Contains("Filens kolumn sjuk 60 är vald för både sjuk_timmar_15 och sjuk_timmar_60. Välj den för en av dem.", await Faults("absence-unit", new(Columns) { ["sjuk_timmar_15"] = "sjuk 60" }));
        Assert.Contains("Filen har ingen kolumn månad.", await Faults("absence-unit", new(Columns) { ["månad"] = "månad" }));
        Assert.Contains("Välj vilken tabell filen är.", await Faults("absence", Columns));
        Assert.Contains("Skriv vilket system filerna kommer från.", await Faults("absence-unit", Columns, ""));
    }

    [Fact]
    public async Task Who_saves_over_a_choice_that_has_been_changed_is_told_and_twice_is_once()
    {
        var header = (await _installed.Do(new RecogniseFile(AbsenceSample.Source($"{Header}\n{Row}\n")))).Header;
        var first = Saved(header);
        await _installed.Do(first);
        await _installed.Do(first);
        Assert.Equal(nameof(ColumnMappingIsNewer), (await _installed.Refused(Saved(header))).Rule);
        var second = Saved(header) with { Replaces = first.MappingId, Name = "Nya lönesystemet" };
        await _installed.Do(second);
        Assert.Equal("Nya lönesystemet", Assert.Single(await _installed.Do(new ListColumnMappings())).Name);
        Assert.Equal(nameof(ColumnMappingIsNewer), (await _installed.Refused(Saved(header) with { Replaces = first.MappingId })).Rule);
        await _installed.Do(new RemoveColumnMapping(first.MappingId));
        Assert.Single(await _installed.Do(new ListColumnMappings()));
        await _installed.Do(new RemoveColumnMapping(second.MappingId));
        Assert.Empty(await _installed.Do(new ListColumnMappings()));
        Assert.Null((await _installed.Do(new RecogniseFile(AbsenceSample.Source($"{Header}\n{Row}\n")))).Kind);
    }

    [Fact]
    public async Task A_choice_lets_no_single_person_in()
    {
        // One row for each person, with hours where people should stand and a name where a position should.
        const string header = "Namn;Kön;Period;Ordinarie tid;Betald tid;Kort;Lång;Sextio";
        var source = AbsenceSample.Source($"{header}\nViktor Viktorsson;män;2026-01;160;165;8;0;0\n");
        var folded = (await _installed.Do(new RecogniseFile(source))).Header;
        var columns = new Dictionary<string, string>
        {
            ["månad"] = "period",
            ["befattning"] = "namn",
            ["kön"] = "kön",
            ["antal"] = "ordinarie tid",
            ["ordinarie_timmar"] = "betald tid",
            ["sjuk_timmar_1_14"] = "kort",
            ["sjuk_timmar_15"] = "lång",
            ["sjuk_timmar_60"] = "sextio",
        };
        var save = new SaveColumnMapping(Guid.CreateVersion7(), "Lönesystemet", "absence-position", folded, columns, null);
        Assert.Contains("Kolumnen namn ser ut att peka ut personer och kan inte väljas.", Assert.IsType<Outcome<MediatR.Unit>.Invalid>(await _installed.Send(save)).Messages);

        // By another name it is the hours of so many people that give it away.
        var other = AbsenceSample.Source($"{header.Replace("Namn", "Vem", StringComparison.Ordinal)}\nViktor Viktorsson;män;2026-01;160;165;8;0;0\n");
        columns["befattning"] = "vem";
        await _installed.Do(save with { MappingId = Guid.CreateVersion7(), Header = (await _installed.Do(new RecogniseFile(other))).Header, Columns = columns });
        Assert.Contains("orimligt få för så många anställda", Assert.Single((await _installed.Refused(new ImportAbsence(other, DryRun: false))).Details), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_row_of_data_is_no_header_and_is_not_told_again()
    {
        foreach (var row in new[] { "Viktor Viktorsson;811218-9876;25", "viktor@exempel.se;enhet;antal", $"enhet;{new string('x', 90)}" })
        {
            var refused = await _installed.Refused(new RecogniseFile(AbsenceSample.Source($"{row}\n{row}\n")));
            Assert.StartsWith("rad 1: raden ser inte ut som en rubrik", Assert.Single(refused.Details), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_is_closed_when_it_has_been_looked_at()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, content) in new[] { ("fil.csv", System.Text.Encoding.UTF8.GetBytes($"{Header}\n{Row}\n")), ("bok.xlsx", Workbook.Of($"{Header}\n{Row}\n")), ("tom.csv", "namn;namn\n1;2\n"u8.ToArray()) })
        {
            var path = Path.Combine(folder.Path, name);
            await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
            var source = await ImportSource.FromFile(path);
            await _installed.Send(new RecogniseFile(source));
            await _installed.Send(new ImportAbsence(source, DryRun: true));
            await using var alone = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
    }

    [Fact]
    public async Task Only_those_who_take_figures_in_choose_columns()
    {
        var manager = await _installed.PersonWith(Role.Manager, await _installed.InDatabase(database => database.Municipalities.Select(whole => whole.Id).SingleAsync()));
        Assert.IsType<Outcome<MediatR.Unit>.Denied>(await _installed.SendAs(manager, Saved(["a"])));
        Assert.IsType<Outcome<MediatR.Unit>.Denied>(await _installed.SendAs(manager, new RemoveColumnMapping(Guid.CreateVersion7())));
        Assert.IsType<Outcome<RecognisedFile>.Denied>(await _installed.SendAs(manager, new RecogniseFile(AbsenceSample.Source($"{Header}\n{Row}\n"))));
    }

    [Theory]
    [InlineData("administration_code;administration;board\nA;Förvaltningen;Nämnden", ImportKind.Organisation)]
    [InlineData("section,question,rule,published_answer\nA,B,share,Ja", ImportKind.PublishedAnswers)]
    [InlineData("span;group;r12_2025_12;r12_2024_12\ntotal;alla;7,7;8,5", ImportKind.PublishedValues)]
    [InlineData("händelsedatum;hemenhet;slag\n2026-01-01;Ekskolan;Tillbud", ImportKind.Incidents)]
    public async Task Files_of_other_kinds_are_recognised(string content, ImportKind kind) =>
        Assert.Equal(kind, (await _installed.Do(new RecogniseFile(AbsenceSample.Source($"{content}\n")))).Kind);

    private static SaveColumnMapping Saved(IReadOnlyList<string> header) => new(Guid.CreateVersion7(), " Lönesystemet ", "absence-unit", header, Columns, null);
}
