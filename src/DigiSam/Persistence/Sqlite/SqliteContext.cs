using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DigiSam.Persistence.Sqlite;

/// <summary>The rows in an SQLite file, with its migrations.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : DigiSamContext(options);

/// <summary>Lets <c>dotnet ef migrations add</c> make a context without a host.</summary>
internal sealed class SqliteContextFactory : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=design.db").Options);
}
