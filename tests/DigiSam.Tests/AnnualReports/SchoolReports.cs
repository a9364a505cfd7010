using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Checking;
using DigiSam.AnnualReports.Life;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using DigiSam.Tests.Support;
using MediatR;

namespace DigiSam.Tests.AnnualReports;

/// <summary>Three schools of one administration and two preschools of another under three boards, and those who write their reports of 2026 about 2025.</summary>
internal sealed class SchoolReports : IAsyncDisposable
{
    public const int Year = 2026;

    private const string Organisation = "administration_code;administration;board;unit_code;unit\n"
        + "GF;Grundskoleförvaltningen;Grundskolenämnden;E1;Björkskolan\nGF;Grundskoleförvaltningen;Grundskolenämnden;E2;Ekskolan\nGF;Grundskoleförvaltningen;Grundskolenämnden;E3;Skolrestaurangen\nGF;Grundskoleförvaltningen;Gymnasienämnden;E3;Skolrestaurangen\n"
        + "FF;Förskoleförvaltningen;Förskolenämnden;F1;Förskolan Asken\nFF;Förskoleförvaltningen;Förskolenämnden;F2;Förskolan Boken\n";

    private readonly Dictionary<string, Guid> _places = [];

    private SchoolReports(Installed installed) => Installed = installed;

    public Installed Installed { get; }

    public Guid Manager { get; private set; }

    public Guid SafetyRep { get; private set; }

    public Guid Secretary { get; private set; }

    public Guid CaseOfficer { get; private set; }

    public Guid this[string place] => _places[place];

    public static async Task<SchoolReports> Create()
    {
        var schools = new SchoolReports(await Installed.Create());
        await schools.Installed.Do(new ImportOrganisation("organisation.csv", System.Text.Encoding.UTF8.GetBytes(Organisation), null, DryRun: false));
        foreach (var place in await schools.Installed.InDatabase(database => Task.FromResult(database.Places.ToList())))
            schools._places[place.Name] = place.Id;
        schools.Manager = await schools.Installed.PersonWith(Role.Manager, schools["Björkskolan"]);
        schools.SafetyRep = await schools.Installed.PersonWith(Role.SafetyRep, schools["Björkskolan"]);
        schools.Secretary = await schools.Installed.PersonWith(Role.BoardSecretary, schools["Grundskolenämnden"]);
        schools.CaseOfficer = await schools.Installed.PersonWith(Role.CaseOfficer, schools["Grundskolenämnden"]);
        return schools;
    }

    public Task<Guid> Start(string place) => Installed.Do(new StartReport(Guid.CreateVersion7(), this[place], Year));

    public async Task<Guid> Completed(string place, Func<string, ReportAnswer> answer)
    {
        var report = await Start(place);
        foreach (var question in Installed.Definitions.FormFor(Year).Questions)
            await Installed.Do(new SaveAnswer(this[place], report, Guid.CreateVersion7(), question.Key, answer(question.Key), "Enligt enheten."));
        await Accept(place, report);
        await Installed.Do(new CompleteReport(this[place], report));
        return report;
    }

    /// <summary>Lets everything stand that the check finds, as a report with hardly a text in it needs.</summary>
    public async Task Accept(string place, Guid report)
    {
        var open = (await Installed.Do(new CheckReport(this[place], report))).Stopping;
        if (open.Count > 0)
            await Installed.Do(new AcceptFinding(this[place], report, [.. open.Select(judged => judged.Finding.Key)], "Inget att tillägga."));
    }

    /// <summary>A board's report on its way to the meeting.</summary>
    public async Task<Guid> Submitted(string board)
    {
        var report = await Start(board);
        await Accept(board, report);
        await Installed.Do(new CompleteReport(this[board], report));
        await Installed.Do(new SubmitReport(this[board], report));
        return report;
    }

    /// <summary>A round of 2025 as it lies in the register.</summary>
    public Task<Guid> Round(string unit, bool completed, bool withSafetyRep) => Installed.InDatabase(async database =>
    {
        var version = database.ChecklistVersions.First();
        var round = new SafetyRound(this[unit], version.Id, new DateOnly(2025, 5, 7));
        database.SafetyRounds.Add(round);
        if (completed)
        {
            var checklist = Installed.Definitions.Checklists.First(checklist => checklist.Key == version.Key && checklist.Version == version.Version);
            var at = new DateTimeOffset(2025, 5, 7, 8, 0, 0, TimeSpan.Zero);
            foreach (var question in checklist.Questions)
                round.Answer(Guid.CreateVersion7(), question, RoundAnswerValue.Yes, null, Manager, at, new DateOnly(2025, 5, 7));
            round.StateInvolvement(new RoundParticipant(round.Id, RoundPart.SafetyRep, "Sara Ombud", SafetyRep), withSafetyRep, null, at);
            round.Complete(checklist, at);
        }

        await database.SaveChangesAsync();
        return round.Id;
    });

    public async Task<T> As<T>(Guid person, IRequest<T> request) => await Installed.SendAs(person, request) is var outcome && outcome is Outcome<T>.Done done
        ? done.Result
        : throw new InvalidOperationException($"{outcome}");

    public ValueTask DisposeAsync() => Installed.DisposeAsync();
}
