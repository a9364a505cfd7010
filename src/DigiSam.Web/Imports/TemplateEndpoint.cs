using DigiSam.Comparisons;
using DigiSam.SickLeave;

namespace DigiSam.Web.Imports;

/// <summary>Sends the empty tables that figures are taken in by.</summary>
internal static class TemplateEndpoint
{
    public static string Address(AbsenceTable table) => $"/statistik/import/mall/{AbsenceTemplate.FileName(table)}";

    public static string Comparisons => $"/statistik/import/mall/{ImportComparison.TemplateName}";

    public static void MapTemplates(this WebApplication app) => app.MapGet("/statistik/import/mall/{name}", (string name) =>
        Enum.GetValues<AbsenceTable>().Where(table => AbsenceTemplate.FileName(table) == name).ToList() is [var table]
            ? Results.File(AbsenceTemplate.Content(table), "text/csv; charset=utf-8", name)
            : name == ImportComparison.TemplateName
                ? Results.File(ImportComparison.Template(), "text/csv; charset=utf-8", name)
                : Results.NotFound());
}
