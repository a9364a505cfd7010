using DigiSam.Access;
using DigiSam.Audit;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Demo;

/// <summary>Someone to sign in as, as the sign-in page shows them.</summary>
public sealed record DemoVisitor(Guid PersonId, string Name, string Role, string Place, string Does);

/// <summary>
/// Lets anyone in as one of the demo's listed people, without a password, and only in a database that is marked as a demo.
/// Not a request: nobody has signed in yet who could send one.
/// </summary>
public sealed class DemoSignIn(DigiSamContext database, WriteGate gate, AuditTrail audit)
{
    /// <summary>The people to choose from; none unless the database is a demo.</summary>
    public async Task<IReadOnlyList<DemoVisitor>> People(CancellationToken stop = default) => await (
        from listed in database.DemoPeople
        join person in database.People on listed.PersonId equals person.Id
        where database.DemoMarks.Any()
        orderby listed.Position
        select new DemoVisitor(person.Id, person.Name, listed.Role, listed.Place, listed.Does)).ToListAsync(stop);

    /// <summary>The account of a listed person, noted in the log as signed in; null for anyone else and outside a demo.</summary>
    public async Task<Account?> Enter(Guid personId)
    {
        using var turn = await gate.Enter(CancellationToken.None);
        await using var transaction = await database.Database.BeginTransactionAsync();
        if (!await database.DemoMarks.AnyAsync() || !await database.DemoPeople.AnyAsync(listed => listed.PersonId == personId))
            return null;
        var account = await database.Accounts.Include(found => found.Person).SingleAsync(found => found.PersonId == personId);
        audit.Record(SignInEvent.SignedIn, account);
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return account;
    }
}

internal static class DemoServices
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddScoped<DemoState>();
        services.AddScoped<DemoSignIn>();
        services.AddScoped<LockedDocuments>();
        return services;
    }
}
