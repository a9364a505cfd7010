using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Life;
using DigiSam.AnnualReports.Records;
using DigiSam.Checklists;
using DigiSam.Measures;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.AnnualReports;

/// <summary>What a writer has beside the text: last year's words, the year's measures one by one, and what has changed below since.</summary>
public sealed class SectionGroundTests : IAsyncLifetime
{
    private const string Unit = "Björkskolan";

    private SchoolReports _schools = null!;

    public async ValueTask InitializeAsync() => _schools = await SchoolReports.Create();

    public ValueTask DisposeAsync() => _schools.DisposeAsync();

    [Fact]
    public async Task The_text_of_the_same_section_a_year_before_is_there_and_no_other()
    {
        var before = await _schools.Installed.Do(new StartReport(Guid.CreateVersion7(), _schools[Unit], SchoolReports.Year - 1));
        await Write(before, "summary", "Först.", 0);
        await Write(before, "summary", "Som det blev till slut.", 1);
        await Write(before, "incidents", "Något annat.", 0);
        var other = await _schools.Installed.Do(new StartReport(Guid.CreateVersion7(), _schools["Ekskolan"], SchoolReports.Year - 1));
        await _schools.Installed.Do(new SaveSectionText(_schools["Ekskolan"], other, Guid.CreateVersion7(), "sick-leave", "Ekskolans.", 0));
        var report = await _schools.Start(Unit);
        Assert.Equal(new TextBefore(SchoolReports.Year - 1, "Som det blev till slut."), (await Ground(report, "summary")).Before);
        Assert.Null((await Ground(report, "sick-leave")).Before);
        Assert.IsNotType<Outcome<SectionGround>.Done>(await _schools.Installed.Send(new ReadSectionGround(_schools["Ekskolan"], report, "summary")));
    }

    [Fact]
    public async Task Each_measure_of_the_year_is_evaluated_by_its_records()
    {
        await _schools.Installed.InDatabase(async database =>
        {
            var (returned, still) = (Risk(database), Risk(database));
            returned.Close("Borta", _schools.Manager, new DateOnly(2025, 7, 1), At(2025, 7));
            returned.Reopen(_schools.Manager, At(2025, 11));
            still.Close("Borta", _schools.Manager, new DateOnly(2025, 3, 1), At(2025, 3));
            still.Reopen(_schools.Manager, At(2025, 4));
            Done(Measure(database, "Verkade", 2025, still), new DateOnly(2025, 5, 1), MeasureEffect.Yes);
            Done(Measure(database, "Tillbaka", 2025, returned), new DateOnly(2025, 6, 1), MeasureEffect.Partly);
            Done(Measure(database, "Sen", 2025, still), new DateOnly(2026, 1, 20), null);
            var slipped = Measure(database, "Flyttad", 2025, still);
            slipped.MoveDueDate(new DateOnly(2025, 12, 1), "Väntar", _schools.Manager, At(2025, 6));
            slipped.MoveDueDate(new DateOnly(2025, 10, 1), "Tidigare", _schools.Manager, At(2025, 7));
            slipped.MoveDueDate(new DateOnly(2026, 4, 1), "Väntar", _schools.Manager, At(2025, 9));
            Measure(database, "Struken", 2025, still).Cancel("Behövs inte", _schools.Manager, At(2025, 9));
            Measure(database, "Ett annat år", 2024, still);
            await database.SaveChangesAsync();
            return 0;
        });
        var measures = (await Ground(await _schools.Start(Unit), "previous-measures")).Measures;
        Assert.Equal(["Tillbaka", "Flyttad"], measures.Take(2).Select(measure => measure.Title));
        var told = measures.ToDictionary(measure => measure.Title, measure => (measure.Outcome, measure.Effect, measure.Slipped));
        Assert.Equal(
            new Dictionary<string, (MeasureOutcome, MeasureEffect?, int)>
            {
                ["Verkade"] = (MeasureOutcome.Done, MeasureEffect.Yes, 0),
                ["Tillbaka"] = (MeasureOutcome.Returned, MeasureEffect.Partly, 0),
                ["Sen"] = (MeasureOutcome.DoneLate, null, 0),
                ["Flyttad"] = (MeasureOutcome.NotDone, null, 2),
                ["Struken"] = (MeasureOutcome.Cancelled, null, 0),
            },
            told);
        Assert.Empty((await Ground(await _schools.Start(Unit), "summary")).Measures);

        // Who may read the report and no measures is told none.
        var report = await _schools.Start(Unit);
        var secretary = await _schools.Installed.PersonWith(Role.BoardSecretary, _schools[Unit]);
        Assert.Empty((await _schools.As(secretary, new ReadSectionGround(_schools[Unit], report, "previous-measures"))).Measures);
    }

    [Fact]
    public async Task The_municipality_is_told_of_a_board_that_has_opened_its_report_again()
    {
        var board = await _schools.Start("Grundskolenämnden");
        await _schools.Accept("Grundskolenämnden", board);
        await _schools.Installed.Do(new CompleteReport(_schools["Grundskolenämnden"], board));
        var whole = _schools["Exempelkommunen"];
        var report = await _schools.Start("Exempelkommunen");
        await _schools.Accept("Exempelkommunen", report);
        _schools.Installed.Clock.Advance(TimeSpan.FromHours(1));
        await _schools.Installed.Do(new CompleteReport(whole, report));
        _schools.Installed.Clock.Advance(TimeSpan.FromHours(1));
        await _schools.Installed.Do(new ReopenReport(_schools["Grundskolenämnden"], board));
        Assert.Equal(["Grundskolenämnden"], (await _schools.Installed.Do(new ReadReport(whole, report))).ChangedBelow);
    }

    [Fact]
    public async Task A_report_above_says_whose_report_has_changed_since_it_was_completed()
    {
        var unit = await _schools.Completed(Unit, _ => ReportAnswer.Yes);
        await _schools.Completed("Ekskolan", _ => ReportAnswer.Yes);
        var board = await _schools.Start("Grundskolenämnden");
        _schools.Installed.Clock.Advance(TimeSpan.FromHours(1));
        await _schools.Accept("Grundskolenämnden", board);
        await _schools.Installed.Do(new CompleteReport(_schools["Grundskolenämnden"], board));
        Assert.Empty((await Board(board)).ChangedBelow);
        _schools.Installed.Clock.Advance(TimeSpan.FromHours(1));
        await _schools.Installed.Do(new ReopenReport(_schools[Unit], unit));
        Assert.Equal([Unit], (await Board(board)).ChangedBelow);
        await _schools.Accept(Unit, unit);
        await _schools.Installed.Do(new CompleteReport(_schools[Unit], unit));
        Assert.Equal([Unit], (await Board(board)).ChangedBelow);
        Assert.Empty((await _schools.Installed.Do(new ReadReport(_schools[Unit], unit))).ChangedBelow);

        // Opened again itself it follows what is below, and completed anew it has read it.
        _schools.Installed.Clock.Advance(TimeSpan.FromHours(1));
        await _schools.Installed.Do(new ReopenReport(_schools["Grundskolenämnden"], board));
        Assert.Empty((await Board(board)).ChangedBelow);
        await _schools.Accept("Grundskolenämnden", board);
        await _schools.Installed.Do(new CompleteReport(_schools["Grundskolenämnden"], board));
        Assert.Empty((await Board(board)).ChangedBelow);
    }

    private static DateTimeOffset At(int year, int month) => new(year, month, 15, 9, 0, 0, TimeSpan.Zero);

    private Task<ReportDetail> Board(Guid report) => _schools.Installed.Do(new ReadReport(_schools["Grundskolenämnden"], report));

    private Task<SectionGround> Ground(Guid report, string section) => _schools.Installed.Do(new ReadSectionGround(_schools[Unit], report, section));

    private Task<TextSaved> Write(Guid report, string section, string text, int number) => _schools.Installed.Do(new SaveSectionText(_schools[Unit], report, Guid.CreateVersion7(), section, text, number));

    private Risk Risk(DigiSamContext database)
    {
        var risk = new Risk(Guid.CreateVersion7(), _schools[Unit], "Hala golv", "", RiskCategory.Premises, new RiskOrigin(RiskSource.Other), new DateOnly(2025, 1, 10), _schools.Manager, At(2025, 1));
        risk.Assess(Guid.CreateVersion7(), Installed.Definitions.Matrix, 2, 2, false, "Skäl", _schools.Manager, new DateOnly(2025, 1, 12), At(2025, 1));
        database.Risks.Add(risk);
        return risk;
    }

    private Measure Measure(DigiSamContext database, string title, int year, Risk risk)
    {
        var measure = new Measure(Guid.CreateVersion7(), _schools[Unit], new MeasurePlan(title, MeasureKind.Technical, _schools.Manager, null), new DateOnly(year, 8, 1), [risk.Id], _schools.Manager, At(year, 1));
        database.Measures.Add(measure);
        return measure;
    }

    private void Done(Measure measure, DateOnly on, MeasureEffect? effect)
    {
        measure.MarkDone(on, on, _schools.Manager, At(on.Year, on.Month));
        if (effect is { } judged)
            measure.CheckEffect(Guid.CreateVersion7(), judged, null, null, _schools.Manager, on.AddDays(10), At(on.Year, on.Month));
    }
}
