namespace DigiSam.AnnualReports;

/// <summary>The level in the organisation that a report speaks for.</summary>
public enum ReportLevel
{
    Board,
    Municipality,
}
