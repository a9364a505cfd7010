using System.Text;
using DigiSam.Imports;

namespace DigiSam.Figures;

/// <summary>What those who make an extract need to know of the tables, and empty files to fill.</summary>
public static class FigureTemplate
{
    /// <summary>"Anställda och chefer per enhet".</summary>
    public static string Name(FigureTable table) => FigureTables.Of(table).Name;

    /// <summary>The table of a kind of import; null when it is of another kind.</summary>
    public static FigureTable? Of(ImportKind kind) => FigureTables.All.Where(form => form.Kind == kind).Select(form => (FigureTable?)form.Table).SingleOrDefault();

    /// <summary>The word on the command line: "occupational-health".</summary>
    public static string Command(FigureTable table) => FigureTables.Of(table).Command;

    public static IReadOnlyList<string> Columns(FigureTable table) => FigureTables.Template(table);

    /// <summary>"headcount.csv".</summary>
    public static string FileName(FigureTable table) => $"{Command(table)}.csv";

    /// <summary>The header as UTF-8 with a mark, which spreadsheets need to read å, ä and ö.</summary>
    public static byte[] Content(FigureTable table) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{string.Join(';', Columns(table))}\r\n")];
}
