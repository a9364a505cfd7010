using DigiSam.Access;
using DigiSam.Audit;
using DigiSam.Requests;
using DigiSam.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Access;

public sealed class PasswordSignInTests : IAsyncLifetime
{
    private const string Right = "fyra gröna hästar";

    private Installed _installed = null!;

    private AddedUser _anna = null!;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.Create();
        _anna = await _installed.Do(new AddUser("Anna Berg", "anna.berg", new Secret(Right), Role.Manager));
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Theory]
    [InlineData("anna.berg", Right, true)]
    [InlineData(" Anna.Berg", Right, true)]
    [InlineData("anna.berg", "Fyra gröna hästar", false)]
    [InlineData("anna.berg", "", false)]
    [InlineData("anna", Right, false)]
    [InlineData("", Right, false)]
    public async Task Name_and_password_must_belong_together(string name, string password, bool lets)
    {
        var account = await Check(name, password);
        Assert.Equal(lets ? _anna.PersonId : null, account?.PersonId);
        Assert.Equal(lets ? "Anna Berg" : null, account?.Person.Name);
    }

    [Fact]
    public async Task Five_failures_in_a_row_lock_also_for_the_right_password_until_five_minutes_have_passed()
    {
        for (var attempt = 0; attempt < 5; attempt++)
            Assert.Null(await Check("anna.berg", "fel"));
        Assert.Null(await Check("anna.berg", Right));
        _installed.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.NotNull(await Check("anna.berg", Right));
    }

    [Fact]
    public async Task The_right_password_in_between_starts_the_count_anew()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var attempt = 0; attempt < 4; attempt++)
                Assert.Null(await Check("anna.berg", "fel"));
            Assert.NotNull(await Check("anna.berg", Right));
        }
    }

    [Fact]
    public async Task Many_attempts_at_once_get_no_more_tries_than_one_after_another()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Check("anna.berg", "fel")));
        Assert.Equal(["AccountLocked", "SignInFailed", "SignInFailed", "SignInFailed", "SignInFailed"], (await Events()).Select(entry => entry.Request).Order());
        Assert.Null(await Check("anna.berg", Right));
    }

    [Fact]
    public async Task The_audit_log_tells_of_failures_lock_and_sign_in_by_the_accounts_id_alone()
    {
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await Check("anna.berg", "hemligt fel");
            _installed.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await Check("någon.annan", "hemligt fel");
        _installed.Clock.Advance(TimeSpan.FromMinutes(6));
        await Check("anna.berg", Right);

        var events = await Events();
        Assert.Equal([.. Enumerable.Repeat("SignInFailed", 4), "AccountLocked", "SignedIn"], events.Select(entry => entry.Request));
        var id = await _installed.InDatabase(database => database.Accounts.Select(account => account.Id).SingleAsync());
        Assert.All(events, entry => Assert.Equal(("None", $$"""{"AccountId":"{{id}}"}"""), (entry.Role, entry.Values)));
        Assert.All(events.SkipLast(1), entry => Assert.Equal(Guid.Empty, entry.PersonId));
        Assert.Equal(_anna.PersonId, events[^1].PersonId);
    }

    [Fact]
    public async Task A_hash_made_with_less_work_is_made_anew_when_its_owner_signs_in()
    {
        var weak = new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
        await _installed.InDatabase(async database =>
        {
            var account = await database.Accounts.SingleAsync();
            account.PasswordHash = weak.HashPassword(account, Right);
            return await database.SaveChangesAsync();
        });
        Assert.NotNull(await Check("anna.berg", Right));
        var hash = await _installed.InDatabase(database => database.Accounts.Select(account => account.PasswordHash).SingleAsync());
        Assert.Equal(PasswordVerificationResult.Success, _installed.Services.GetRequiredService<IPasswordHasher<Account>>().VerifyHashedPassword(null!, hash!, Right));
    }

    private async Task<Account?> Check(string name, string password)
    {
        await using var scope = _installed.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PasswordSignIn>().Check(name, new Secret(password));
    }

    private Task<List<AuditEntry>> Events() => _installed.InDatabase(database =>
        database.AuditEntries.Where(entry => entry.Request != nameof(AddUser)).OrderBy(entry => entry.At).ToListAsync());
}
