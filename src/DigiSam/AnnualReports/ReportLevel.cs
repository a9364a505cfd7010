namespace DigiSam.AnnualReports;

/// <summary>The level in the organisation that a report speaks for.</summary>
public enum ReportLevel
{
    Unit,
    Administration,
    Board,
    Municipality,
}

/// <summary>The words that readers know the levels by.</summary>
public static class ReportLevelWords
{
    /// <summary>"Enhet", "Förvaltning", "Nämnd" or "Kommun".</summary>
    public static string ToSwedish(this ReportLevel level) => level switch
    {
        ReportLevel.Unit => "Enhet",
        ReportLevel.Administration => "Förvaltning",
        ReportLevel.Board => "Nämnd",
        ReportLevel.Municipality => "Kommun",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Nivån finns inte."),
    };

    /// <summary>Elected bodies meet and decide; units and administrations hand their reports on.</summary>
    public static bool Decides(this ReportLevel level) => level is ReportLevel.Board or ReportLevel.Municipality;
}
