using DigiSam.Language;
using DigiSam.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.SeriesBreaks;

/// <summary>What a break is stated for.</summary>
public enum SeriesMeasure
{
    SickLeave,
    Headcount,
    Turnover,
    Overtime,
    Incidents,
    OccupationalHealth,
    Survey,
}

/// <summary>
/// A note that a measure is counted in another way from a month on, in the whole municipality. It stands under every table and chart
/// whose period crosses the month.
/// </summary>
public sealed class SeriesBreak
{
    public const int LongestText = 300;

    private SeriesBreak()
    {
    }

    /// <summary>A break in a measure.</summary>
    /// <param name="month">The first day of the first month that is counted in the new way.</param>
    internal SeriesBreak(Guid id, SeriesMeasure measure, DateOnly month, string text)
    {
        Id = id;
        Measure = measure;
        Month = month;
        Text = text.Trim();
    }

    public Guid Id { get; private init; }

    public SeriesMeasure Measure { get; private init; }

    public DateOnly Month { get; private init; }

    public string Text { get; private init; } = "";
}

/// <summary>A break as it is shown.</summary>
public sealed record SeriesBreakView(Guid Id, SeriesMeasure Measure, DateOnly Month, string Text)
{
    /// <summary>"Brott i serien från och med mars 2025: nytt lönesystem."</summary>
    public string Sentence => $"Brott i serien från och med {SwedishDate.Month(Month.Month)} {Month.Year}: {Text}";

    /// <summary>Whether months on both sides of it are among those from the first to the last.</summary>
    public bool LiesWithin(DateOnly first, DateOnly last) => first < Month && Month <= last;
}

internal sealed class SeriesBreakTable : IEntityTypeConfiguration<SeriesBreak>
{
    public void Configure(EntityTypeBuilder<SeriesBreak> builder)
    {
        builder.Property(one => one.Id).ValueGeneratedNever();
        builder.Property(one => one.Text).HasMaxLength(SeriesBreak.LongestText);
        builder.HasIndex(one => new { one.Measure, one.Month }).IsUnique();
    }
}

/// <summary>A measure has one note for a month.</summary>
public sealed class SeriesBreakIsStated() : BrokenRule("Det finns redan ett brott för måttet och månaden. Ta bort det först, om texten ska ändras.");

/// <summary>There is no such break.</summary>
public sealed class SeriesBreakIsUnknown() : BrokenRule("Brottet finns inte. Det kan ha tagits bort. Läs in sidan igen.");
