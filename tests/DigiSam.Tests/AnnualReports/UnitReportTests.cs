using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Life;
using DigiSam.Requests;

namespace DigiSam.Tests.AnnualReports;

/// <summary>A unit's report in the hands of its manager and safety representative, through the pipeline.</summary>
public sealed class UnitReportTests : IAsyncLifetime
{
    private const string Unit = "Björkskolan";

    private SchoolReports _schools = null!;

    public async ValueTask InitializeAsync() => _schools = await SchoolReports.Create();

    public ValueTask DisposeAsync() => _schools.DisposeAsync();

    [Fact]
    public async Task A_report_is_started_once_however_often_one_clicks()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _schools.As(_schools.Manager, new StartReport(Guid.CreateVersion7(), _schools[Unit], 2026))));
        Assert.Single(ids.Distinct());
        Assert.Equal(1, await _schools.Installed.Count<AnnualReport>());
    }

    [Fact]
    public async Task Answers_are_prefilled_from_the_records_of_the_year_before_the_reports_name()
    {
        await _schools.Round(Unit, completed: true, withSafetyRep: true);
        await _schools.Round(Unit, completed: true, withSafetyRep: false);
        await _schools.Round(Unit, completed: false, withSafetyRep: false);
        var report = await Read(await _schools.Start(Unit));
        Assert.Equal((ReportLevel.Unit, "Arbetsmiljörapport 2026 för Björkskolan", 2025, "Björkskolan"), (report.Content.Level, report.Content.Title, report.Content.ConcernsYear, report.Content.Place));
        var held = Question(report, "investigation-done");
        Assert.Equal((ReportAnswer.Partly, "2 av 3 planerade ronder är avslutade."), (held.Answer, held.Derived!.Basis));
        Assert.Equal("1 av 2 avslutade ronder hade ett skyddsombud som medverkat.", Question(report, "safety-rep-took-part").Derived!.Basis);
        Assert.Equal([true, true, false], report.Derived["investigation-done"].Rows.Select(row => row.Fulfils));
        Assert.Equal((ReportAnswer.Undetermined, 0), (Question(report, "inspected").Answer, Question(report, "inspected").Answered));
        Assert.Contains("Av 3 planerade ronder 2025 är 2 avslutade.", report.Content.Sections.Single(section => section.Key == "safety-rounds").Facts);
    }

    [Fact]
    public async Task A_declared_answer_may_differ_from_the_records_with_a_comment_and_is_flagged()
    {
        await _schools.Round(Unit, completed: false, withSafetyRep: false);
        var id = await _schools.Start(Unit);
        var refused = Assert.IsType<Outcome<Nothing>.Broken>(await _schools.Installed.SendAs(_schools.Manager, Answer(id, "investigation-done", ReportAnswer.Yes, null)));
        Assert.Equal((nameof(DifferingAnswerNeedsComment), true), (refused.Rule, refused.Message.Contains("(Nej)", StringComparison.Ordinal)));
        await _schools.As(_schools.Manager, Answer(id, "investigation-done", ReportAnswer.Yes, "Ronden hölls på papper."));
        var question = Question(await Read(id), "investigation-done");
        Assert.Equal((ReportAnswer.Yes, ReportAnswer.No, "Ronden hölls på papper."), (question.Answer, question.Derived!.Answer, question.Comment));
    }

    [Fact]
    public async Task A_report_with_unanswered_questions_is_not_completed_and_they_are_named()
    {
        var id = await _schools.Start(Unit);
        var refused = Assert.IsType<Outcome<Nothing>.Broken>(await _schools.Installed.SendAs(_schools.Manager, new CompleteReport(_schools[Unit], id)));
        Assert.Equal(nameof(ReportHasUnansweredQuestions), refused.Rule);
        Assert.Equal(14, refused.Details.Count);
        Assert.Single(refused.Details, fault => fault.StartsWith("Avsnitt ", StringComparison.Ordinal) && fault.EndsWith(": Har skyddsombud medverkat?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_completed_stays_although_the_records_change_until_it_is_reopened()
    {
        await _schools.Round(Unit, completed: true, withSafetyRep: true);
        var id = await _schools.Start(Unit);
        var prefilled = (await Read(id)).Derived.Keys.ToHashSet();
        foreach (var question in Support.Installed.Definitions.FormFor(2026).Questions.Where(question => !prefilled.Contains(question.Key)))
            await _schools.As(_schools.Manager, Answer(id, question.Key, ReportAnswer.Yes, null));
        await _schools.Accept(Unit, id);
        await _schools.As(_schools.Manager, new CompleteReport(_schools[Unit], id));
        await _schools.Round(Unit, completed: false, withSafetyRep: false);

        Assert.Equal(ReportAnswer.Yes, Question(await Read(id), "investigation-done").Answer);
        var board = await _schools.Installed.Do(new BuildAnnualReport(2026, _schools["Grundskolenämnden"]));
        Assert.Equal(1, board.Sections.SelectMany(section => section.Questions).Single(question => question.Key == "investigation-done").Spread!.Yes);
        await _schools.As(_schools.Manager, new ReopenReport(_schools[Unit], id));
        Assert.Equal(ReportAnswer.Partly, Question(await Read(id), "investigation-done").Answer);
    }

    [Fact]
    public async Task Two_who_write_the_same_section_lose_nothing_and_the_second_is_told()
    {
        var id = await _schools.Start(Unit);
        var first = await _schools.As(_schools.Manager, Text(id, "Första stycket.", 0));
        await _schools.As(_schools.Manager, Text(id, "Första stycket. Andra.", first.Number));
        Assert.IsType<Outcome<TextSaved>.Conflict>(await _schools.Installed.Send(Text(id, "Min helt egna text.", first.Number)));
        var writing = (await Read(id)).Writing.Single(section => section.Key == "summary");
        Assert.Equal(("Första stycket. Andra.", 2, SectionState.Done), (writing.Markdown, writing.Number, writing.State));
        await _schools.As(_schools.Manager, Text(id, "Båda texterna.", writing.Number));
        Assert.Equal(3, await _schools.Installed.Count<SectionTextVersion>());
    }

    [Fact]
    public async Task Eight_at_once_over_the_same_text_give_one_text_and_seven_conflicts()
    {
        var id = await _schools.Start(Unit);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => _schools.Installed.SendAs(_schools.Manager, Text(id, $"Text {number}", 0))));
        Assert.Equal((1, 7), (outcomes.Count(outcome => outcome is Outcome<TextSaved>.Done), outcomes.Count(outcome => outcome is Outcome<TextSaved>.Conflict)));
    }

    [Fact]
    public async Task The_same_text_or_answer_sent_twice_counts_once()
    {
        var id = await _schools.Start(Unit);
        var (text, answer) = (Text(id, "Samma.", 0), Answer(id, "inspected", ReportAnswer.No, null));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await _schools.As(_schools.Manager, text);
            await _schools.As(_schools.Manager, answer);
        }

        Assert.Equal((1, 1), (await _schools.Installed.Count<SectionTextVersion>(), await _schools.Installed.Count<ReportAnswerVersion>()));
    }

    [Fact]
    public async Task A_completed_report_takes_no_text_and_the_representatives_view_stands_in_every_report_above()
    {
        var id = await _schools.Completed(Unit, _ => ReportAnswer.Yes);
        Assert.Equal(nameof(ReportIsNotADraft), Assert.IsType<Outcome<TextSaved>.Broken>(await _schools.Installed.SendAs(_schools.Manager, Text(id, "Sent", 0))).Rule);
        await _schools.As(_schools.SafetyRep, new StateReportInvolvement(_schools[Unit], id, Guid.CreateVersion7(), TookPart: false, "Ventilationen är inte\nåtgärdad."));
        Assert.Equal("Ventilationen är inte\nåtgärdad.", Assert.Single((await Read(id)).Content.Handling!.Involvement).DifferingView);
        foreach (var (above, name) in new[] { ("Grundskolenämnden", "Grundskoleförvaltningen"), ("Grundskoleförvaltningen", Unit) })
        {
            var report = await _schools.Installed.Do(new BuildAnnualReport(2026, _schools[above]));
            Assert.Equal((name, "Ventilationen är inte\nåtgärdad."), (Assert.Single(report.Handling!.Involvement).Place, report.Handling.Involvement[0].DifferingView));
        }
    }

    [Fact]
    public async Task Each_does_their_own_part_and_a_stranger_none()
    {
        var id = await _schools.Completed(Unit, _ => ReportAnswer.Yes);
        var statement = new StateReportInvolvement(_schools[Unit], id, Guid.CreateVersion7(), TookPart: true, null);
        Assert.IsType<Outcome<Nothing>.Denied>(await _schools.Installed.SendAs(_schools.Manager, statement));
        Assert.IsType<Outcome<Nothing>.Denied>(await _schools.Installed.SendAs(_schools.SafetyRep, new ReopenReport(_schools[Unit], id)));
        Assert.IsType<Outcome<Nothing>.Denied>(await _schools.Installed.SendAs(_schools.SafetyRep, Answer(id, "inspected", ReportAnswer.No, null)));
        var stranger = await _schools.Installed.PersonWith(DigiSam.Access.Role.Manager, _schools["Ekskolan"]);
        Assert.IsType<Outcome<ReportDetail>.Denied>(await _schools.Installed.SendAs(stranger, new ReadReport(_schools[Unit], id)));
        Assert.Equal(nameof(ReportIsUnknown), Assert.IsType<Outcome<ReportDetail>.Broken>(await _schools.Installed.SendAs(stranger, new ReadReport(_schools["Ekskolan"], id))).Rule);
    }

    [Theory]
    [InlineData(Role.BoardSecretary, "Grundskolenämnden")]
    [InlineData(Role.CaseOfficer, "Grundskolenämnden")]
    [InlineData(Role.HrStrategist, "Exempelkommunen")]
    public async Task Those_who_write_the_boards_report_do_not_write_its_units(Role role, string place)
    {
        var person = await _schools.Installed.PersonWith(role, _schools[place]);
        var (draft, completed, board) = (await _schools.Start(Unit), await _schools.Completed("Ekskolan", _ => ReportAnswer.Yes), _schools["Grundskolenämnden"]);
        Assert.IsType<Outcome<TextSaved>.Denied>(await _schools.Installed.SendAs(person, Text(draft, "Skrivet ovanifrån.", 0)));
        Assert.IsType<Outcome<Guid>.Denied>(await _schools.Installed.SendAs(person, new StartReport(Guid.CreateVersion7(), _schools["Skolrestaurangen"], 2026)));
        var treatment = new RecordCommitteeTreatment(_schools["Ekskolan"], completed, Guid.CreateVersion7(), "Samverkan", new DateOnly(2026, 3, 13), null, null);
        ICommand<Nothing>[] writing =
        [
            Answer(draft, "inspected", ReportAnswer.Yes, null), new CompleteReport(_schools[Unit], draft), new RegisterReport(_schools[Unit], draft, "GSN 2026/1"),
            treatment, new SubmitReport(_schools["Ekskolan"], completed), new ReopenReport(_schools["Ekskolan"], completed),
        ];
        foreach (var command in writing)
            Assert.IsType<Outcome<Nothing>.Denied>(await _schools.Installed.SendAs(person, command));

        var own = await _schools.As(person, new StartReport(Guid.CreateVersion7(), board, 2026));
        await _schools.As(person, new SaveSectionText(board, own, Guid.CreateVersion7(), "summary", "Nämndens text.", 0));
        await _schools.As(person, new RegisterReport(board, own, "GSN 2026/1"));
    }

    [Fact]
    public async Task A_units_report_prints_no_empty_tables_and_says_where_the_figures_are()
    {
        var report = await Read(await _schools.Start(Unit));
        Assert.All(report.Content.Sections, section => Assert.Empty(section.Tables));
        Assert.Contains("Siffror för enheten finns inte; de redovisas i nämndens rapport.", report.Content.Sections.Single(section => section.Key == "sick-leave").Facts);
        Assert.Equal(SectionState.Optional, report.Writing.Single(section => section.Key == "sick-leave").State);
        Assert.Equal(["Grundskolenämnden"], report.Content.CoveredBoards);
    }

    [Fact]
    public async Task Bad_input_is_told()
    {
        var id = await _schools.Start(Unit);
        Assert.IsType<Outcome<Nothing>.Invalid>(await _schools.Installed.SendAs(_schools.Manager, Answer(id, "inspected", ReportAnswer.Undetermined, null)));
        Assert.Equal(nameof(NotInTheForm), Assert.IsType<Outcome<Nothing>.Broken>(await _schools.Installed.SendAs(_schools.Manager, Answer(id, "finns-inte", ReportAnswer.Yes, null))).Rule);
        Assert.Equal(nameof(UnitsAnswerThemselves), Assert.IsType<Outcome<Nothing>.Broken>(await _schools.Installed.SendAs(_schools.Manager,
            new OverrideAnswer(_schools[Unit], id, Guid.CreateVersion7(), "inspected", ReportAnswer.Yes, "Därför"))).Rule);
        Assert.IsType<Outcome<ReportFile>.Invalid>(await _schools.Installed.SendAs(_schools.Manager, new DownloadReport(_schools[Unit], id, "exe")));
    }

    private async Task<ReportDetail> Read(Guid report) => await _schools.As(_schools.Manager, new ReadReport(_schools[Unit], report));

    private SaveAnswer Answer(Guid report, string question, ReportAnswer answer, string? comment) => new(_schools[Unit], report, Guid.CreateVersion7(), question, answer, comment);

    private SaveSectionText Text(Guid report, string markdown, int expected) => new(_schools[Unit], report, Guid.CreateVersion7(), "summary", markdown, expected);

    private static QuestionContent Question(ReportDetail report, string key) => report.Content.Sections.SelectMany(section => section.Questions).Single(question => question.Key == key);
}
