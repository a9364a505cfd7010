using DigiSam.Persistence;
using DigiSam.Web;
using Microsoft.Data.Sqlite;

namespace DigiSam.Browser;

public sealed class HostStartTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    [Fact]
    public async Task A_second_host_on_the_same_folder_stops_and_says_why()
    {
        await using var first = HostProcess.On(_data);
        await first.Address();

        await using var second = HostProcess.On(_data);
        var (exit, errors) = await second.Stopped();

        Assert.Equal(3, exit);
        Assert.Equal($"Datamappen {_data.Path} används redan av en annan DigiSam-värd. Stoppa den, eller ange en annan mapp med --data.", errors);
        Assert.True(await Answers(first));
    }

    [Fact]
    public async Task A_second_host_on_the_same_address_stops_and_says_why()
    {
        using var other = new TemporaryFolder();
        await using var first = HostProcess.On(_data);
        await using var second = HostProcess.With(HostProcess.Dll, "--data", other.Path, "--urls", (await first.Address()).ToString().TrimEnd('/'));

        var (exit, errors) = await second.Stopped();
        SqliteConnection.ClearAllPools();
        Assert.Equal((3, "Adressen används redan av ett annat program på den här datorn. Stoppa det, eller ange en annan med --urls."), (exit, errors));
        Assert.True(await Answers(first));
    }

    [Fact]
    public void A_database_on_a_server_that_a_command_has_alone_is_told_as_such_to_a_host_and_to_a_command()
    {
        var taken = new DatabaseIsTakenException(DatabaseOptions.ByConnection("Host=db;Database=digisam;Password=hemligt"));
        Assert.Equal(
            ("PostgreSQL-databasen digisam på db uppgraderas eller fylls just nu av ett kommando. Vänta tills det är klart och starta igen.", 3), StartFault.Describe(taken));
        Assert.Equal(
            "PostgreSQL-databasen digisam på db används av en DigiSam-värd eller ett annat kommando. Stoppa värden och kör kommandot igen, eller ange en annan databas med --db.", taken.Message);
    }

    [Fact]
    public async Task A_new_host_takes_over_after_one_that_was_killed()
    {
        await using (var killed = HostProcess.On(_data))
        {
            await killed.Address();
            await killed.Kill();
        }

        await using var next = HostProcess.On(_data);

        Assert.True(await Answers(next));
    }

    [Fact]
    public async Task A_migration_that_was_killed_half_way_does_not_hang_the_next_start()
    {
        await LeaveMigrationLock();

        await using var host = HostProcess.On(_data);

        Assert.True(await Answers(host));
    }

    [Fact]
    public async Task An_invalid_definition_file_stops_the_start_with_file_and_line()
    {
        using var copy = new TemporaryFolder();
        Copy(Path.GetDirectoryName(HostProcess.Dll)!, copy.Path);
        await File.WriteAllTextAsync(Path.Combine(copy.Path, "checklists", "metrics.yaml"), "format: 1\nkind: metrics\nnonsens: ja\n");

        await using var host = HostProcess.With(Path.Combine(copy.Path, "DigiSam.Web.dll"), "--data", _data.Path, "--urls", "http://127.0.0.1:0");
        var (exit, errors) = await host.Stopped();

        Assert.Equal(3, exit);
        Assert.Contains("metrics.yaml rad 3: okänd nyckel \"nonsens\"", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--dta", "mapp", "--dta finns inte")]
    [InlineData("--data", "--urls", "--data saknar värde")]
    [InlineData("--urls", "huset", "\"huset\"")]
    public async Task Words_that_the_host_does_not_know_stop_it(string name, string value, string said)
    {
        await using var host = HostProcess.With(HostProcess.Dll, name, value);
        var (exit, errors) = await host.Stopped();

        Assert.Equal(2, exit);
        Assert.Contains(said, errors, StringComparison.Ordinal);
    }

    public void Dispose() => _data.Dispose();

    private static async Task<bool> Answers(HostProcess host)
    {
        using var client = new HttpClient { BaseAddress = await host.Address() };
        return await client.GetStringAsync(new Uri("/health", UriKind.Relative)) == "OK";
    }

    /// <summary>What is left when a process dies while it migrates: EF Core's own lock, which it waits for without end.</summary>
    private async Task LeaveMigrationLock()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_data.Path, "digisam.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-01-01 00:00:00+00:00');
            """;
        await command.ExecuteNonQueryAsync();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
