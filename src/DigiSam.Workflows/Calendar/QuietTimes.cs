namespace DigiSam.Workflows.Calendar;

/// <summary>The quiet times that need no host.</summary>
public static class QuietTimes
{
    /// <summary>July, when most offices are empty. For places that have said nothing else.</summary>
    public static IQuietTime July { get; } = new JulyAlone();

    /// <summary>Only weekends and holidays are quiet.</summary>
    public static IQuietTime None { get; } = new Never();

    /// <summary>
    /// Periods that have been stated, and July in the years that nothing has been stated for. Two with the same are equal.
    /// </summary>
    /// <param name="periods">Periods in which nobody is reminded.</param>
    /// <param name="known">The times that something has been stated for: within them July is like any month.</param>
    public static IQuietTime Stated(IReadOnlyList<(DateOnly From, DateOnly To)> periods, IReadOnlyList<(DateOnly From, DateOnly To)> known) =>
        new StatedPeriods(periods, known);

    private sealed class JulyAlone : IQuietTime
    {
        public QuietPeriod? On(DateOnly date) => date.Month == 7 ? new(new(date.Year, 7, 1), new(date.Year, 7, 31), RemindsBefore: false) : null;
    }

    private sealed class Never : IQuietTime
    {
        public QuietPeriod? On(DateOnly date) => null;
    }

    private sealed class StatedPeriods(IReadOnlyList<(DateOnly From, DateOnly To)> periods, IReadOnlyList<(DateOnly From, DateOnly To)> known)
        : IQuietTime, IEquatable<StatedPeriods>
    {
        private readonly IReadOnlyList<(DateOnly From, DateOnly To)> periods = periods;
        private readonly IReadOnlyList<(DateOnly From, DateOnly To)> known = known;

        public QuietPeriod? On(DateOnly date)
        {
            foreach (var (from, to) in periods)
            {
                if (from <= date && date <= to)
                    return new QuietPeriod(from, to, RemindsBefore: true);
            }

            return known.Any(time => time.From <= date && date <= time.To) ? null : July.On(date);
        }

        public bool Equals(StatedPeriods? other) => other is not null && periods.SequenceEqual(other.periods) && known.SequenceEqual(other.known);

        public override bool Equals(object? obj) => Equals(obj as StatedPeriods);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var period in periods)
                hash.Add(period);
            return hash.ToHashCode();
        }
    }
}
