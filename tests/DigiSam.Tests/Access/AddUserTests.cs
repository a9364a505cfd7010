using System.Text;
using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Access;

public sealed class AddUserTests : IAsyncLifetime
{
    private const string Password = "fyra gröna hästar";

    private Installed _installed = null!;

    public async ValueTask InitializeAsync() => _installed = await Installed.Create();

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task A_user_gets_a_person_an_account_and_a_role_from_today()
    {
        var added = await _installed.Do(Anna());
        Assert.Equal(("anna.berg", "Exempelkommunen", new DateOnly(2026, 3, 14)), (added.UserName, added.PlaceName, added.ValidFrom));
        var (account, role) = await _installed.InDatabase(async database => (
            await database.Accounts.Include(found => found.Person).SingleAsync(),
            await database.RoleAssignments.SingleAsync(found => found.PersonId == added.PersonId)));
        Assert.Equal(("Anna Berg", added.PersonId), (account.Person.Name, account.PersonId));
        Assert.Equal((Role.HrStrategist, new DateOnly(2026, 3, 14), DateOnly.MaxValue), (role.Role, role.ValidFrom, role.ValidTo));
    }

    [Fact]
    public async Task The_password_is_written_nowhere()
    {
        await _installed.Do(Anna());
        var entry = await _installed.InDatabase(database => database.AuditEntries.SingleAsync());
        Assert.Contains("\"Password\":\"***\"", entry.Values, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, $"{Anna()}", StringComparison.Ordinal);
        Assert.Contains("digisam.db", FilesWith("anna.berg"));
        Assert.Empty(FilesWith(Password));
    }

    [Fact]
    public async Task A_user_name_is_taken_whatever_its_case()
    {
        await _installed.Do(Anna());
        var broken = await _installed.Refused(Anna() with { UserName = "ANNA.Berg " });
        Assert.Equal((nameof(UserNameIsTaken), "Användarnamnet ANNA.Berg är upptaget. Välj ett annat."), (broken.Rule, broken.Message));
        Assert.Equal(1, await _installed.Count<Account>());
    }

    [Theory]
    [InlineData("elva tecken", false)]
    [InlineData("tolv tecken!", true)]
    [InlineData("aaaaaaaaaaaa", true)]
    public async Task A_password_has_twelve_characters_of_whatever_kind(string password, bool accepted)
    {
        var outcome = await _installed.Send(Anna() with { Password = new Secret(password) });
        Assert.Equal(accepted, outcome is Outcome<AddedUser>.Done);
        if (outcome is Outcome<AddedUser>.Invalid invalid)
            Assert.StartsWith("Lösenordet ska ha minst 12 tecken.", Assert.Single(invalid.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_in_Swedish()
    {
        var outcome = await _installed.Send(new AddUser(" ", "anna berg", null!, Role.Operator));
        var messages = Assert.IsType<Outcome<AddedUser>.Invalid>(outcome).Messages;
        Assert.Equal(4, messages.Count);
        Assert.Contains(messages, message => message.Contains("Namnet", StringComparison.Ordinal) && message.Contains("saknas", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.StartsWith("Användarnamnet ska börja med", StringComparison.Ordinal));
        Assert.Contains("Rollen driftoperatör hör till kommandoraden och kan inte delas ut.", messages);
    }

    [Theory]
    [InlineData("åsa.öst")]
    [InlineData("anna@exempel.se")]
    [InlineData("7abc_d-e")]
    public async Task A_user_name_may_be_Swedish(string name) => Assert.Equal(name, (await _installed.Do(Anna() with { UserName = name })).UserName);

    [Theory]
    [InlineData(Role.Administrator, true)]
    [InlineData(Role.HrStrategist, false)]
    [InlineData(Role.Manager, false)]
    public async Task The_role_decides_who_adds_users(Role role, bool may)
    {
        var municipality = await _installed.InDatabase(database => database.Municipalities.SingleAsync());
        var outcome = await _installed.SendAs(await _installed.PersonWith(role, municipality.Id), Anna());
        Assert.Equal(may, outcome is Outcome<AddedUser>.Done);
        Assert.Equal(may ? 1 : 0, await _installed.Count<Account>());
    }

    [Fact]
    public async Task An_administrator_of_one_board_adds_users_there_and_nowhere_else()
    {
        var (own, other) = await Boards();
        var administrator = await _installed.PersonWith(Role.Administrator, own);
        Assert.IsType<Outcome<AddedUser>.Done>(await _installed.SendAs(administrator, Anna() with { PlaceId = own }));
        Assert.IsType<Outcome<AddedUser>.Denied>(await _installed.SendAs(administrator, Anna() with { PlaceId = other, UserName = "bo" }));
        Assert.IsType<Outcome<AddedUser>.Denied>(await _installed.SendAs(administrator, Anna() with { UserName = "bo" }));
    }

    [Fact]
    public async Task A_role_cannot_begin_in_a_place_that_has_ended()
    {
        var (board, _) = await Boards();
        await _installed.InDatabase(async database =>
        {
            (await database.Boards.SingleAsync(found => found.Id == board)).End(new DateOnly(2026, 6, 30));
            return await database.SaveChangesAsync();
        });
        var broken = await _installed.Refused(Anna() with { PlaceId = board, ValidFrom = new DateOnly(2026, 7, 1) });
        Assert.Equal(nameof(NoSuchPlaceThatDay), broken.Rule);
        await _installed.Do(Anna() with { PlaceId = board, ValidFrom = new DateOnly(2026, 6, 30) });
    }

    private static AddUser Anna() => new("Anna Berg", "anna.berg", new Secret(Password), Role.HrStrategist);

    private async Task<(Guid Own, Guid Other)> Boards()
    {
        await _installed.Do(new ImportOrganisation("organisation.csv", HuddingeFiles.Organisation, null, DryRun: false));
        return (await _installed.BoardId("Socialnämnden"), await _installed.BoardId("Grundskolenämnden"));
    }

    /// <summary>The files of the data folder that hold a text; the log of writes is first moved into the database.</summary>
    private List<string> FilesWith(string text)
    {
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_installed.Folder, "digisam.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(FULL)";
            command.ExecuteNonQuery();
        }

        return [.. Directory.GetFiles(_installed.Folder).Where(file => Content(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0).Select(file => Path.GetFileName(file))];

        static byte[] Content(string file)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }
}
