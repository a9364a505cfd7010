using DigiSam.Comparisons;
using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.SickLeave;
using MediatR;

namespace DigiSam.Web.Imports;

/// <summary>What a file on the shelf is taken in by: its header says which table it is.</summary>
internal static class FileImport
{
    /// <summary>The request that fits the file; absence when nothing else does, which then says what is wrong with it.</summary>
    public static async Task<IRequest<ImportReport>> Of(Upload upload, bool dryRun)
    {
        var source = await ImportSource.FromFile(upload.Path, upload.Name);
        if (ImportComparison.Recognises(source))
            return new ImportComparison(source, dryRun);
        return FigureTemplate.Recognise(source) is { } table
            ? new ImportFigures(table, source, table == FigureTable.Incidents ? upload.Basis : null, dryRun)
            : new ImportAbsence(source, dryRun);
    }
}
