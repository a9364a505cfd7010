using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Access;

public sealed class AccountStoreTests
{
    [Fact]
    public async Task The_second_who_changes_an_account_is_told_that_it_failed_and_overwrites_nothing()
    {
        await using var installed = await Installed.Create();
        await installed.Do(new AddUser("Anna Berg", "anna.berg", new Secret("ett långt lösenord"), Role.Administrator));
        var gate = installed.Services.GetRequiredService<WriteGate>();
        await using var first = installed.Services.CreateAsyncScope();
        await using var second = installed.Services.CreateAsyncScope();
        using var mine = new AccountStore(first.ServiceProvider.GetRequiredService<DigiSamContext>(), gate);
        using var theirs = new AccountStore(second.ServiceProvider.GetRequiredService<DigiSamContext>(), gate);
        var (mineRead, theirsRead) = (await Read(mine), await Read(theirs));

        Assert.True((await Stamp(theirs, theirsRead, "DERAS")).Succeeded);
        var refused = await Stamp(mine, mineRead, "MIN");

        Assert.Equal(nameof(IdentityErrorDescriber.ConcurrencyFailure), Assert.Single(refused.Errors).Code);
        Assert.Equal("DERAS", await installed.InDatabase(database => database.Accounts.Select(account => account.SecurityStamp).SingleAsync()));
    }

    private static async Task<Account> Read(AccountStore store) =>
        (await store.FindByNameAsync(Account.Normalise("anna.berg"), TestContext.Current.CancellationToken))!;

    private static async Task<IdentityResult> Stamp(AccountStore store, Account account, string stamp)
    {
        await store.SetSecurityStampAsync(account, stamp, TestContext.Current.CancellationToken);
        return await store.UpdateAsync(account, TestContext.Current.CancellationToken);
    }
}
