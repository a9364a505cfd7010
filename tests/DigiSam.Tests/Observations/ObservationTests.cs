using DigiSam.Access;
using DigiSam.Audit;
using DigiSam.Checklists;
using DigiSam.Observations;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Observations;

public sealed class ObservationTests : IAsyncLifetime
{
    private TwoSchools _schools = null!;

    public async ValueTask InitializeAsync() => _schools = await TwoSchools.Create();

    public ValueTask DisposeAsync() => _schools.DisposeAsync();

    [Fact]
    public async Task An_employee_reports_and_sees_what_the_manager_answered()
    {
        var receipt = await _schools.As(_schools.Employee, Report());
        Assert.Null(receipt.Code);
        await _schools.AsManager(new DismissObservation(_schools.Birch, receipt.ObservationId, "Vaktmästaren lagade den i går."));
        var mine = Assert.Single(await _schools.As(_schools.Employee, new MyObservations()));
        Assert.Equal((ObservationStatus.Dismissed, "Vaktmästaren lagade den i går.", "Björkskolan", TwoSchools.Today), (mine.Status, mine.Reply, mine.Unit, mine.RepliedOn));
        Assert.Empty(await _schools.As(_schools.Manager, new MyObservations()));
    }

    [Fact]
    public async Task An_anonymous_report_leaves_nothing_that_points_at_the_reporter_in_any_table()
    {
        var sent = Guid.CreateVersion7();
        var receipt = await _schools.As(_schools.Employee, Report(anonymous: true, id: sent));
        var row = await _schools.Installed.InDatabase(database => database.Observations.SingleAsync());
        Assert.Equal((null, true, TimeSpan.Zero), (row.ReporterId, row.IsAnonymous, row.ReportedAt.TimeOfDay));
        Assert.NotEqual(sent, row.Id);

        var entry = await _schools.Installed.InDatabase(database => database.AuditEntries.SingleAsync(entry => entry.Request == nameof(ReportObservation)));
        Assert.Equal((Guid.Empty, AuditEntry.NoRole, _schools.Birch, TimeSpan.Zero, """{"Anonymous":true}"""), (entry.PersonId, entry.Role, entry.PlaceId, entry.At.TimeOfDay, entry.Values));

        // The employee's id stands nowhere but in the rows that make them a person with a role.
        var tables = DatabaseContents.Read(_schools.Installed);
        Assert.Equal(["People", "RoleAssignments"], Holding(tables, _schools.Employee));
        Assert.Empty(Holding(tables, sent));
        Assert.Equal(["Observations"], Holding(tables, receipt.ObservationId));
    }

    [Fact]
    public async Task An_open_report_is_audited_with_the_person()
    {
        await _schools.As(_schools.Employee, Report());
        var entry = await _schools.Installed.InDatabase(database => database.AuditEntries.SingleAsync(entry => entry.Request == nameof(ReportObservation)));
        Assert.Equal((_schools.Employee, nameof(Role.Employee)), (entry.PersonId, entry.Role));
    }

    [Fact]
    public async Task The_receipt_code_shows_what_came_of_it_however_it_is_written_and_no_one_else_sees_the_code()
    {
        var receipt = await _schools.As(_schools.Employee, Report(anonymous: true));
        var shown = ReceiptCode.Show(receipt.Code!);
        Assert.Matches("^[A-Z0-9]{5}-[A-Z0-9]{5}$", shown);
        var followed = await _schools.As(_schools.Employee, new ReadObservationByReceipt($" {shown.ToLowerInvariant()} "));
        Assert.Equal((ObservationStatus.New, "Larmknappen i sal 4 blinkar inte."), (followed.Status, followed.Text));
        Assert.DoesNotContain(receipt.Code!, $"{Assert.Single((await _schools.AsManager(new ListObservations(_schools.Birch))).Rows)}", StringComparison.Ordinal);
        Assert.Equal(nameof(ReceiptCodeIsUnknown), await _schools.Refused(new ReadObservationByReceipt("BCDFG-HJKMN")));
        Assert.Equal(["Skriv kvittokoden du fick när du rapporterade."], await _schools.Invalid(new ReadObservationByReceipt(" ")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_double_click_reports_once_with_the_same_receipt(bool anonymous)
    {
        var report = Report(anonymous);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _schools.As(_schools.Employee, report)));
        Assert.Single(receipts.Distinct());
        Assert.Equal(1, await _schools.Installed.Count<Observation>());
    }

    [Fact]
    public async Task An_observation_becomes_a_risk_and_the_reporter_reads_the_reply()
    {
        var receipt = await _schools.As(_schools.Employee, Report(anonymous: true));
        var add = new AddRiskFromObservation(_schools.Birch, receipt.ObservationId, Guid.CreateVersion7(), "Larmknapp ur funktion", "Ingen hör om någon larmar.", RiskCategory.Threats, "Tack! Vi bedömer risken i veckan.");
        var risk = await _schools.AsManager(add);
        Assert.Equal(risk, await _schools.AsManager(add));
        Assert.Equal("Tack! Vi bedömer risken i veckan.", (await _schools.As(_schools.Employee, new ReadObservationByReceipt(receipt.Code!))).Reply);
        var read = await _schools.AsManager(new ReadRisk(_schools.Birch, risk));
        Assert.Equal((RiskSource.Observation, "Larmknappen i sal 4 blinkar inte.", TwoSchools.Today), (read.FoundIn.Source, read.FoundIn.Observation, read.FoundOn));
        Assert.Equal(nameof(ObservationIsAnswered), await _schools.Refused(add with { RiskId = Guid.CreateVersion7() }));
        Assert.Equal(nameof(ObservationIsAnswered), await _schools.Refused(new DismissObservation(_schools.Birch, receipt.ObservationId, "Nej")));
        Assert.Equal(nameof(ObservationIsAnswered), await _schools.Refused(new UndoDismissObservation(_schools.Birch, receipt.ObservationId)));
    }

    [Fact]
    public async Task A_dismissal_is_taken_back_and_the_observation_waits_again()
    {
        var id = (await _schools.As(_schools.Employee, Report())).ObservationId;
        await _schools.AsManager(new DismissObservation(_schools.Birch, id, "Lagad."));
        await _schools.AsManager(new DismissObservation(_schools.Birch, id, "Lagad. "));
        await _schools.AsManager(new UndoDismissObservation(_schools.Birch, id));
        await _schools.AsManager(new UndoDismissObservation(_schools.Birch, id));
        Assert.Equal((ObservationStatus.New, null), ((await _schools.AsManager(new ReadObservation(_schools.Birch, id))).Status, (await _schools.AsManager(new ReadObservation(_schools.Birch, id))).Reply));
    }

    [Fact]
    public async Task Only_the_units_own_people_report_read_and_answer()
    {
        var id = (await _schools.As(_schools.Employee, Report())).ObservationId;
        await _schools.Denied(_schools.Stranger, Report());
        await _schools.Denied(_schools.Stranger, new ListObservations(_schools.Birch));
        await _schools.Denied(_schools.Employee, new ListObservations(_schools.Birch));
        await _schools.Denied(_schools.Employee, new DismissObservation(_schools.Birch, id, "Nej"));
        await _schools.Denied(_schools.SafetyRep, new DismissObservation(_schools.Birch, id, "Nej"));
        Assert.Equal(id, Assert.Single((await _schools.As(_schools.SafetyRep, new ListObservations(_schools.Birch))).Rows).Id);
        var unknown = Assert.IsType<Outcome<ObservationRow>.Broken>(await _schools.Installed.SendAs(_schools.Stranger, new ReadObservation(_schools.Oak, id)));
        Assert.Equal(nameof(ObservationIsUnknown), unknown.Rule);
    }

    [Fact]
    public async Task Bad_input_is_told_in_Swedish_and_an_administration_takes_no_observation()
    {
        Assert.Equal(["Berätta vad du har sett."], await _schools.Invalid(Report() with { Text = "  " }));
        Assert.Single(await _schools.Invalid(Report() with { Text = new string('a', Observation.LongestText + 1) }));
        Assert.Single(await _schools.Invalid(new DismissObservation(_schools.Birch, Guid.CreateVersion7(), "")));
        var head = await _schools.Installed.PersonWith(Role.Manager, _schools.Education);
        var refused = Assert.IsType<Outcome<ObservationReceipt>.Broken>(await _schools.Installed.SendAs(head, Report() with { UnitId = _schools.Education }));
        Assert.Equal(nameof(ObservationsAreReportedInUnits), refused.Rule);
    }

    [Fact]
    public async Task The_list_has_those_that_wait_first_and_comes_in_pages()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 53; i++)
            ids.Add((await _schools.As(_schools.Employee, Report())).ObservationId);
        await _schools.AsManager(new DismissObservation(_schools.Birch, ids[52], "Klart."));
        var last = await _schools.AsManager(new ListObservations(_schools.Birch, null, 9));
        Assert.Equal((53, 2, 2, 3), (last.Total, last.Pages, last.Number, last.Rows.Count));
        Assert.Equal(ids[52], last.Rows[^1].Id);
        Assert.Equal(52, (await _schools.AsManager(new ListObservations(_schools.Birch, ObservationStatus.New))).Total);
    }

    private ReportObservation Report(bool anonymous = false, Guid? id = null) =>
        new(_schools.Birch, id ?? Guid.CreateVersion7(), "Larmknappen i sal 4 blinkar inte.", "Sal 4", anonymous);

    private static IEnumerable<string> Holding(SortedDictionary<string, IReadOnlyList<string>> tables, Guid id) =>
        tables.Where(table => table.Value.Any(row => row.Contains($"{id}", StringComparison.OrdinalIgnoreCase))).Select(table => table.Key);
}
