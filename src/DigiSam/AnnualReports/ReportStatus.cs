namespace DigiSam.AnnualReports;

/// <summary>Where a report is on its way.</summary>
public enum ReportStatus
{
    Draft,

    /// <summary>The manager stands by it; the safety representative has their say, and a committee can treat it.</summary>
    Completed,
    Submitted,

    /// <summary>For the meeting notice: what goes to the meeting is stored byte for byte.</summary>
    Locked,
    Decided,
}
