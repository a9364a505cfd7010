using System.Diagnostics;
using DigiSam.Benchmarks.Measuring;
using DigiSam.Imports;
using DigiSam.Organisation;
using DigiSam.SickLeave;

namespace DigiSam.Benchmarks.Figures;

/// <summary>A quarter of a million monthly rows come in, and the rolling years of every unit, every board and the municipality go out.</summary>
internal static class FigureTimes
{
    private const int RoundCount = 5;
    private const long LargeFile = 500L * 1024 * 1024;
    private const int RowLength = 45;

    public static async Task<IReadOnlyList<ResultTable>> Measure()
    {
        await using var ground = await FigureGround.Create();
        var taken = await Import(ground);
        await ground.Send(new ImportAbsence(await ImportSource.FromFile(ground.BoardFile), DryRun: false));
        return [taken, await Years(ground)];
    }

    private static async Task<ResultTable> Import(FigureGround ground)
    {
        var table = new ResultTable($"{FigureGround.UnitRows.ToString("N0", ResultTable.Swedish)} månadsrader läses in", "s, MB");
        string[] command = ["import", "absence", ground.UnitFile, "--data", ground.Database.DataFolder!];
        var started = Stopwatch.GetTimestamp();
        var bound = BareImport.Run(ground.UnitFile, Path.Combine(ground.Folder, "bare.db"));
        if (bound != FigureGround.UnitRows)
            throw new InvalidOperationException($"The bare import took {bound} rows.");
        var bare = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var (seconds, memory, _) = await MeasuredProcess.Run(command);
        table.Add("Inläsning från kommandoraden", ResultTable.Show(seconds), "raderna i en bar transaktion", ResultTable.Show(bare), seconds / bare, Goal.AtMost(seconds, 20, " s"));
        var (again, memoryAgain, _) = await MeasuredProcess.Run(command);
        table.Add("  samma fil igen", ResultTable.Show(again), "första gången", ResultTable.Show(seconds), again / seconds);
        table.Add("  mest minne, MB", ResultTable.Show(memory), "samma fil igen", ResultTable.Show(memoryAgain), memory / memoryAgain, Goal.AtMost(memory, 500, " MB"));

        var large = Path.Combine(ground.Folder, "stor.csv");
        await ground.WriteUnits(large, (int)(LargeFile / RowLength / FigureGround.Units));
        var (refusedAfter, largest, refused) = await MeasuredProcess.Run(["import", "absence", large, "--dry-run", "--data", ground.Database.DataFolder!], mayFail: true);
        table.Add($"  {new FileInfo(large).Length / 1024 / 1024} MB CSV {(refused ? "nekas" : "prövas")}, mest minne", ResultTable.Show(largest), $"s: {ResultTable.Show(refusedAfter)}; minnet ovan", ResultTable.Show(memory), largest / memory, Goal.AtMost(largest, 500, " MB"));
        table.Note("VmHWM av en egen process, .NET inräknat. Den bara transaktionen delar raderna vid semikolon och prövar ingenting.");
        return table;
    }

    private static async Task<ResultTable> Years(FigureGround ground)
    {
        var places = (IReadOnlyList<Guid>)[.. await ground.PlacesOf<Municipality>(), .. await ground.PlacesOf<Board>()];
        var whole = places[0];
        using var raw = new RawYears(ground.Database.Connection, FigureGround.Last);
        await SameFigures(ground, whole, raw);
        var times = await Rounds.Measure(warmUps: 2, RoundCount, times: 2,
            async () =>
            {
                await ground.Send(new RankSickLeave(whole, FigureGround.Last));
                foreach (var place in places)
                    await ground.Send(new ReadSickLeave(place, FigureGround.Last));
            },
            () => Task.FromResult(raw.Fetch()));
        var table = new ResultTable("Rullande tolv månader och året före");
        var ratio = Rounds.Median(times[0]) / Rounds.Median(times[1]);
        table.Add($"{FigureGround.Units} enheter, {FigureGround.Boards} nämnder, kommunen", ResultTable.Show(times[0]), "samma summor med ren SQL", ResultTable.Show(times[1]), ratio, Goal.AtMost(ratio, 3, " ×"));
        table.Note($"Enheterna räknas och rangordnas i en fråga; nämnderna och kommunen läses var för sig med kön och ålder, genom hela kedjan med behörighet. Median av {RoundCount} rundor om 2, varvade.");
        return table;
    }

    /// <summary>A bound of other figures would be no bound.</summary>
    private static async Task SameFigures(FigureGround ground, Guid whole, RawYears raw)
    {
        var fetched = raw.Fetch();
        var ranked = await ground.Send(new RankSickLeave(whole, FigureGround.Last));
        var view = await ground.Send(new ReadSickLeave(whole, FigureGround.Last));
        var highest = fetched.Units.Max(unit => unit.Total);
        if (ranked.Ranked != FigureGround.Units || fetched.Units.Count != FigureGround.Units || ranked.HighestTotal[0].Shares.Total != highest || view.Groups[0].Now?.Total != fetched.Whole)
            throw new InvalidOperationException($"Plain SQL found {highest} and {fetched.Whole}, DigiSam {ranked.HighestTotal[0].Shares.Total} and {view.Groups[0].Now?.Total}.");
    }
}
