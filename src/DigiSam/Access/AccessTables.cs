using DigiSam.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Access;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder) => builder.Property(person => person.Name).HasMaxLength(200);
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.UserName).HasMaxLength(Account.LongestUserName).IsRequired();
        builder.Property(account => account.NormalizedUserName).HasMaxLength(Account.LongestUserName).IsRequired();
        builder.Property(account => account.PasswordHash).HasMaxLength(500);
        builder.Property(account => account.SecurityStamp).HasMaxLength(40).IsRequired();
        builder.HasIndex(account => account.NormalizedUserName).IsUnique();
        builder.HasOne(account => account.Person).WithOne().HasForeignKey<Account>(account => account.PersonId).OnDelete(DeleteBehavior.Restrict);

        // Identity's class has more than an account here is: Rev stands for the stamp, every account can be locked, and
        // how someone is reached is not a matter of signing in.
        builder.Ignore(account => account.ConcurrencyStamp);
        builder.Ignore(account => account.LockoutEnabled);
        builder.Ignore(account => account.TwoFactorEnabled);
        builder.Ignore(account => account.Email);
        builder.Ignore(account => account.NormalizedEmail);
        builder.Ignore(account => account.EmailConfirmed);
        builder.Ignore(account => account.PhoneNumber);
        builder.Ignore(account => account.PhoneNumberConfirmed);
    }
}

internal sealed class ProtectionKeyTable : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder) => builder.Property(key => key.Name).HasMaxLength(100);
}

internal sealed class RoleAssignmentTable : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.HasIndex(assignment => assignment.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(assignment => assignment.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(assignment => assignment.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }
}
