using DigiSam.Comparisons;
using DigiSam.Figures;
using DigiSam.SickLeave;

namespace DigiSam.Web.Imports;

/// <summary>Sends the empty tables that figures are taken in by.</summary>
internal static class TemplateEndpoint
{
    public static string Address(AbsenceTable table) => $"/statistik/import/mall/{AbsenceTemplate.FileName(table)}";

    public static string Address(FigureTable table) => $"/statistik/import/mall/{FigureTemplate.FileName(table)}";

    public static string Comparisons => $"/statistik/import/mall/{ImportComparison.TemplateName}";

    public static void MapTemplates(this WebApplication app) => app.MapGet("/statistik/import/mall/{name}", (string name) => Content(name) is { } content
        ? Results.File(content, "text/csv; charset=utf-8", name)
        : Results.NotFound());

    private static byte[]? Content(string name) => name == ImportComparison.TemplateName
        ? ImportComparison.Template()
        : Enum.GetValues<AbsenceTable>().Where(table => AbsenceTemplate.FileName(table) == name).Select(AbsenceTemplate.Content)
            .Concat(Enum.GetValues<FigureTable>().Where(table => FigureTemplate.FileName(table) == name).Select(FigureTemplate.Content)).SingleOrDefault();
}
