using DigiSam.SickLeave;

namespace DigiSam.Figures;

/// <summary>What a figure says.</summary>
public enum FigureMetric
{
    Employees,
    Managers,
    EmployeesPerManager,

    /// <summary>External leavers of twelve months, retirements among them, in percent of the mean of the twelve headcounts.</summary>
    Turnover,
    Leavers,
    Retirements,
    Overtime,

    /// <summary>Hours of part-timers beyond their own measure.</summary>
    AdditionalTime,
    OvertimeAndAdditional,

    /// <summary>Events of a kind.</summary>
    Incidents,

    /// <summary>Events of all kinds that are marked as dealt with.</summary>
    ClosedIncidents,
    Orders,
    OrderedHours,

    /// <summary>0–100.</summary>
    SurveyIndex,
}

/// <summary>A figure beside the one a year earlier; exact, to be rounded once.</summary>
/// <param name="Category">Kind of event, service or area; empty for all together and where there are none.</param>
/// <param name="Now">Null when a month is missing or the group must not be shown.</param>
/// <param name="IsComparable">False when the two were counted in different ways.</param>
public sealed record FigureLine(FigureMetric Metric, FigureSex Sex, string Category, decimal? Now, decimal? Before, bool IsComparable = true)
{
    /// <summary>Against the year before; percentage points for what is in percent.</summary>
    public decimal? Difference => IsComparable ? Now - Before : null;
}

/// <summary>An import that figures came with.</summary>
/// <param name="Basis">How its events were counted, as a stored code; empty for other tables.</param>
public sealed record FigureImport(Guid Id, string FileName, DateTimeOffset ImportedAt, int Rows, string Basis);

/// <summary>What one table says of a place.</summary>
/// <param name="MissingMonths">How many of the twelve months there are no rows for; 0 for a headcount, which is of the last month, and for what is counted once a year.</param>
/// <param name="Year">The year of a survey; null for what is counted by month.</param>
/// <param name="Bases">The ways in which the events of the twelve months were counted: more than one contradict each other.</param>
public sealed record FigureSection(
    FigureTable Table, IReadOnlyList<FigureLine> Lines, int MissingMonths, int? Year, IReadOnlyList<string> Bases, IReadOnlyList<FigureImport> Imports)
{
    /// <summary>Why the year is hidden, if it is: something else that is shown of the same months counts other people.</summary>
    public AbsenceHold? Hold { get; init; }

    /// <summary>Some board lacks rows for a part of the months, and is not in the municipality's figure.</summary>
    public bool LacksBoards { get; init; }
}

/// <summary>The figures of a place, a section for each table that has rows of it.</summary>
/// <param name="Period">Null while there is nothing at all.</param>
/// <param name="Months">The months that there are rows for, the latest first.</param>
public sealed record FiguresView(RollingYear? Period, IReadOnlyList<FigureSection> Sections, IReadOnlyList<DateOnly> Months);
