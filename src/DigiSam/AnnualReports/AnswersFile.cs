using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.ReportForms;

namespace DigiSam.AnnualReports;

/// <summary>What files of answers have in common: the question's wording and the answer's word, read against the form.</summary>
internal static class AnswersFile
{
    private static readonly Dictionary<string, ReportAnswer> Answers = new()
    {
        ["ja"] = ReportAnswer.Yes,
        ["delvis"] = ReportAnswer.Partly,
        ["nej"] = ReportAnswer.No,
        ["ej aktuellt"] = ReportAnswer.NotApplicable,
    };

    /// <summary>Whether a table has published answers, and not those that boards give.</summary>
    public static bool IsPublished(TableFile table) => table.Column("published_answer", "publicerat_svar") >= 0;

    /// <summary>The index of a column, by the first of its names; adds a fault when a needed column is missing.</summary>
    public static int Column(TableFile table, FaultList faults, bool needed, params string[] names)
    {
        var index = table.Column(names);
        if (needed && index < 0)
            faults.Add(1, $"kolumnen \"{names[0]}\" saknas");
        return index;
    }

    public static void RefuseUnknownColumns(TableFile table, FaultList faults, params int[] known)
    {
        for (var index = 0; index < table.Header.Count; index++)
        {
            if (!known.Contains(index))
                faults.Add(1, $"kolumnen \"{table.Header[index]}\" är okänd");
        }
    }

    public static FormQuestion? Question(ReportForm form, TableRow row, int column, FaultList faults)
    {
        var question = form.FindQuestion(row.Cells[column]);
        if (question is null)
            faults.Add(row.Line, $"frågan \"{row.Cells[column]}\" finns inte i formuläret för {form.Year}");
        return question;
    }

    public static ReportAnswer? Answer(TableRow row, int column, FaultList faults)
    {
        if (Answers.TryGetValue(SwedishText.Fold(row.Cells[column]), out var answer))
            return answer;
        faults.Add(row.Line, row.Cells[column].Length == 0
            ? "svaret saknas; skriv Ja, Delvis, Nej eller Ej aktuellt, eller ta bort raden"
            : $"\"{row.Cells[column]}\" är inte ett svar; skriv Ja, Delvis, Nej eller Ej aktuellt");
        return null;
    }

    /// <summary>The cell's text, or null when the column is not there or the cell empty; too long a text is a fault.</summary>
    public static string? Text(TableRow row, int column, FaultList faults)
    {
        if (column < 0 || row.Cells[column].Length == 0)
            return null;
        if (row.Cells[column].Length > 2000)
            faults.Add(row.Line, "texten är längre än 2 000 tecken");
        return row.Cells[column];
    }
}
