using System.Diagnostics;
using System.Text;
using DigiSam.Cli;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Cli;

/// <summary>The real program, killed while it takes in a large file: afterwards the file is there whole or not at all.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Units = 3000;

    /// <summary>When it is killed, as parts of the time from 0.3 seconds to the end; the commit comes late.</summary>
    private static readonly double[] Moments = [0.5, 0.95, 0.75, 0.25, 0.85, 0];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_killed_import_leaves_all_of_the_file_or_nothing_and_a_sound_database()
    {
        var file = _folder.Write("stor.csv", Organisation());
        var watch = Stopwatch.StartNew();
        Assert.True(await Import(file, "hel", null));
        var whole = watch.Elapsed;
        Assert.Equal((Units, 1, 1), Found("hel"));

        var killed = 0;
        var all = Stopwatch.StartNew();
        for (var attempt = 0; killed < Moments.Length && attempt < 9 && (killed < 3 || all.Elapsed < TimeSpan.FromSeconds(18)); attempt++)
        {
            var delay = TimeSpan.FromSeconds(0.3) + ((whole - TimeSpan.FromSeconds(0.3)) * Moments[killed]);
            watch.Restart();
            if (await Import(file, "data", delay))
                whole = watch.Elapsed;
            else
                killed++;

            var doctor = await CliRun.Of("doctor", "--data", _folder.Data);
            Assert.True(doctor.Exit == ExitCode.Ok, $"after {delay}: {doctor.All}");
            var found = Found("data");
            Assert.True(found is (0, 0, 0) or (Units, 1, 1), $"after {delay}: {found}");
            if (found.Units > 0)
                Move($"klar-{attempt}");
        }

        Assert.InRange(killed, 3, 6);
        Assert.True(await Import(file, "data", null));
        Assert.Equal((Units, 1, 1), Found("data"));
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("doctor", "--data", _folder.Data)).Exit);
    }

    /// <summary>Whether the program came to its end by itself.</summary>
    private async Task<bool> Import(string file, string data, TimeSpan? killAfter)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "DigiSam.Cli.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "import", "organisation", file, "--data", _folder.Of(data)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var stop = new CancellationTokenSource(killAfter ?? TimeSpan.FromSeconds(120));
        try
        {
            await process.WaitForExitAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            Assert.NotNull(killAfter);
            return false;
        }

        Assert.True(process.ExitCode == ExitCode.Ok, await output + await errors);
        return true;
    }

    /// <summary>Units, imports and audit entries in the database.</summary>
    private (int Units, int Imports, int Audited) Found(string data)
    {
        var tables = DatabaseContents.Read(_folder.Of(data));
        return (tables["Places"].Count(row => row.Split('|').Contains("Unit")), tables["ImportBatches"].Count, tables["AuditEntries"].Count);
    }

    private void Move(string name)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Move(_folder.Data, _folder.Of(name));
    }

    private static string Organisation()
    {
        var text = new StringBuilder("administration_code,administration,board,unit_code,unit\n");
        for (var unit = 0; unit < Units; unit++)
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"F{unit % 12},Förvaltning {unit % 12},Nämnd {unit % 12},E{unit},Enhet {unit} på Ängsvägen {unit % 97}");
        return text.ToString();
    }
}
