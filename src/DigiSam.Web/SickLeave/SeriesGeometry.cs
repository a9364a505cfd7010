using System.Globalization;
using DigiSam.SickLeave;

namespace DigiSam.Web.SickLeave;

/// <summary>Where the parts of a long series lie in its picture. Pure; lengths are those of the picture's view box.</summary>
internal sealed class SeriesGeometry
{
    public const int Width = 720;
    public const int Height = 260;
    private const int Left = 44;
    private const int Right = 56;
    private const int Top = 16;
    private const int Bottom = 34;
    private const decimal Apart = 26;

    private readonly DateOnly _first;
    private readonly int _months;

    /// <summary>The picture of a series.</summary>
    /// <param name="points">At least one of them is shown.</param>
    public SeriesGeometry(IReadOnlyList<SickLeavePoint> points)
    {
        _first = points[0].End;
        _months = Math.Max(1, MonthsTo(points[^1].End));
        Highest = Math.Max(2, (int)Math.Ceiling(points.Max(point => point.Shares?.Total ?? 0)));
        Step = Highest switch { <= 6 => 1, <= 12 => 2, _ => 5 };
        Highest = (Highest + Step - 1) / Step * Step;
    }

    /// <summary>The percentage at the top of the scale, which begins at nought.</summary>
    public int Highest { get; }

    /// <summary>Percent between the lines of the scale.</summary>
    public int Step { get; }

    public IEnumerable<int> Scale => Enumerable.Range(0, (Highest / Step) + 1).Select(line => line * Step);

    public static int From => Left;

    public static int To => Width - Right;

    public static int Base => Height - Bottom;

    /// <summary>The Januaries within the series, or its first month where there is none.</summary>
    public IEnumerable<DateOnly> Years
    {
        get
        {
            var januaries = Enumerable.Range(0, _months + 1).Select(_first.AddMonths).Where(month => month.Month == 1).ToList();
            return januaries.Count == 0 ? [_first] : januaries;
        }
    }

    public string X(DateOnly month) => N(Left + (decimal)MonthsTo(month) / _months * (To - Left));

    public string Y(decimal percent) => N(Base - (percent / Highest * (Base - Top)));

    /// <summary>Where a line's name stands: at its end, but for short and long ones that would cover each other.</summary>
    public string LabelY(SickLeaveShares last, Func<SickLeaveShares, decimal> of)
    {
        var apart = Apart * Highest / (Base - Top);
        var near = Math.Abs(last.Long - last.Short) < apart;
        var middle = (last.Long + last.Short) / 2;
        var upper = last.Long >= last.Short ? last.Long : last.Short;
        return Y(!near || of(last) == last.Total ? of(last) : of(last) == upper ? middle + (apart / 2) : middle - (apart / 2));
    }

    /// <summary>The lines of one measure: a new one after every month that is not shown.</summary>
    public IEnumerable<string> Lines(IReadOnlyList<SickLeavePoint> points, Func<SickLeaveShares, decimal> of)
    {
        var line = new List<string>();
        DateOnly? before = null;
        foreach (var point in points)
        {
            if (line.Count > 0 && (point.Shares is null || before != point.End.AddMonths(-1)))
            {
                yield return string.Join(' ', line);
                line.Clear();
            }

            if (point.Shares is { } shares)
                line.Add($"{X(point.End)},{Y(of(shares))}");
            before = point.End;
        }

        if (line.Count > 0)
            yield return string.Join(' ', line);
    }

    private int MonthsTo(DateOnly month) => ((month.Year - _first.Year) * 12) + month.Month - _first.Month;

    private static string N(decimal length) => length.ToString("0.#", CultureInfo.InvariantCulture);
}
