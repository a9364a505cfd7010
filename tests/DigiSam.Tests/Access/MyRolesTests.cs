using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Access;

public sealed class MyRolesTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 3, 14);

    private Installed _installed = null!;

    private Guid _board;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.Create();
        await _installed.Do(new ImportOrganisation("organisation.csv", HuddingeFiles.Organisation, null, DryRun: false));
        _board = await _installed.BoardId("Socialnämnden");
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Whatever_role_one_holds_and_wherever_one_sees_it(Role role)
    {
        var outcome = await _installed.SendAs(await _installed.PersonWith(role, _board, Today, Today.AddDays(30)), new MyRoles());
        var held = Assert.IsType<Outcome<RolesHeld>.Done>(outcome).Result;
        Assert.Equal($"{role}", held.Name);
        Assert.Equal([new RoleHeld(role, _board, PlaceKind.Board, "Socialnämnden", Today.AddDays(30))], held.Roles);
    }

    [Fact]
    public async Task Only_roles_of_today_are_seen_and_only_ones_own()
    {
        await _installed.PersonWith(Role.Administrator, _board);
        var person = await _installed.PersonWith(Role.SafetyRep, _board);
        await _installed.InDatabase(async database =>
        {
            database.AddRange(
                new RoleAssignment(person, Role.Manager, _board, DateOnly.MinValue, Today.AddDays(-1)),
                new RoleAssignment(person, Role.ChiefSafetyRep, _board, Today.AddDays(1)));
            return await database.SaveChangesAsync();
        });
        var held = Assert.IsType<Outcome<RolesHeld>.Done>(await _installed.SendAs(person, new MyRoles())).Result;
        Assert.Equal([new RoleHeld(Role.SafetyRep, _board, PlaceKind.Board, "Socialnämnden", null)], held.Roles);
    }

    [Fact]
    public async Task Someone_without_a_role_today_is_denied_this_too()
    {
        Assert.IsType<Outcome<RolesHeld>.Denied>(await _installed.SendAs(Guid.CreateVersion7(), new MyRoles()));
        Assert.IsType<Outcome<RolesHeld>.Denied>(await _installed.SendAs(await _installed.PersonWith(Role.Administrator, _board, null, Today.AddDays(-1)), new MyRoles()));
    }

    [Fact]
    public void A_request_that_concerns_only_the_actor_carries_no_values_unless_it_says_how_it_is_checked()
    {
        var requests = RequestCatalogue.RequestsAmong(typeof(DigiSamServices).Assembly.GetTypes());
        Assert.Contains(typeof(MyRoles), OnlyActor(requests));
        Assert.All(OnlyActor(requests).Where(request => !Checked(request)), request => Assert.NotNull(request.GetConstructor([])));
        Assert.Equal(CheckedByHand.Order(), requests.Where(Checked).Select(request => request.Name).Order());
        Assert.Null(Assert.Single(OnlyActor([typeof(PlantedWithValues)])).GetConstructor([]));
    }

    public static TheoryData<Role> Roles() => [.. Enum.GetValues<Role>()];

    /// <summary>Those whose handlers have tests that a stranger is told nothing.</summary>
    private static readonly HashSet<string> CheckedByHand = ["ChangeLeave", "EndLeave", "FindMeasure", "FindRisk", "ReadDeficiency", "ReadObservationByReceipt", "StateLeave"];

    private static bool Checked(Type request) => request.IsDefined(typeof(ChecksPlaceAttribute), inherit: false);

    /// <summary>The requests whose place is the actor alone. A place that needs values to be told is another.</summary>
    private static IEnumerable<Type> OnlyActor(IEnumerable<Type> requests) => requests.Where(request =>
    {
        var made = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(request);
        return ((IActsOn)made).Place.ConcernsOnlyActor;
    });

    private sealed record PlantedWithValues(Guid PersonId) : IActsOn
    {
        public ActsOn Place => ActsOn.OnlyActor;
    }
}
