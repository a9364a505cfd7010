using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace DigiSam.Tests.PostgreSql;

/// <summary>
/// A PostgreSQL server of this test run alone: a throw-away cluster in a temporary folder, reached through a socket in it. It
/// ends with the last test, also when the run is killed: a shell waits for the run's end of a
/// pipe.
/// </summary>
internal sealed class Cluster
{
    private const string Unprivileged = "65534";

    /// <summary>$1 is the folder, $2 the server's program, $3 its settings; the pipe's end stops the server and removes the folder.</summary>
    private const string Guard = """
        exec 3<&0
        "$2" -D "$1/data" -k "$1" -c listen_addresses= $3 </dev/null >"$1/log" 2>&1 3<&- &
        server=$!
        cat <&3 >/dev/null
        kill -QUIT $server
        wait $server
        rm -rf "$1"
        """;

    /// <summary>Nothing that a test writes need survive it.</summary>
    private const string Fleeting = "-c fsync=off -c full_page_writes=off";

    private static readonly Lazy<Task<Cluster>> Started = new(() => Start(Fleeting));

    private readonly string _folder;
    private readonly Process _guard;
    private int _made;

    private Cluster(string folder, Process guard)
    {
        _folder = folder;
        _guard = guard;
    }

    /// <summary>Where the server's programs are; null on a machine without them.</summary>
    public static string? Programs { get; } = new[] { "/usr/lib/postgresql" }.Where(Directory.Exists)
        .SelectMany(Directory.GetDirectories).OrderByDescending(version => int.TryParse(Path.GetFileName(version), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Select(version => Path.Combine(version, "bin"))
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));

    /// <summary>The run's server, started when it is first asked for.</summary>
    public static Task<Cluster> OfThisRun => Started.Value;

    /// <summary>Another server, that keeps what it has committed as one in earnest does; whoever asked for it stops it.</summary>
    public static Task<Cluster> Durable() => Start("");

    /// <summary>Stops the run's server, if any test asked for one.</summary>
    public static async Task StopOfThisRun()
    {
        if (Started.IsValueCreated && Started.Value.IsCompletedSuccessfully)
            await (await Started.Value).Stop();
    }

    public async Task Stop()
    {
        NpgsqlConnection.ClearAllPools();
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        _guard.Dispose();
    }

    public string Connection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _folder,
        Username = "digisam",
        Database = database,
        MaxPoolSize = 20,
        IncludeErrorDetail = true,
    }.ToString();

    /// <summary>A new database, empty or a copy of <paramref name="template"/>; its connection.</summary>
    public async Task<string> Create(string template = "template0")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _made)}");
        await Run($"CREATE DATABASE {name} ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8' TEMPLATE {template}");
        return Connection(name);
    }

    public async Task Drop(string connection)
    {
        await using (var pool = new NpgsqlConnection(connection))
            NpgsqlConnection.ClearPool(pool);
        await Run($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    private static async Task<Cluster> Start(string settings)
    {
        var folder = Directory.CreateTempSubdirectory("digisam-pg-").FullName;
        var asOther = Environment.UserName == "root";
        if (asOther)
            await Complete(Process.Start("chown", [Unprivileged, folder]));
        await Complete(StartAs(asOther, Path.Combine(Programs!, "initdb"), "-D", $"{folder}/data", "-U", "digisam", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "--no-sync"));
        var cluster = new Cluster(folder, StartAs(asOther, "sh", "-c", Guard, "guard", folder, Path.Combine(Programs!, "postgres"), settings));
        await cluster.Answers();
        return cluster;
    }

    /// <summary>The server refuses to be run by root.</summary>
    private static Process StartAs(bool asOther, string program, params string[] arguments) => Process.Start(new ProcessStartInfo(
        asOther ? "setpriv" : program,
        asOther ? [$"--reuid={Unprivileged}", $"--regid={Unprivileged}", "--clear-groups", program, .. arguments] : arguments)
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task Complete(Process process)
    {
        var (output, errors) = (process.StartInfo.RedirectStandardOutput ? process.StandardOutput.ReadToEndAsync() : Task.FromResult(""),
            process.StartInfo.RedirectStandardError ? process.StandardError.ReadToEndAsync() : Task.FromResult(""));
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{process.StartInfo.FileName}: {await output}{await errors}");
        process.Dispose();
    }

    private async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private async Task Answers()
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await Run("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (waited.Elapsed < TimeSpan.FromSeconds(60) && !_guard.HasExited)
            {
                // A server has no event for "ready" but that it answers.
                await Task.Delay(50);
            }
        }
    }
}
