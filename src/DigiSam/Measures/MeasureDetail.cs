namespace DigiSam.Measures;

/// <summary>Everything about one measure. <paramref name="MayWrite"/>: the reader may also change it.</summary>
/// <param name="MovedFrom">The last days it had before, oldest first.</param>
/// <param name="Checks">Newest first; the first one holds.</param>
/// <param name="History">Oldest first.</param>
public sealed record MeasureDetail(
    Guid Id, Guid UnitId, string Unit, int Rev, string Title, MeasureKind Kind, Guid ResponsibleId, string Responsible, DateOnly DueOn, bool Overdue, decimal? Cost,
    MeasureStatus Status, DateOnly? DoneOn, string? CancelledBecause, MeasureEffect? Effect, DateOnly? NextCheckOn, IReadOnlyList<MeasuredRisk> Risks,
    IReadOnlyList<DateOnly> MovedFrom, IReadOnlyList<EffectCheckRead> Checks, IReadOnlyList<int> CarriedOverFrom, IReadOnlyList<MeasureHistoryEntry> History, bool MayWrite);

/// <summary>A risk that the measure works against, with what it is worth now and was worth when the measure was added.</summary>
public sealed record MeasuredRisk(Guid Id, string Title, bool Open, int? Value, string? LevelKey, string? Level, bool? Serious, int? ValueBefore);

public sealed record EffectCheckRead(MeasureEffect Effect, string? Note, DateOnly CheckedOn, DateOnly? NextCheckOn, string By);

/// <summary>One thing that happened, as a sentence, with the reason given.</summary>
public sealed record MeasureHistoryEntry(DateTimeOffset At, string What, string? Text, string By);
