using System.Diagnostics;
using DigiSam.Benchmarks.Hosts;
using DigiSam.Benchmarks.Measuring;

namespace DigiSam.Benchmarks.Pages;

/// <summary>Opens a page again and again, by one or several at once, each as soon as the last one has come; bounded in number and time.</summary>
internal static class Load
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1.5);

    public static async Task<Times> Run(Visitor visitor, string address, int atOnce, int times)
    {
        var started = Stopwatch.GetTimestamp();
        var left = times;
        var taken = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (Interlocked.Decrement(ref left) >= 0 && Stopwatch.GetElapsedTime(started) < Longest)
            {
                var opened = Stopwatch.GetTimestamp();
                await visitor.Open(address);
                mine.Add(Stopwatch.GetElapsedTime(opened).TotalMilliseconds);
            }

            return mine;
        })));
        return new Times(taken.SelectMany(mine => mine));
    }
}
