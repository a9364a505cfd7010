namespace DigiSam.Benchmarks.Measuring;

/// <summary>Milliseconds of many runs of the same thing.</summary>
internal sealed class Times(IEnumerable<double> milliseconds)
{
    private readonly double[] _sorted = [.. milliseconds.Order()];

    public double Median => At(0.5);

    public double P95 => At(0.95);

    private double At(double part) => _sorted[(int)Math.Min(_sorted.Length - 1, part * _sorted.Length)];
}

/// <summary>The same thing in several rounds: the middle one of the rounds' medians, and of what 95 of 100 runs in a round stay below.</summary>
internal sealed class RoundTimes
{
    private readonly List<Times> _rounds = [];

    public double Median => Rounds.Median([.. _rounds.Select(round => round.Median).Order()]);

    public double P95 => Rounds.Median([.. _rounds.Select(round => round.P95).Order()]);

    public void Add(Times round) => _rounds.Add(round);
}
