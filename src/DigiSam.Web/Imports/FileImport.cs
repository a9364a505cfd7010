using DigiSam.AnnualReports;
using DigiSam.Comparisons;
using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.SickLeave;
using MediatR;

namespace DigiSam.Web.Imports;

/// <summary>What a file on the shelf is taken in by.</summary>
internal static class FileImport
{
    public static async Task<IRequest<ImportReport>> Of(Upload upload, ImportSource source, ImportKind kind, bool dryRun)
    {
        var choices = upload.Choices;
        switch (kind)
        {
            case ImportKind.Comparison:
                return new ImportComparison(source, dryRun);
            case ImportKind.Organisation:
                return new ImportOrganisation(upload.Name, await File.ReadAllBytesAsync(upload.Path), choices.From, dryRun, choices.Complete);
            case ImportKind.PublishedAnswers:
                return new ImportPublishedAnswers(choices.Year, upload.Name, await File.ReadAllBytesAsync(upload.Path), dryRun);
            case ImportKind.PublishedValues:
                return new ImportPublishedValues(choices.Year, upload.Name, await File.ReadAllBytesAsync(upload.Path), choices.Period, dryRun);
            default:
                return FigureTemplate.Of(kind) is { } table
                    ? new ImportFigures(table, source, table == FigureTable.Incidents ? choices.Basis : null, dryRun)
                    : new ImportAbsence(source, dryRun);
        }
    }
}
