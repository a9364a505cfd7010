using System.Text;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using DigiSam.AnnualReports.Life;
using DigiSam.ReportForms;
using DigiSam.Requests;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.AnnualReports;

/// <summary>The reports of administration, board and municipality, made of the units' reports, and the board's way to a decision.</summary>
public sealed class HigherReportTests : IAsyncLifetime
{
    private const string Board = "Grundskolenämnden";

    private static readonly Dictionary<string, string[]> UnitsOf = new()
    {
        ["Grundskolenämnden"] = ["Björkskolan", "Ekskolan", "Skolrestaurangen"],
        ["Gymnasienämnden"] = ["Skolrestaurangen"],
        ["Grundskoleförvaltningen"] = ["Björkskolan", "Ekskolan", "Skolrestaurangen"],
        ["Förskoleförvaltningen"] = ["Förskolan Asken", "Förskolan Boken"],
        ["Exempelkommunen"] = ["Björkskolan", "Ekskolan", "Skolrestaurangen", "Förskolan Asken", "Förskolan Boken"],
    };

    private SchoolReports _schools = null!;

    public async ValueTask InitializeAsync() => _schools = await SchoolReports.Create();

    public ValueTask DisposeAsync() => _schools.DisposeAsync();

    /// <summary>Random answers of random units, each level against plain loops over what was said.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_level_combines_its_units_answers_each_unit_once(int seed)
    {
        var random = new Random(seed);
        var said = new Dictionary<(string Unit, string Question), ReportAnswer>();
        foreach (var unit in UnitsOf["Exempelkommunen"].Where(unit => unit != "Förskolan Asken" && random.Next(5) > 0))
            await _schools.Completed(unit, question => said[(unit, question)] = (ReportAnswer)random.Next(4));
        await _schools.Start("Förskolan Asken");
        foreach (var (place, units) in UnitsOf)
        {
            var report = await _schools.Installed.Do(new BuildAnnualReport(2026, place == "Exempelkommunen" ? null : _schools[place]));
            foreach (var question in Installed.Definitions.FormFor(2026).Questions)
            {
                var shown = Question(report, question.Key);
                Assert.Equal((place, question.Key, Slow(question, units, said)), (place, question.Key, shown.Answer));
                Assert.Equal((units.Length, units.Count(unit => said.ContainsKey((unit, question.Key)))), (shown.Expected, shown.Answered));
            }
        }
    }

    [Fact]
    public async Task No_unit_is_named_as_deviating_where_boards_decide()
    {
        foreach (var unit in UnitsOf["Exempelkommunen"])
            await _schools.Completed(unit, _ => unit == "Ekskolan" ? ReportAnswer.No : ReportAnswer.Yes);
        foreach (var place in new[] { Board, "Gymnasienämnden", null })
        {
            var report = await Build(place);
            var documents = Encoding.UTF8.GetString(AnnualReportJson.Write(report));
            Assert.All(UnitsOf["Exempelkommunen"], unit => Assert.DoesNotContain(unit, documents, StringComparison.Ordinal));
        }

        var question = Question(await Build(null), "allocation-written");
        Assert.Equal((ReportAnswer.No, 4, 1), (question.Answer, question.Spread!.Yes, question.Spread.No));
        Assert.Equal("Grundskoleförvaltningen", Assert.Single(question.Deviations).Place);
    }

    [Fact]
    public async Task Answers_that_came_in_a_file_go_before_the_units()
    {
        await _schools.Completed("Björkskolan", _ => ReportAnswer.No);
        var csv = "board;question;answer\nGrundskolenämnden;Har skyddsombud medverkat?;Ja\n";
        await _schools.Installed.Do(new ImportAnswers(2026, "svar.csv", Encoding.UTF8.GetBytes(csv), DryRun: false));
        var report = await Build(Board);
        Assert.Equal((ReportAnswer.Yes, 1, 1), (Question(report, "safety-rep-took-part").Answer, Question(report, "safety-rep-took-part").Answered, Question(report, "safety-rep-took-part").Expected));
        Assert.Equal(3, Question(report, "inspected").Expected);
    }

    [Fact]
    public async Task An_override_with_a_reason_holds_shows_both_and_can_be_taken_back()
    {
        await _schools.Completed("Björkskolan", _ => ReportAnswer.No);
        var id = await _schools.Start(Board);
        Task<Outcome<Nothing>> Override(ReportAnswer? answer, string? reason) => _schools.Installed.SendAs(_schools.CaseOfficer, new OverrideAnswer(_schools[Board], id, Guid.CreateVersion7(), "allocation-written", answer, reason));
        Assert.Equal(nameof(OverrideNeedsReason), Assert.IsType<Outcome<Nothing>.Broken>(await Override(ReportAnswer.Yes, " ")).Rule);
        Assert.IsType<Outcome<Nothing>.Done>(await Override(ReportAnswer.Yes, "Rättat i mars."));
        var question = Question(await Build(Board), "allocation-written");
        Assert.Equal((ReportAnswer.Yes, ReportAnswer.No, "Rättat i mars.", ReportAnswer.No), (question.Answer, question.Computed, question.Override!.Reason, question.Override.ComputedThen));
        Assert.IsType<Outcome<Nothing>.Done>(await Override(null, null));
        Assert.Null(Question(await Build(Board), "allocation-written").Override);
        Assert.Equal(nameof(HigherAnswersAreComputed), Assert.IsType<Outcome<Nothing>.Broken>(await _schools.Installed.SendAs(_schools.CaseOfficer,
            new SaveAnswer(_schools[Board], id, Guid.CreateVersion7(), "inspected", ReportAnswer.Yes, null))).Rule);
    }

    [Fact]
    public async Task A_locked_reports_bytes_stay_whatever_happens_to_the_records()
    {
        var unit = await _schools.Completed("Björkskolan", _ => ReportAnswer.Yes);
        var id = await _schools.Submitted(Board);
        await _schools.As(_schools.Secretary, new RegisterReport(_schools[Board], id, "GSN 2026/12"));
        await _schools.As(_schools.Secretary, new LockReport(_schools[Board], id));
        await _schools.As(_schools.Secretary, new LockReport(_schools[Board], id));
        var (docx, json) = (await Download(id, "docx"), await Download(id, "json"));
        Assert.Contains("GSN 2026/12", Encoding.UTF8.GetString(json.Content), StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(docx.Content)), docx.Sha256);

        await _schools.Installed.Do(new ReopenReport(_schools["Björkskolan"], unit));
        await _schools.Installed.Do(new SaveAnswer(_schools["Björkskolan"], unit, Guid.CreateVersion7(), "inspected", ReportAnswer.No, null));
        await _schools.Completed("Ekskolan", _ => ReportAnswer.No);
        Assert.NotEqual(json.Content, AnnualReportJson.Write(await Build(Board)));
        Assert.Equal(docx.Content, (await Download(id, "docx")).Content);
        Assert.Equal(json.Content, (await Download(id, "json")).Content);

        await _schools.As(_schools.Secretary, new DecideReport(_schools[Board], id, Guid.CreateVersion7(), new DateOnly(2026, 3, 14), "§ 42", DecisionKind.NotedInformed));
        Assert.Equal(docx.Content, (await Download(id, "docx")).Content);
        Assert.Equal(2, await _schools.Installed.Count<AnnualReportDocument>());
    }

    [Fact]
    public async Task A_returned_report_is_made_anew_and_what_was_locked_before_can_still_be_had()
    {
        await _schools.Completed("Björkskolan", _ => ReportAnswer.Yes);
        var id = await _schools.Submitted(Board);
        await _schools.As(_schools.Secretary, new LockReport(_schools[Board], id));
        var before = await Download(id, "json");
        await _schools.As(_schools.Secretary, new DecideReport(_schools[Board], id, Guid.CreateVersion7(), new DateOnly(2026, 3, 14), "§ 42", DecisionKind.Returned));
        Assert.False((await Download(id, "json")).IsStored);
        Assert.Equal(before.Content, (await _schools.As(_schools.Secretary, new DownloadReport(_schools[Board], id, "json", Locking: 1))).Content);
        await _schools.As(_schools.CaseOfficer, new CompleteReport(_schools[Board], id));
        await _schools.As(_schools.CaseOfficer, new SubmitReport(_schools[Board], id));
        await _schools.As(_schools.Secretary, new LockReport(_schools[Board], id));
        await _schools.As(_schools.Secretary, new UnlockReport(_schools[Board], id, "Fel bilaga."));
        Assert.False((await Download(id, "json")).IsStored);
        var history = (await _schools.As(_schools.Secretary, new ReadReport(_schools[Board], id))).Report.History;
        Assert.Equal("Fel bilaga.", history.Single(happened => happened.Kind == ReportEventKind.Unlocked).Reason);
    }

    [Fact]
    public async Task The_secretary_locks_and_decides_and_no_manager_does()
    {
        var id = await _schools.Submitted(Board);
        var manager = await _schools.Installed.PersonWith(DigiSam.Access.Role.Manager, _schools[Board]);
        var decide = new DecideReport(_schools[Board], id, Guid.CreateVersion7(), new DateOnly(2026, 3, 14), "§ 42", DecisionKind.Approved);
        Assert.IsType<Outcome<Nothing>.Denied>(await _schools.Installed.SendAs(manager, new LockReport(_schools[Board], id)));
        Assert.Equal(nameof(OnlyALockedReportIsDecided), Assert.IsType<Outcome<Nothing>.Broken>(await _schools.Installed.SendAs(_schools.Secretary, decide)).Rule);
        await _schools.As(_schools.Secretary, new LockReport(_schools[Board], id));
        Assert.IsType<Outcome<Nothing>.Denied>(await _schools.Installed.SendAs(manager, decide));
        Assert.IsType<Outcome<Nothing>.Denied>(await _schools.Installed.SendAs(manager, new UnlockReport(_schools[Board], id, "Nej")));
        await Task.WhenAll(_schools.As(_schools.Secretary, decide), _schools.As(_schools.Secretary, decide));
        Assert.Equal(1, await _schools.Installed.Count<BoardDecision>());
    }

    [Fact]
    public async Task The_list_shows_everything_below_with_its_state()
    {
        await _schools.Completed("Björkskolan", _ => ReportAnswer.Yes);
        await _schools.Start(Board);
        var list = await _schools.As(_schools.Secretary, new ListReports(_schools[Board], 2026));
        Assert.Equal(["Grundskolenämnden: Draft", "Björkskolan: Completed", "Ekskolan: ", "Skolrestaurangen: "], list.Rows.Select(row => $"{row.Place}: {row.Status}"));
        Assert.Equal((14, 14, 2025), (list.Rows[1].Answers, list.Rows[1].Questions, list.ConcernsYear));
        Assert.Equal(8, (await _schools.Installed.Do(new ListReports(_schools["Exempelkommunen"], 2026, ReportLevel.Unit))).Total + 3);
    }

    private async Task<AnnualReportContent> Build(string? place) => await _schools.Installed.Do(new BuildAnnualReport(2026, place is null ? null : _schools[place]));

    private Task<ReportFile> Download(Guid report, string format) => _schools.As(_schools.Secretary, new DownloadReport(_schools[Board], report, format));

    private static QuestionContent Question(AnnualReportContent report, string key) => report.Sections.SelectMany(section => section.Questions).Single(question => question.Key == key);

    private static ReportAnswer Slow(FormQuestion question, string[] units, Dictionary<(string Unit, string Question), ReportAnswer> said)
    {
        int yes = 0, partly = 0, no = 0, notApplicable = 0, missing = 0;
        foreach (var unit in units)
        {
            if (!said.TryGetValue((unit, question.Key), out var answer))
                missing++;
            else if (answer == ReportAnswer.Yes)
                yes++;
            else if (answer == ReportAnswer.Partly)
                partly++;
            else if (answer == ReportAnswer.No)
                no++;
            else
                notApplicable++;
        }

        if (missing == units.Length)
            return ReportAnswer.Undetermined;
        if (question.Rule == AggregationRule.All && no > 0)
            return ReportAnswer.No;
        if (question.Rule == AggregationRule.Any && yes > 0)
            return ReportAnswer.Yes;
        if (question.Rule == AggregationRule.Share ? (units.Length - missing) / (double)units.Length < 0.8 : missing > 0)
            return ReportAnswer.Undetermined;
        var counted = yes + partly + no;
        if (counted == 0)
            return ReportAnswer.NotApplicable;
        if (question.Rule == AggregationRule.All)
            return partly > 0 ? ReportAnswer.Partly : ReportAnswer.Yes;
        if (question.Rule == AggregationRule.Any)
            return partly > 0 ? ReportAnswer.Partly : ReportAnswer.No;
        return yes / (double)counted >= 0.9 ? ReportAnswer.Yes : (yes + partly) / (double)counted <= 0.1 ? ReportAnswer.No : ReportAnswer.Partly;
    }
}
