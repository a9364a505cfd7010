namespace DigiSam.AnnualReports;

public enum ReportEventKind
{
    Started,
    Registered,
    Completed,
    Reopened,
    Submitted,
    Locked,
    Unlocked,
    Decided,
    Returned,
}

/// <summary>Something that happened to a report. Only ever added.</summary>
public sealed class AnnualReportEvent
{
    private AnnualReportEvent()
    {
    }

    internal AnnualReportEvent(Guid reportId, ReportEventKind kind, int version, string? reason, Guid personId, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7();
        ReportId = reportId;
        Kind = kind;
        Version = version;
        Reason = reason;
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid ReportId { get; private init; }

    public ReportEventKind Kind { get; private init; }

    /// <summary>The report's version then.</summary>
    public int Version { get; private init; }

    public string? Reason { get; private init; }

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}

/// <summary>
/// The safety representative's "Har medverkat" or "Avstår" of a completed report, with a differing view if there is one,
/// word for word (AFS 2023:1 6 §). Only ever added: a later statement holds and the earlier stays.
/// </summary>
public sealed class AnnualReportInvolvement
{
    private AnnualReportInvolvement()
    {
    }

    internal AnnualReportInvolvement(Guid id, AnnualReport report, bool tookPart, string? differingView, Guid personId, DateTimeOffset at)
    {
        Id = id;
        ReportId = report.Id;
        Completion = report.Completion;
        TookPart = tookPart;
        DifferingView = string.IsNullOrWhiteSpace(differingView) ? null : differingView;
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid ReportId { get; private init; }

    /// <summary>Which completion of the report it was said of.</summary>
    public int Completion { get; private init; }

    public bool TookPart { get; private init; }

    public string? DifferingView { get; private init; }

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}

/// <summary>A committee has treated a report: when, what was said, and where its minutes are (AML 6 kap. 9 §).</summary>
public sealed class CommitteeTreatment
{
    private CommitteeTreatment()
    {
    }

    /// <summary>Fails with <see cref="TreatmentLiesAhead"/>.</summary>
    internal CommitteeTreatment(Guid id, AnnualReport report, string committee, DateOnly date, string? views, string? protocol, Guid personId, DateTimeOffset at, DateOnly today)
    {
        if (date > today)
            throw new TreatmentLiesAhead();
        Id = id;
        ReportId = report.Id;
        Committee = committee.Trim();
        Date = date;
        Views = string.IsNullOrWhiteSpace(views) ? null : views.Trim();
        ProtocolReference = string.IsNullOrWhiteSpace(protocol) ? null : protocol.Trim();
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid ReportId { get; private init; }

    public string Committee { get; private init; } = "";

    public DateOnly Date { get; private init; }

    public string? Views { get; private init; }

    public string? ProtocolReference { get; private init; }

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}

public enum DecisionKind
{
    /// <summary>Nämnden tar del av rapporten.</summary>
    NotedInformed,

    /// <summary>Nämnden godkänner rapporten.</summary>
    Approved,

    /// <summary>Återremiss: back to the draft, as the next version.</summary>
    Returned,
}

/// <summary>What the board decided on the locked report.</summary>
public sealed class BoardDecision
{
    private BoardDecision()
    {
    }

    internal BoardDecision(Guid id, AnnualReport report, DateOnly date, string paragraph, DecisionKind kind, Guid personId, DateTimeOffset at)
    {
        Id = id;
        ReportId = report.Id;
        Version = report.Version;
        Locking = report.Locking;
        Date = date;
        Paragraph = paragraph.Trim();
        Kind = kind;
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid ReportId { get; private init; }

    /// <summary>The version of the report that was decided on.</summary>
    public int Version { get; private init; }

    /// <summary>Which locking's documents were decided on.</summary>
    public int Locking { get; private init; }

    public DateOnly Date { get; private init; }

    /// <summary>The paragraph in the minutes, "§ 42".</summary>
    public string Paragraph { get; private init; } = "";

    public DecisionKind Kind { get; private init; }

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}
