using System.Diagnostics;

namespace DigiSam.Benchmarks.Measuring;

/// <summary>Times several things in turn, so that a slow moment of the machine meets all of them.</summary>
internal static class Rounds
{
    /// <summary>
    /// Milliseconds of one run of each action: a round runs every action <paramref name="times"/> times and keeps the mean; the
    /// answer is each action's rounds, shortest first. The first <paramref name="warmUps"/> rounds are thrown away.
    /// </summary>
    public static async Task<IReadOnlyList<double[]>> Measure(int warmUps, int rounds, int times, params Func<Task>[] actions)
    {
        var measured = actions.Select(_ => new List<double>()).ToList();
        for (var round = -warmUps; round < rounds; round++)
        {
            for (var index = 0; index < actions.Length; index++)
            {
                var started = Stopwatch.GetTimestamp();
                for (var run = 0; run < times; run++)
                    await actions[index]();
                if (round >= 0)
                    measured[index].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds / times);
            }
        }

        return [.. measured.Select(list => list.Order().ToArray())];
    }

    /// <summary>The middle one of an odd number of sorted rounds.</summary>
    public static double Median(double[] sorted) => sorted[sorted.Length / 2];
}
