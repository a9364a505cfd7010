using DigiSam.Access;
using DigiSam.Cli;
using DigiSam.Organisation;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Cli;

/// <summary><c>digisam user add</c> as it is run, with the password on standard input.</summary>
public sealed class UserAddCommandTests : IAsyncLifetime
{
    private const string Password = "fyra gröna hästar";

    private Installed _installed = null!;

    public async ValueTask InitializeAsync() => _installed = await Installed.Create();

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task The_first_administrator_is_made_at_the_command_line()
    {
        var (exit, output, errors) = await Add($"{Password}\nen rad till\n", "--role", "administrator");
        Assert.Equal((ExitCode.Ok, ""), (exit, errors));
        Assert.Matches(@"^Anna Berg kan logga in som anna\.berg\. Roll: Systemförvaltare, Exempelkommunen, från och med \d+ \w+ \d{4}\.\r?\n$", output);
        Assert.Equal(1, await _installed.InDatabase(database => database.RoleAssignments.CountAsync(role => role.Role == Role.Administrator)));
    }

    [Fact]
    public async Task A_role_is_given_in_the_place_that_is_named()
    {
        await _installed.Do(new ImportOrganisation("organisation.csv", HuddingeFiles.Organisation, null, DryRun: false));
        var (exit, output, _) = await Add(Password, "--role", "board-secretary", "--place", "socialnämnden");
        Assert.Equal(ExitCode.Ok, exit);
        Assert.Contains("Roll: Nämndsekreterare, Socialnämnden,", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_place_is_refused_with_the_one_that_may_be_meant()
    {
        await _installed.Do(new ImportOrganisation("organisation.csv", HuddingeFiles.Organisation, null, DryRun: false));
        var (exit, _, errors) = await Add(Password, "--role", "manager", "--place", "Socialnämden");
        Assert.Equal((ExitCode.Refused, $"Platsen \"Socialnämden\" är okänd. Menade du Socialnämnden?{Environment.NewLine}"), (exit, errors));
        Assert.Equal(0, await _installed.Count<Account>());
    }

    [Fact]
    public async Task A_name_that_two_places_share_is_refused_and_a_code_tells_them_apart()
    {
        await _installed.InDatabase(async database =>
        {
            database.AddRange(new Unit("F1", "Solen", DateOnly.MinValue), new Unit("F2", "Solen", DateOnly.MinValue));
            return await database.SaveChangesAsync();
        });
        var (refused, _, errors) = await Add(Password, "--role", "manager", "--place", "Solen");
        Assert.Equal(ExitCode.Refused, refused);
        Assert.Contains("Solen (enhet, kod F1)", errors, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, (await Add(Password, "--role", "manager", "--place", "F2")).Exit);
    }

    [Theory]
    [InlineData("", "Lösenordet saknas.")]
    [InlineData("kort\n", "Lösenordet ska ha minst 12 tecken.")]
    public async Task A_missing_or_short_password_is_refused(string input, string said)
    {
        var (exit, _, errors) = await Add(input, "--role", "manager");
        Assert.Equal(ExitCode.Refused, exit);
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.Equal(0, await _installed.Count<Account>());
    }

    [Theory]
    [InlineData("operator")]
    [InlineData("Manager")]
    public async Task A_role_that_cannot_be_given_is_refused_with_those_that_can(string role)
    {
        var (exit, _, errors) = await Add(Password, "--role", role);
        Assert.Equal(ExitCode.Usage, exit);
        Assert.Contains("chief-safety-rep (Huvudskyddsombud)", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_names_every_role_in_Swedish_and_no_option_takes_a_password()
    {
        using var output = new StringWriter();
        Assert.Equal(ExitCode.Ok, await CommandLine.Run(["user", "add", "--help"], output, TextWriter.Null));
        Assert.All(RoleNames.ForPeople, role => Assert.Contains(role.Code(), output.ToString(), StringComparison.Ordinal));
        Assert.All(RoleNames.ForPeople, role => Assert.Contains(role.Swedish(), output.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain("--password", output.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_role_has_a_name_and_a_code_of_its_own()
    {
        var roles = Enum.GetValues<Role>();
        Assert.Equal(roles.Length, roles.Select(RoleNames.Code).Distinct().Count());
        Assert.Equal(roles.Length, roles.Select(RoleNames.Swedish).Distinct().Count());
        Assert.Equal(roles.Except([Role.Operator]), RoleNames.ForPeople);
    }

    private async Task<(int Exit, string Output, string Errors)> Add(string input, params string[] more)
    {
        using StringWriter output = new(), errors = new();
        using var given = new StringReader(input);
        var exit = await CommandLine.Run(["user", "add", "--user", "anna.berg", "--name", "Anna Berg", "--data", _installed.Folder, .. more], output, errors, given);
        return (exit, output.ToString(), errors.ToString());
    }
}
