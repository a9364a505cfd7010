using System.Runtime.InteropServices;

namespace DigiSam.SickLeave;

/// <summary>Hours of a group, in hundredths so that sums are exact.</summary>
/// <param name="Short">Day 1–14 of a period of illness.</param>
/// <param name="Long">From day 15 on, those from day 60 among them.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AbsenceHours(long Scheduled, long Short, long Long, long FromDay60)
{
    public static AbsenceHours operator +(AbsenceHours one, AbsenceHours other) =>
        new(one.Scheduled + other.Scheduled, one.Short + other.Short, one.Long + other.Long, one.FromDay60 + other.FromDay60);

    /// <summary>The shares of the scheduled hours in percent, exact; null when none were scheduled.</summary>
    public SickLeaveShares? Shares => Scheduled == 0
        ? null
        : new(Percent(Short + Long), Percent(Short), Percent(Long), Percent(FromDay60));

    private decimal Percent(long part) => 100m * part / Scheduled;
}

/// <summary>Sick leave in percent of scheduled hours, not rounded.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SickLeaveShares(decimal Total, decimal Short, decimal Long, decimal FromDay60)
{
    /// <summary>In percentage points.</summary>
    public static SickLeaveShares operator -(SickLeaveShares one, SickLeaveShares other) =>
        new(one.Total - other.Total, one.Short - other.Short, one.Long - other.Long, one.FromDay60 - other.FromDay60);
}
