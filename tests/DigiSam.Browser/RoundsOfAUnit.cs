using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Browser;

/// <summary>A school with a manager, a safety representative and a year of rounds in all states.</summary>
internal static class RoundsOfAUnit
{
    public const string Manager = "karin.ek";

    public const string SafetyRep = "omar.dahl";

    public const string Strategist = "anna.berg";

    public static async Task<StoredRounds> AddTo(TemporaryFolder data)
    {
        await using var services = new ServiceCollection()
            .AddDigiSam(DatabaseOptions.InFolder(data.Path), InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder))
            .BuildServiceProvider();
        await services.GetRequiredService<InstallationSetup>().Open("Exempelkommunen");
        var sender = services.GetRequiredService<RequestSender>();
        await Do(sender, InstallationSetup.Operator, new ImportOrganisation(
            "organisation.csv",
            "administration_code;administration;board;unit_code;unit\nBUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E1;Björkskolan\nBUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E2;Ekskolan\n"u8.ToArray(),
            null,
            DryRun: false));
        var (unit, other) = (await UnitId(services, "E1"), await UnitId(services, "E2"));
        var manager = await AddUser(sender, "Karin Ek", Manager, Role.Manager, unit);
        await AddUser(sender, "Omar Dahl", SafetyRep, Role.SafetyRep, unit);
        await AddUser(sender, "Anna Berg", Strategist, Role.HrStrategist, null);
        var stranger = await AddUser(sender, "Eva Lind", "eva.lind", Role.Manager, other);

        var today = SwedishDate.Today(TimeProvider.System);
        var completed = await Plan(sender, manager, unit, "fysisk-arbetsmiljo", new DateOnly(today.Year, 1, 15));
        await Answer(sender, manager, unit, completed, last: 100);
        await Do(sender, manager, new CompleteRound(unit, completed));
        var next = await Plan(sender, manager, unit, "fysisk-arbetsmiljo", new DateOnly(today.Year, 12, 31));
        var begun = await Plan(sender, manager, unit, "hot-och-vald", today);
        await Answer(sender, manager, unit, begun, last: 5);
        var late = await Plan(sender, manager, unit, "organisatorisk-och-social-arbetsmiljo", new DateOnly(today.Year, 1, 1));
        var cancelled = await Plan(sender, manager, unit, "hot-och-vald", new DateOnly(today.Year, 3, 2));
        await Do(sender, manager, new CancelRound(unit, cancelled, "Skolan är evakuerad till mars. Ny rond när vi är tillbaka i huset."));
        var elsewhere = await Plan(sender, stranger, other, "hot-och-vald", today);
        return new StoredRounds(unit, completed, next, begun, late, cancelled, elsewhere);
    }

    private static async Task<Guid> Plan(RequestSender sender, Guid manager, Guid unit, string checklist, DateOnly day) =>
        await Do(sender, manager, new PlanRound(unit, checklist, day, Guid.CreateVersion7(), manager == default ? [] : [new(RoundPart.Manager, manager)]));

    /// <summary>Answers the first questions, every seventh of them with a deficiency.</summary>
    private static async Task Answer(RequestSender sender, Guid person, Guid unit, Guid round, int last)
    {
        var questions = (await Do(sender, person, new ReadRound(unit, round))).Checklist.Questions.Take(last).ToList();
        for (var index = 0; index < questions.Count; index++)
        {
            var (value, note) = index % 7 == 2 ? (RoundAnswerValue.Partly, "Fläkten i sal 12 står still. Vaktmästaren vet om det.") : (RoundAnswerValue.Yes, null);
            await Do(sender, person, new AnswerRoundQuestion(unit, round, Guid.CreateVersion7(), questions[index].Key, value, note));
        }
    }

    private static async Task<Guid> AddUser(RequestSender sender, string name, string userName, Role role, Guid? place) =>
        (await Do(sender, InstallationSetup.Operator, new AddUser(name, userName, new Secret(PeopleWithAccounts.Password), role, place))).PersonId;

    private static async Task<Guid> UnitId(IServiceProvider services, string code)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DigiSamContext>().Units.Where(unit => unit.Code == code).Select(unit => unit.Id).SingleAsync();
    }

    private static async Task<T> Do<T>(RequestSender sender, Guid person, IRequest<T> request) =>
        Assert.IsType<Outcome<T>.Done>(await sender.Send(person, request)).Result;
}

/// <summary>The unit and its rounds; the last lies in another unit.</summary>
public sealed record StoredRounds(Guid Unit, Guid Completed, Guid Next, Guid Begun, Guid Late, Guid Cancelled, Guid Elsewhere);
