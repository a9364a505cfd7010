using System.Diagnostics;
using System.Globalization;
using System.Text;
using DigiSam.Cli;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Cli;

/// <summary>The real program, killed while it takes in years of absence: afterwards all rows and sums are there, or none.</summary>
public sealed class KilledAbsenceTests : IDisposable
{
    private const int Units = 300;

    private const int Months = 60;

    /// <summary>When it is killed, as parts of the time from 0.3 seconds to the end; rows and sums are written late.</summary>
    private static readonly double[] Moments = [0.6, 0.95, 0.8, 0.35];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_killed_import_of_absence_leaves_every_row_and_sum_or_none()
    {
        var (organisation, absence) = (_folder.Write("organisation.csv", Organisation()), _folder.Write("franvaro.csv", Absence()));
        foreach (var data in new[] { "hel", "data" })
            Assert.Equal(ExitCode.Ok, (await RealProgram.Of("import", "organisation", organisation, "--data", _folder.Of(data))).Exit);
        var before = Found("data");
        Assert.Equal((0, 0, 1), (before.Rows, before.Sums, before.Imports));
        var watch = Stopwatch.StartNew();
        Assert.Equal(ExitCode.Ok, (await RealProgram.Of("import", "absence", absence, "--data", _folder.Of("hel"))).Exit);
        var whole = watch.Elapsed;
        var all = Found("hel");
        Assert.Equal((Units * Months, 2), (all.Rows, all.Imports));
        Assert.True(all.Sums > 0);

        var killed = 0;
        for (var attempt = 0; killed < Moments.Length && attempt < 6; attempt++)
        {
            var delay = TimeSpan.FromSeconds(0.3) + ((whole - TimeSpan.FromSeconds(0.3)) * Moments[killed]);
            var ended = !await RealProgram.KilledWhen(elapsed => elapsed >= delay, "import", "absence", absence, "--data", _folder.Data);
            Assert.Equal(ExitCode.Ok, (await CliRun.Of("doctor", "--data", _folder.Data)).Exit);
            var found = Found("data");
            Assert.True(found == before || found == all, $"after {delay}: {found}");
            if (found == all)
                await StartAnew(organisation, attempt);
            killed += ended ? 0 : 1;
        }

        Assert.InRange(killed, 2, Moments.Length);
        Assert.Equal(ExitCode.Ok, (await RealProgram.Of("import", "absence", absence, "--data", _folder.Data)).Exit);
        Assert.Equal(all, Found("data"));
    }

    private async Task StartAnew(string organisation, int attempt)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Move(_folder.Data, _folder.Of($"klar-{attempt}"));
        Assert.Equal(ExitCode.Ok, (await RealProgram.Of("import", "organisation", organisation, "--data", _folder.Data)).Exit);
    }

    private (int Rows, int Sums, int Imports, int Audited) Found(string data)
    {
        var tables = DatabaseContents.Read(_folder.Of(data));
        return (tables["AbsenceMonth"].Count, tables["AbsenceSum"].Count, tables["ImportBatches"].Count, tables["AuditEntries"].Count);
    }

    private static string Organisation()
    {
        var text = new StringBuilder("administration_code,administration,board,unit_code,unit\n");
        for (var unit = 0; unit < Units; unit++)
            text.AppendLine(CultureInfo.InvariantCulture, $"F{unit % 6},Förvaltning {unit % 6},Nämnd {unit % 6},E{unit},Enhet {unit}");
        return text.ToString();
    }

    private static string Absence()
    {
        var text = new StringBuilder("månad;enhet;antal;ordinarie_timmar;sjuk_timmar_1_14;sjuk_timmar_15;sjuk_timmar_60\n");
        for (var month = 0; month < Months; month++)
        {
            for (var unit = 0; unit < Units; unit++)
                text.AppendLine(CultureInfo.InvariantCulture, $"{new DateOnly(2021, 1, 1).AddMonths(month):yyyy-MM};E{unit};{11 + (unit % 30)};3000;{unit % 70};{month};0");
        }

        return text.ToString();
    }
}
