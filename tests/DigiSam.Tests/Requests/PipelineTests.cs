using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.Audit;
using DigiSam.Imports;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Requests;

public sealed class PipelineTests : IAsyncLifetime
{
    private Installed _installed = null!;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.Create();
        await _installed.Do(new ImportOrganisation("organisation.csv", HuddingeFiles.Organisation, null, DryRun: false));
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task Someone_without_a_role_is_denied_everything()
    {
        var outcome = await _installed.SendAs(Guid.CreateVersion7(), new BuildAnnualReport(2024, null));
        Assert.Contains("ingen roll", Assert.IsType<Outcome<DigiSam.AnnualReports.Content.AnnualReportContent>.Denied>(outcome).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_secretary_reads_the_report_of_the_own_board_and_no_other()
    {
        var (own, other) = (await _installed.BoardId("Socialnämnden"), await _installed.BoardId("Grundskolenämnden"));
        var secretary = await _installed.PersonWith(Role.BoardSecretary, own);
        Assert.True(await May(secretary, new BuildAnnualReport(2024, own)));
        Assert.False(await May(secretary, new BuildAnnualReport(2024, other)));
        Assert.False(await May(secretary, new BuildAnnualReport(2024, null)));
        Assert.False(await May(secretary, new BuildAnnualReport(2024, Guid.CreateVersion7())));
    }

    [Fact]
    public async Task A_role_holds_from_its_first_day_to_its_last()
    {
        var board = await _installed.BoardId("Socialnämnden");
        var today = new DateOnly(2026, 3, 14);
        Assert.True(await May(await _installed.PersonWith(Role.BoardSecretary, board, today, today), new BuildAnnualReport(2024, board)));
        Assert.False(await May(await _installed.PersonWith(Role.BoardSecretary, board, today.AddDays(1)), new BuildAnnualReport(2024, board)));
        Assert.False(await May(await _installed.PersonWith(Role.BoardSecretary, board, null, today.AddDays(-1)), new BuildAnnualReport(2024, board)));
    }

    [Theory]
    [InlineData(Role.Administrator, false)]
    [InlineData(Role.Employee, false)]
    [InlineData(Role.HrStrategist, true)]
    [InlineData(Role.SafetyRep, true)]
    public async Task The_role_decides_who_reads_contents(Role role, bool reads)
    {
        var municipality = await _installed.InDatabase(database => database.Municipalities.SingleAsync());
        Assert.Equal(reads, await May(await _installed.PersonWith(role, municipality.Id), new BuildAnnualReport(2024, null)));
    }

    [Fact]
    public async Task An_HR_strategist_cannot_change_the_organisation()
    {
        var municipality = await _installed.InDatabase(database => database.Municipalities.SingleAsync());
        var strategist = await _installed.PersonWith(Role.HrStrategist, municipality.Id);
        Assert.False(await May(strategist, new ImportOrganisation("organisation.csv", HuddingeFiles.Organisation, null, DryRun: true)));
    }

    [Fact]
    public async Task A_faulty_request_is_refused_in_Swedish_before_anything_happens()
    {
        var outcome = await _installed.Send(new ImportAnswers(24, "", [], DryRun: false));
        var messages = Assert.IsType<Outcome<ImportReport>.Invalid>(outcome).Messages;
        Assert.Equal(2, messages.Count);
        Assert.Contains("Rapportåret ska vara ett år mellan 2000 och 2100.", messages);
        Assert.Contains(messages, message => message.Contains("Filens namn", StringComparison.Ordinal) && message.Contains("saknas", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_and_its_audit_entry_are_committed_together()
    {
        var entry = await _installed.InDatabase(database => database.AuditEntries.SingleAsync());
        Assert.Equal(("ImportOrganisation", "Operator"), (entry.Request, entry.Role));
        Assert.Contains(ImportBatch.HashOf(HuddingeFiles.Organisation), entry.Values, StringComparison.Ordinal);
        Assert.Equal(System.Security.Cryptography.SHA256.HashData([.. entry.Salt, .. System.Text.Encoding.UTF8.GetBytes(entry.Values!)]), entry.Hash);
    }

    [Fact]
    public async Task A_refused_command_leaves_neither_change_nor_audit_entry()
    {
        var before = (await _installed.Count<Place>(), await _installed.Count<ImportBatch>(), await _installed.Count<AuditEntry>());
        await _installed.Refused(new ImportOrganisation("fel.csv", "administration_code,administration,board\nA,,B\n"u8.ToArray(), null, DryRun: false));
        Assert.Equal(before, (await _installed.Count<Place>(), await _installed.Count<ImportBatch>(), await _installed.Count<AuditEntry>()));
    }

    [Fact]
    public async Task A_query_writes_nothing()
    {
        var before = await _installed.Count<AuditEntry>();
        await _installed.Do(new FindBoard("Socialnämnden", 2024));
        await _installed.Refused(new BuildAnnualReport(2024, null));
        Assert.Equal(before, await _installed.Count<AuditEntry>());
    }

    [Fact]
    public async Task The_same_command_at_the_same_time_is_done_once()
    {
        var commands = Enumerable.Range(0, 8).Select(_ => _installed.Do(new ImportAnswers(2024, "answers.csv", HuddingeFiles.Read("answers-by-board-2024.csv"), DryRun: false)));
        var reports = await Task.WhenAll(commands);
        Assert.Single(reports, report => !report.AlreadyImported);
        Assert.Equal(99, await _installed.Count<BoardAnswer>());
    }

    private async Task<bool> May<T>(Guid person, MediatR.IRequest<T> request) => await _installed.SendAs(person, request) is not Outcome<T>.Denied;
}
