using DigiSam.ReportForms;

namespace DigiSam.AnnualReports.Building;

/// <summary>A question's rule as a reader may hold it against the answers.</summary>
internal static class RuleWords
{
    /// <summary>The rule in words.</summary>
    /// <param name="one">Who answers, in the singular: "nämnd".</param>
    /// <param name="many">The same in the plural: "nämnder".</param>
    public static string Of(FormQuestion question, string one, string many) => question.Rule switch
    {
        AggregationRule.All => $"Nej om någon {one} svarat nej; annars ej fastställt om svar saknas, delvis om någon svarat delvis, annars ja. Ej aktuellt räknas inte.",
        AggregationRule.Any => $"Ja om någon {one} svarat ja; annars ej fastställt om svar saknas, delvis om någon svarat delvis, annars nej. Ej aktuellt räknas inte.",
        _ => $"Av de {many} som svarat ja, delvis eller nej: ja om minst {Percent(question.Share.YesFrom)} svarat ja, nej om högst {Percent(question.Share.NoTo)} svarat ja eller delvis, annars delvis. Ej fastställt om färre än {Percent(question.Share.Enough)} av alla {many} har svarat. Ej aktuellt räknas inte.",
    };

    private static string Percent(decimal part) => $"{Language.SwedishNumber.Show(part * 100, 0)} procent";
}
