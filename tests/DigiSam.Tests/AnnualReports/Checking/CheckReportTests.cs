using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Checking;
using DigiSam.AnnualReports.Life;
using DigiSam.Requests;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.AnnualReports.Checking;

/// <summary>The check through the whole pipeline: what stops a report, who accepts it, and when an acceptance no longer holds.</summary>
public sealed class CheckReportTests : IAsyncLifetime
{
    private const string Unit = "Björkskolan";

    private const string WithAddress = "Skriv till exp@bjorkskolan.se. I övrigt har året varit lugnt.";

    private SchoolReports _schools = null!;

    public async ValueTask InitializeAsync() => _schools = await SchoolReports.Create();

    public ValueTask DisposeAsync() => _schools.DisposeAsync();

    [Fact]
    public async Task A_report_is_not_completed_before_its_findings_are_mended_or_accepted()
    {
        var report = await Answered();
        var refused = Assert.IsType<Outcome<Nothing>.Broken>(await _schools.Installed.SendAs(_schools.Manager, new CompleteReport(_schools[Unit], report)));
        Assert.Equal(nameof(ReportHasOpenFindings), refused.Rule);
        Assert.Equal("10 saker i rapporten ska rättas eller godtas först. De står under Kontroll före inlämning.", refused.Message);
        Assert.Contains("Avsnitt 2, Sammanfattande bedömning och analys: en sak", refused.Details);

        await Write(report, "Ett lugnt år.", 0);
        var open = await Check(report);
        Assert.Equal(9, open.Stopping.Count);
        await Accept(report, "Se förra årets rapport.", [.. open.Stopping.Select(judged => judged.Finding.Key)]);
        var accepted = await Check(report);
        Assert.Empty(accepted.Stopping);
        Assert.All(accepted.Findings, judged => Assert.Equal(("Se förra årets rapport.", _schools.Manager), (judged.Accepted!.Reason, judged.Accepted.PersonId)));
        await _schools.As(_schools.Manager, new CompleteReport(_schools[Unit], report));
    }

    [Fact]
    public async Task An_acceptance_holds_for_the_very_sentence()
    {
        var report = await _schools.Start(Unit);
        var number = await Write(report, WithAddress, 0);
        var found = await Address(report);
        Assert.Equal((FindingKind.MendOrAccept, null), (found!.Finding.Kind, found.Accepted));
        await Accept(report, "Skolans funktionsadress.", found.Finding.Key);
        Assert.False((await Address(report))!.Stops);

        number = await Write(report, $"Ett nytt stycke före.\n\n{WithAddress}", number);
        Assert.False((await Address(report))!.Stops);
        number = await Write(report, WithAddress.Replace("exp@", "anna@", StringComparison.Ordinal), number);
        Assert.True((await Address(report))!.Stops);
        await Write(report, WithAddress, number);
        Assert.False((await Address(report))!.Stops);

        Assert.DoesNotContain("exp@", string.Join(' ', await _schools.Installed.InDatabase(database => database.AcceptedFindings.Select(row => row.FindingKey + row.Reason + row.Rule).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_acceptance_is_taken_back_also_of_a_completed_report_which_is_then_not_submitted()
    {
        var report = await Answered();
        await _schools.Accept(Unit, report);
        await _schools.As(_schools.Manager, new CompleteReport(_schools[Unit], report));
        await Accept(report, null, (await Check(report)).Findings[0].Finding.Key);
        Assert.Equal(nameof(ReportHasOpenFindings), Assert.IsType<Outcome<Nothing>.Broken>(await _schools.Installed.SendAs(_schools.Manager, new SubmitReport(_schools[Unit], report))).Rule);
        await _schools.Accept(Unit, report);
        await _schools.As(_schools.Manager, new SubmitReport(_schools[Unit], report));
        Assert.Equal(nameof(ReportIsNotADraft), Assert.IsType<Outcome<Nothing>.Broken>(await _schools.Installed.SendAs(_schools.Manager, new AcceptFinding(_schools[Unit], report, ["x"], "Skäl."))).Rule);
        Assert.Null((await _schools.As(_schools.Manager, new ReadReport(_schools[Unit], report))).Check);
    }

    [Fact]
    public async Task Only_those_who_write_the_report_accept_and_only_what_is_there()
    {
        var report = await _schools.Start(Unit);
        await Write(report, "Ärendet gäller 811218-9876.", 0);
        var findings = (await Check(report)).Findings;
        var identity = findings.Single(judged => judged.Finding.Rule == "personal-data").Finding.Key;
        var empty = findings.First(judged => judged.Finding.Rule == FindingRules.EmptyAnalysis).Finding.Key;
        foreach (var (role, place) in new[] { (Role.CaseOfficer, "Grundskolenämnden"), (Role.SafetyRep, Unit), (Role.Manager, "Ekskolan") })
        {
            var person = await _schools.Installed.PersonWith(role, _schools[place]);
            Assert.IsType<Outcome<Nothing>.Denied>(await _schools.Installed.SendAs(person, new AcceptFinding(_schools[Unit], report, [empty], "Skäl.")));
        }

        async Task<Outcome<Nothing>> Try(string key, string? reason) => await _schools.Installed.SendAs(_schools.Manager, new AcceptFinding(_schools[Unit], report, [key], reason));
        Assert.Equal(nameof(FindingMustBeMended), Assert.IsType<Outcome<Nothing>.Broken>(await Try(identity, "Får stå.")).Rule);
        Assert.Equal(nameof(FindingIsGone), Assert.IsType<Outcome<Nothing>.Broken>(await Try(new string('0', 64), "Skäl.")).Rule);
        Assert.IsType<Outcome<Nothing>.Invalid>(await Try(empty, "  "));
        Assert.IsType<Outcome<CheckedReport>.Denied>(await _schools.Installed.SendAs(await _schools.Installed.PersonWith(Role.Manager, _schools["Förskolan Asken"]), new CheckReport(_schools[Unit], report)));
        var entries = await _schools.Installed.InDatabase(database => database.AuditEntries.CountAsync());
        Assert.IsType<Outcome<Nothing>.Done>(await Try(empty, "Skäl."));
        Assert.IsType<Outcome<Nothing>.Done>(await Try(empty, "Skäl."));
        Assert.Equal(1, await _schools.Installed.Count<AcceptedFinding>());
        Assert.True(await _schools.Installed.InDatabase(database => database.AuditEntries.CountAsync()) > entries);
    }

    [Fact]
    public async Task Names_of_the_organisation_are_known_and_others_are_not()
    {
        var report = await _schools.Start(Unit);
        await Write(report, "Grundskolenämnden, gymnasienämndens skolor och Skolrestaurangen samarbetar. Miljö- och trafiknämnden deltar.", 0);
        var finding = Assert.Single((await Check(report)).Findings, judged => judged.Finding.Rule == "unknown-place").Finding;
        Assert.Equal("Miljö- och trafiknämnden", finding.Sentence.Substring(finding.Marks[0].Start, finding.Marks[0].Length));
    }

    private async Task<Guid> Answered()
    {
        var report = await _schools.Start(Unit);
        foreach (var question in Installed.Definitions.FormFor(SchoolReports.Year).Questions)
            await _schools.As(_schools.Manager, new SaveAnswer(_schools[Unit], report, Guid.CreateVersion7(), question.Key, ReportAnswer.Yes, "Enligt enheten."));
        return report;
    }

    private async Task<int> Write(Guid report, string text, int expected) =>
        (await _schools.As(_schools.Manager, new SaveSectionText(_schools[Unit], report, Guid.CreateVersion7(), "summary", text, expected))).Number;

    private Task<CheckedReport> Check(Guid report) => _schools.As(_schools.Manager, new CheckReport(_schools[Unit], report));

    private async Task<JudgedFinding?> Address(Guid report) => (await Check(report)).Findings.SingleOrDefault(judged => judged.Finding.Rule == "personal-data");

    private Task<Nothing> Accept(Guid report, string? reason, params string[] keys) => _schools.As(_schools.Manager, new AcceptFinding(_schools[Unit], report, keys, reason));
}
