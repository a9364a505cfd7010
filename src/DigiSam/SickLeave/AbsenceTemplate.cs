using System.Text;

namespace DigiSam.SickLeave;

/// <summary>Empty files for those who make an extract: the columns that are taken in, and no others.</summary>
public static class AbsenceTemplate
{
    public static IReadOnlyList<string> Columns(AbsenceTable table) => AbsenceFile.ColumnsOf(table);

    /// <summary>"Frånvaro per enhet".</summary>
    public static string Name(AbsenceTable table) => table switch
    {
        AbsenceTable.Unit => "Frånvaro per enhet",
        AbsenceTable.Board => "Frånvaro per nämnd, kön och ålder",
        _ => "Frånvaro per befattning",
    };

    /// <summary>"franvaro-enhet.csv".</summary>
    public static string FileName(AbsenceTable table) => table switch
    {
        AbsenceTable.Unit => "franvaro-enhet.csv",
        AbsenceTable.Board => "franvaro-namnd.csv",
        _ => "franvaro-befattning.csv",
    };

    /// <summary>The header as UTF-8 with a mark, which spreadsheets need to read å, ä and ö.</summary>
    public static byte[] Content(AbsenceTable table) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{string.Join(';', Columns(table))}\r\n")];
}
