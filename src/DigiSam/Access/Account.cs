using System.Security.Cryptography;
using DigiSam.Persistence;
using Microsoft.AspNetCore.Identity;

namespace DigiSam.Access;

/// <summary>
/// A person's means of signing in with user name and password. It gives no rights: those come from the person's role
/// assignments. Five failures in a row lock it for five minutes.
/// </summary>
public sealed class Account : IdentityUser<Guid>, IRevised
{
    public const int LongestUserName = 100;

    public const int FailuresBeforeLock = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    private Account()
    {
    }

    public Account(Person person, string userName)
    {
        Id = Guid.CreateVersion7();
        PersonId = person.Id;
        Person = person;
        UserName = userName.Trim().Normalize();
        NormalizedUserName = Normalise(userName);
        SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
    }

    public Guid PersonId { get; private init; }

    public Person Person { get; private init; } = null!;

    public int Rev { get; private set; }

    /// <summary>The form in which user names are compared and unique: case and surrounding space aside.</summary>
    public static string Normalise(string userName) => userName.Trim().Normalize().ToUpperInvariant();

    public bool IsLocked(DateTimeOffset now) => now < LockoutEnd;

    /// <summary>
    /// Counts an attempt before its password is looked at, so that many at once get no more tries than one after another.
    /// The last that may fail locks already here; <see cref="LetIn"/> takes it back. False when the account is locked.
    /// </summary>
    internal bool CountAttempt(DateTimeOffset now)
    {
        if (IsLocked(now))
            return false;
        LockoutEnd = null;
        if (++AccessFailedCount == FailuresBeforeLock)
        {
            AccessFailedCount = 0;
            LockoutEnd = now + LockedFor;
        }

        return true;
    }

    /// <summary>The right password was given: earlier failures are forgotten, and a hash made with more work replaces the old.</summary>
    internal void LetIn(string? stronger = null)
    {
        PasswordHash = stronger ?? PasswordHash;
        AccessFailedCount = 0;
        LockoutEnd = null;
    }
}
