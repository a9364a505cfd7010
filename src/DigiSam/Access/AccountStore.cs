using System.Globalization;
using DigiSam.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Access;

/// <summary>
/// Where Identity finds accounts, to make cookies and to check that a cookie's stamp still is the account's. It keeps to
/// what DigiSam uses: accounts are made by <see cref="AddUser"/> and passwords checked by <see cref="PasswordSignIn"/>.
/// </summary>
public sealed class AccountStore(DigiSamContext database, WriteGate gate) : IUserSecurityStampStore<Account>
{
    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Guid.TryParse(userId, out var id)
        ? database.Accounts.Include(account => account.Person).SingleOrDefaultAsync(account => account.Id == id, cancellationToken)
        : Task.FromResult<Account?>(null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        database.Accounts.Include(account => account.Person).SingleOrDefaultAsync(account => account.NormalizedUserName == normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString("D", CultureInfo.InvariantCulture));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.NormalizedUserName);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.SecurityStamp);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    /// <summary>Saves what Identity changed, which is the stamp, behind the write gate. It fails when another changed the account meanwhile.</summary>
    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        using var turn = await gate.Enter(cancellationToken);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return IdentityResult.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        }
    }

    /// <summary>Identity writes the normalised name with every update; here it follows from the name and never changes.</summary>
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
        // The database context belongs to the scope.
    }
}
