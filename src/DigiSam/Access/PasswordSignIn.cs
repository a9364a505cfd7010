using DigiSam.Audit;
using DigiSam.Persistence;
using DigiSam.Requests;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Access;

/// <summary>What the audit log says about signing in. A refused unknown user name leaves no trace.</summary>
internal enum SignInEvent
{
    SignedIn,
    SignInFailed,

    /// <summary>A failure too, and the one that locked the account.</summary>
    AccountLocked,
}

/// <summary>
/// Tells whether a user name and a password belong together. Not a request: nobody has signed in yet who could send one.
/// It writes behind the gate like any command, each change together with its audit entry.
/// </summary>
public sealed class PasswordSignIn(
    DigiSamContext database, DatabaseEngine engine, WriteGate gate, IPasswordHasher<Account> hasher, AuditTrail audit, TimeProvider clock)
{
    /// <summary>
    /// The account, or null when the name is unknown, the password wrong or the account locked. Which of them it was is
    /// for nobody to know, so every refusal costs the work of checking a password.
    /// </summary>
    public async Task<Account?> Check(string userName, Secret password)
    {
        var name = Account.Normalise(userName);
        var account = await database.Accounts.Include(found => found.Person).SingleOrDefaultAsync(found => found.NormalizedUserName == name);
        if (account is null || !await ByTurn(account, () => account.CountAttempt(clock.GetUtcNow())))
        {
            hasher.HashPassword(account!, password.Reveal());
            return null;
        }

        var failure = account.IsLocked(clock.GetUtcNow()) ? SignInEvent.AccountLocked : SignInEvent.SignInFailed;
        var verdict = account.PasswordHash is { } hash
            ? hasher.VerifyHashedPassword(account, hash, password.Reveal())
            : PasswordVerificationResult.Failed;
        var rehashed = verdict == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(account, password.Reveal()) : null;
        var right = verdict != PasswordVerificationResult.Failed;
        await ByTurn(account, () =>
        {
            if (right)
                account.LetIn(rehashed);
            audit.Record(right ? SignInEvent.SignedIn : failure, account);
            return right;
        });
        return right ? account : null;
    }

    /// <summary>Decides on the account as it is now, alone, and saves what was decided.</summary>
    private async Task<bool> ByTurn(Account account, Func<bool> decide)
    {
        using var turn = await gate.Enter(CancellationToken.None);
        await using var transaction = await database.Database.BeginTransactionAsync();
        await engine.TakeTurn(database, account.Id);
        await database.Entry(account).ReloadAsync();
        var decided = decide();
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return decided;
    }
}

/// <summary>Registers what checks passwords and makes their hashes.</summary>
internal static class SignInChecks
{
    public static void AddSignInChecks(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddScoped<PasswordSignIn>();
    }
}
