namespace DigiSam.SickLeave;

/// <summary>Twelve months that end with a month (R12).</summary>
/// <param name="End">The first day of the last month.</param>
public readonly record struct RollingYear(DateOnly End)
{
    public const int Months = 12;

    /// <summary>The first day of the first month.</summary>
    public DateOnly Start => End.AddMonths(1 - Months);

    /// <summary>The twelve months that end a year earlier.</summary>
    public RollingYear YearBefore => new(End.AddYears(-1));

    /// <summary>Its months, the first one first.</summary>
    public IEnumerable<DateOnly> All
    {
        get
        {
            var end = End;
            return Enumerable.Range(0, Months).Select(month => end.AddMonths(month + 1 - Months));
        }
    }

    /// <summary>Whether such a year may be asked for: a day that is the first of its month, in this age.</summary>
    public static bool CanEnd(DateOnly day) => day is { Day: 1, Year: >= 2000 and <= 2100 };

    /// <summary>How many of these months are among the twelve.</summary>
    public int Within(IEnumerable<DateOnly> months)
    {
        var (start, end) = (Start, End);
        return months.Count(month => start <= month && month <= end);
    }

    /// <summary>"R12 2025-01".</summary>
    public override string ToString() => $"R12 {End:yyyy-MM}";
}
