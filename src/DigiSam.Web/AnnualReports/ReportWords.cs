using System.Globalization;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Life;
using DigiSam.AnnualReports.Records;
using DigiSam.Language;

namespace DigiSam.Web.AnnualReports;

/// <summary>What reports are called on the screen, and where they are.</summary>
internal static class ReportWords
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static string Address(Guid report) => $"/rapporter/{report}";

    public static string Address(Guid report, string section) => $"/rapporter/{report}?avsnitt={section}";

    public static string FileAddress(AnnualReport report, string format, int? locking = null) =>
        string.Create(CultureInfo.InvariantCulture, $"/rapporter/{report.Id}/fil/{report.PlaceId}/{format}{(locking is null ? "" : $"?lasning={locking}")}");

    public static string Swedish(this ReportStatus? status) => status?.Swedish() ?? "Inte påbörjad";

    public static string Swedish(this ReportStatus status) => status switch
    {
        ReportStatus.Draft => "Utkast",
        ReportStatus.Completed => "Klarmarkerad",
        ReportStatus.Submitted => "Inlämnad",
        ReportStatus.Locked => "Låst för kallelsen",
        _ => "Beslutad",
    };

    public static string Badge(this ReportStatus? status) => status switch
    {
        null => "",
        ReportStatus.Draft => "needs",
        _ => "good",
    };

    public static string Swedish(this ReportLevel level) => level.ToSwedish();

    public static string Swedish(this ReportAnswer answer) => answer switch
    {
        ReportAnswer.Yes => "Ja",
        ReportAnswer.Partly => "Delvis",
        ReportAnswer.No => "Nej",
        ReportAnswer.NotApplicable => "Ej aktuellt",
        _ => "Ej fastställt",
    };

    public static string Swedish(this DecisionKind kind) => kind switch
    {
        DecisionKind.NotedInformed => "Nämnden har tagit del av rapporten",
        DecisionKind.Approved => "Nämnden godkänner rapporten",
        _ => "Nämnden återremitterar rapporten",
    };

    public static string Swedish(this AnnualReportEvent happened) =>
        happened is { Kind: ReportEventKind.Registered, Reason: null } ? "Diarienumret togs bort" : happened.Kind.Swedish();

    public static string Swedish(this ReportEventKind kind) => kind switch
    {
        ReportEventKind.Started => "Rapporten påbörjades",
        ReportEventKind.Registered => "Diarienumret skrevs in",
        ReportEventKind.Completed => "Klarmarkerad",
        ReportEventKind.Reopened => "Öppnad igen",
        ReportEventKind.Submitted => "Inlämnad",
        ReportEventKind.Locked => "Låst för kallelsen",
        ReportEventKind.Unlocked => "Upplåst",
        ReportEventKind.Decided => "Nämnden beslutade",
        _ => "Nämnden återremitterade; rapporten är ett utkast igen",
    };

    public static string Swedish(this SectionState state) => state switch
    {
        SectionState.Waits => "Saknas",
        SectionState.Done => "Klart",
        _ => "Valfritt",
    };

    /// <summary>What comes next, and who does it.</summary>
    /// <param name="mayStart">The reader is one of those who may begin it.</param>
    public static string NextStep(ReportStatus? status, ReportLevel level, bool mayStart = false) => status switch
    {
        null when mayStart => "Påbörja rapporten.",
        null => level == ReportLevel.Unit ? "Chefen påbörjar rapporten." : "Handläggaren påbörjar rapporten.",
        ReportStatus.Draft => level == ReportLevel.Unit ? "Chefen svarar, skriver och klarmarkerar." : "Handläggaren skriver och klarmarkerar.",
        ReportStatus.Completed => level == ReportLevel.Unit ? "Skyddsombudet säger sitt, och chefen lämnar in." : "Samverkan antecknas, och handläggaren lämnar in.",
        ReportStatus.Submitted when level.Decides() => "Nämndsekreteraren låser när kallelsen går ut.",
        ReportStatus.Submitted => "Den räknas nu in i rapporterna ovanför.",
        ReportStatus.Locked => "Nämndsekreteraren skriver in beslutet efter mötet.",
        _ => "Nämnden har beslutat om den.",
    };

    /// <summary>Where a record behind an answer is; null when it has no page of its own.</summary>
    public static string? Address(DerivedRow row) => row.Kind switch
    {
        RecordKind.Round => $"/ronder/{row.Id}",
        RecordKind.Risk => $"/risker/{row.Id}",
        RecordKind.Measure => $"/atgarder/{row.Id}",
        _ => null,
    };

    /// <summary>"Sparat 10:42" of the same day, else with the date.</summary>
    public static string SavedAt(DateTimeOffset at, DateOnly today)
    {
        var local = TimeZoneInfo.ConvertTime(at, Stockholm);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return DateOnly.FromDateTime(local.DateTime) == today ? $"Sparat {time}" : $"Sparat {SwedishDate.Long(DateOnly.FromDateTime(local.DateTime))} {time}";
    }

    /// <summary>
    /// A text of a report below with its origin. A report that goes to a board is public and names no single unit: it says which
    /// kind of place wrote it.
    /// </summary>
    public static string Quoted(SectionQuote quote, ReportLevel level)
    {
        var origin = level.Decides() && quote.Level == ReportLevel.Unit ? "En av enheterna" : quote.Place;
        return $"{origin} skriver: ”{quote.Markdown.Trim().Replace('”', '’')}”";
    }

    public static string Swedish(this MeasureOutcome outcome) => outcome switch
    {
        MeasureOutcome.Done => "Klar",
        MeasureOutcome.DoneLate => "Klar efter årsskiftet",
        MeasureOutcome.Returned => "Klar, men risken är tillbaka",
        MeasureOutcome.NotDone => "Inte genomförd",
        _ => "Struken",
    };

    public static string Day(DateTimeOffset at) => SwedishDate.Long(SwedishDate.DateIn(at));
}
