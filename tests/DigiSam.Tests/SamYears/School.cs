using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.SamYears;
using DigiSam.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.SamYears;

/// <summary>A unit with a manager and a safety representative, a head above them, and someone from HR who starts the year.</summary>
internal sealed class School : IAsyncDisposable
{
    private School(Installed installed) => Installed = installed;

    public Installed Installed { get; }

    public Guid Unit { get; private set; }

    public Guid OtherUnit { get; private set; }

    public Guid Administration { get; private set; }

    public Guid Manager { get; private set; }

    public Guid SafetyRep { get; private set; }

    public Guid Head { get; private set; }

    public Guid Hr { get; private set; }

    public TimerPump Pump => Installed.Services.GetRequiredService<TimerPump>();

    public DateOnly Today => SwedishDate.Today(Installed.Clock);

    /// <summary>The school on the morning of a day.</summary>
    public static async Task<School> On(DateOnly day, InstalledProcesses? processes = null)
    {
        var school = new School(await Installed.Create(processes: processes));
        school.GoTo(day);
        await school.Installed.Do(new ImportOrganisation(
            "organisation.csv",
            "administration_code;administration;board;unit_code;unit\nBUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E1;Björkskolan\nBUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E2;Ekskolan\n"u8.ToArray(),
            new DateOnly(2025, 1, 1),
            DryRun: false));
        school.Unit = await school.PlaceId("E1");
        school.OtherUnit = await school.PlaceId("E2");
        school.Administration = await school.PlaceId("BUF");
        school.Manager = await school.Installed.PersonWith(Role.Manager, school.Unit);
        school.SafetyRep = await school.Installed.PersonWith(Role.SafetyRep, school.Unit);
        school.Head = await school.Installed.PersonWith(Role.Manager, school.Administration);
        school.Hr = await school.Installed.PersonWith(Role.HrStrategist, await school.Installed.InDatabase(database => database.Municipalities.Select(whole => whole.Id).SingleAsync()));
        return school;
    }

    /// <summary>Moves the clock to eight o'clock on a later day.</summary>
    public void GoTo(DateOnly day) =>
        Installed.Clock.SetUtcNow(new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.Zero));

    public Task<Nothing> Start(int year) => As(Hr, new StartSamYear(Unit, year));

    public async Task<T> As<T>(Guid person, IRequest<T> request) => await Installed.SendAs(person, request) switch
    {
        Outcome<T>.Done done => done.Result,
        Outcome<T>.Broken broken => throw new InvalidOperationException($"{broken.Rule}: {broken.Message} {string.Join(" | ", broken.Details)}"),
        Outcome<T>.Invalid invalid => throw new InvalidOperationException(string.Join(" | ", invalid.Messages)),
        var other => throw new InvalidOperationException($"{other}"),
    };

    public async Task<Outcome<T>.Broken> Refused<T>(Guid person, IRequest<T> request) =>
        Assert.IsType<Outcome<T>.Broken>(await Installed.SendAs(person, request));

    public async Task<SamYearDetail> Read(int year) => (await As(Manager, new ReadSamYear(Unit, year))).Detail!;

    public async Task<YearStep> Step(int year, string key) => (await Read(year)).Steps.Single(step => step.Key == key);

    public Task<IReadOnlyList<MyTask>> Tasks(Guid person) => As(person, new MyTasks());

    public ValueTask DisposeAsync() => Installed.DisposeAsync();

    private Task<Guid> PlaceId(string code) => Installed.InDatabase(database => database.Places.Where(place => place.Code == code).Select(place => place.Id).SingleAsync());
}
