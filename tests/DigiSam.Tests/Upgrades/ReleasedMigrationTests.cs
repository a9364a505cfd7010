using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DigiSam.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DigiSam.Tests.Upgrades;

/// <summary>
/// A released migration is never edited: databases out there have gone through it as it was. What must change is a new
/// migration.
/// </summary>
public sealed partial class ReleasedMigrationTests
{
    /// <summary>Each migration that has been released, with its version and the hash of its SQL.</summary>
    private static readonly (string Version, string Migration, string Sha256)[] Released =
    [
        ("0.1.0", "20261122204738_Initial", "51084d904d04d6c2d599aebb3c0f9ca4232befa918d24c555c2eb31b1bb3db66"),
    ];

    [Fact]
    public void Released_migrations_come_first_and_their_SQL_is_what_it_was()
    {
        using var context = new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=:memory:").Options);
        Assert.Equal(Released.Select(released => released.Migration), context.Database.GetMigrations().Take(Released.Length));
        var before = Migration.InitialDatabase;
        foreach (var (version, migration, sha256) in Released)
        {
            var sql = context.GetService<IMigrator>().GenerateScript(before, migration);
            Assert.Contains(migration, sql, StringComparison.Ordinal);
            Assert.True(Hash(sql) == sha256, $"{migration} was released with {version} and is another now ({Hash(sql)}). Put it back and add a new migration.");
            before = migration;
        }
    }

    [Fact]
    public void A_changed_column_changes_the_hash_and_the_version_of_EF_does_not()
    {
        const string Sql = "CREATE TABLE \"People\" (\"Name\" TEXT NOT NULL);\r\nINSERT INTO \"__EFMigrationsHistory\" VALUES ('20261122204738_Initial', '10.0.15');";
        Assert.NotEqual(Hash(Sql), Hash(Sql.Replace("NOT NULL", "NULL", StringComparison.Ordinal)));
        Assert.Equal(Hash(Sql), Hash(Sql.Replace("10.0.15", "10.0.16", StringComparison.Ordinal).ReplaceLineEndings("\n")));
    }

    private static string Hash(string sql) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EfVersion().Replace(sql.ReplaceLineEndings("\n"), "'EF')"))));

    [GeneratedRegex(@"'\d+\.\d+\.\d+(-[\w.]+)?'\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EfVersion();
}
