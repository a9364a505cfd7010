using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DigiSam.Persistence.PostgreSql;

/// <summary>The rows on a PostgreSQL server, with its migrations.</summary>
public sealed class PostgreSqlContext(DbContextOptions<PostgreSqlContext> options) : DigiSamContext(options)
{
    /// <summary>Byte by byte, as SQLite compares: Swedish order is in the sort keys, and does not hang on the server's locale.</summary>
    private const string ByteOrder = "C";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation(ByteOrder);
        configurationBuilder.Properties<Enum>().UseCollation(ByteOrder);
    }
}

/// <summary>Lets <c>dotnet ef migrations add</c> make a context without a host.</summary>
internal sealed class PostgreSqlContextFactory : IDesignTimeDbContextFactory<PostgreSqlContext>
{
    public PostgreSqlContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlContext>().UseNpgsql("Host=localhost;Database=design").Options);
}
