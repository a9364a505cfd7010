using System.Globalization;

namespace DigiSam.Web.SamYears;

/// <summary>The drawing of a year as a wheel: January begins at the top, and time goes with the clock.</summary>
internal sealed class WheelGeometry(int year)
{
    public const int Size = 480;

    private const double Centre = Size / 2.0;

    private readonly DateOnly _first = new(year, 1, 1);

    private readonly int _days = DateTime.IsLeapYear(year) ? 366 : 365;

    /// <summary>Degrees from the top; a day of the next year goes on past the full turn.</summary>
    public double Angle(DateOnly day) => (day.DayNumber - _first.DayNumber) * 360.0 / _days;

    /// <summary>The path of an arc from the morning of one day to the evening of another.</summary>
    public string Arc(DateOnly from, DateOnly to, double radius)
    {
        var (start, end) = (Angle(from), Angle(to.AddDays(1)));
        var large = end - start > 180 ? 1 : 0;
        return $"M{Point(start, radius)} A{Number(radius)} {Number(radius)} 0 {large} 1 {Point(end, radius)}";
    }

    /// <summary>A straight line outwards at an angle.</summary>
    public static string Spoke(double angle, double inner, double outer) => $"M{Point(angle, inner)} L{Point(angle, outer)}";

    public static string X(double angle, double radius) => Number(Centre + (radius * Math.Sin(Radians(angle))));

    public static string Y(double angle, double radius) => Number(Centre - (radius * Math.Cos(Radians(angle))));

    private static string Point(double angle, double radius) => $"{X(angle, radius)} {Y(angle, radius)}";

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
