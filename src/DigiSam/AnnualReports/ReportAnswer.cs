namespace DigiSam.AnnualReports;

/// <summary>An answer as a report shows it; the first four can be declared, the last only be computed.</summary>
public enum ReportAnswer
{
    Yes,
    Partly,
    No,
    NotApplicable,

    /// <summary>Ej fastställt: too many answers are missing for the rule to give a result.</summary>
    Undetermined,
}

/// <summary>The words that readers know the answers by.</summary>
internal static class ReportAnswerWords
{
    /// <summary>"Ja", "Delvis", "Nej", "Ej aktuellt" or "Ej fastställt".</summary>
    public static string ToSwedish(this ReportAnswer answer) => answer switch
    {
        ReportAnswer.Yes => "Ja",
        ReportAnswer.Partly => "Delvis",
        ReportAnswer.No => "Nej",
        ReportAnswer.NotApplicable => "Ej aktuellt",
        ReportAnswer.Undetermined => "Ej fastställt",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Svaret finns inte."),
    };
}
