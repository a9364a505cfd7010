namespace DigiSam.SickLeave;

/// <summary>What one import says of a month, sex and age somewhere: a unit's row, or the sum of a place's rows.</summary>
internal sealed record AbsenceCount
{
    public required DateOnly Month { get; init; }

    public required AbsenceSex Sex { get; init; }

    public required AgeGroup Age { get; init; }

    public required Guid ImportId { get; init; }

    public required int Rows { get; init; }

    public required int Headcount { get; init; }

    /// <summary>Hundredths of hours, as all hours here.</summary>
    public required long Scheduled { get; init; }

    public required long Short { get; init; }

    public required long Long { get; init; }

    public required long FromDay60 { get; init; }

    internal AbsenceHours Hours => new(Scheduled, Short, Long, FromDay60);
}

/// <summary>The same, and the table that says it.</summary>
internal sealed record AbsenceTableCount(AbsenceTable Table, AbsenceCount Count);
