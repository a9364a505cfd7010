using DigiSam.ColumnMappings;
using DigiSam.Imports;
using DigiSam.Requests;

namespace DigiSam.Web.Imports;

/// <summary>A file that has been looked at: what it was recognised as, and what taking it in would change.</summary>
/// <param name="Tried">Null when it was not recognised.</param>
internal sealed record LookedAt(Upload Upload, Outcome<RecognisedFile> Recognised, Outcome<ImportReport>? Tried)
{
    public RecognisedFile? File => (Recognised as Outcome<RecognisedFile>.Done)?.Result;

    public ImportReport? Report => (Tried as Outcome<ImportReport>.Done)?.Result;

    /// <summary>
    /// Its columns may be chosen: it was not recognised, is read by a choice already, or was refused though it was. A file that only lacks
    /// what is said beside it has columns that are right.
    /// </summary>
    public bool MayChooseColumns => File is { } file && (file.Kind is null || file.Saved is not null || (Tried is Outcome<ImportReport>.Broken && ImportTable.All.Any(table => table.Kind == file.Kind)));
}

/// <summary>Looks at files on the shelf and takes them in.</summary>
internal sealed class ImportDesk(RequestSender sender, UploadShelf shelf)
{
    /// <summary>Tries the file; it stays on the shelf while there is something to do with it. Null when it is gone meanwhile.</summary>
    public async Task<LookedAt?> Look(Guid person, Upload upload)
    {
        var kept = false;
        try
        {
            var source = await ImportSource.FromFile(upload.Path, upload.Name);
            var recognised = await sender.Send(person, new RecogniseFile(source));
            var tried = recognised is Outcome<RecognisedFile>.Done({ Kind: { } kind })
                ? await sender.Send(person, await FileImport.Of(upload, source, kind, dryRun: true))
                : null;
            var looked = new LookedAt(upload, recognised, tried);
            kept = looked.Report is { AlreadyImported: false } || looked.MayChooseColumns;
            return looked;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        finally
        {
            if (!kept)
                shelf.Remove(upload);
        }
    }

    /// <summary>Takes the file in, and off the shelf whatever comes of it; null when it is gone or somebody else's.</summary>
    /// <param name="mapping">The choice of columns that it was tried by: by another it is not taken in unseen.</param>
    public async Task<Outcome<ImportReport>?> Take(Guid person, Guid uploadId, Guid? mapping)
    {
        if (shelf.Take(uploadId, person) is not { } upload)
            return null;
        try
        {
            var source = await ImportSource.FromFile(upload.Path, upload.Name);
            var newer = new ColumnMappingIsNewer();
            return await sender.Send(person, new RecogniseFile(source)) switch
            {
                Outcome<RecognisedFile>.Done(var file) when file.Saved?.Id != mapping => new Outcome<ImportReport>.Broken(nameof(ColumnMappingIsNewer), newer.Message, []),
                Outcome<RecognisedFile>.Done(var file) => await sender.Send(person, await FileImport.Of(upload, source, file.Kind ?? file.Nearest.Kind, dryRun: false)),
                Outcome<RecognisedFile>.Broken broken => new Outcome<ImportReport>.Broken(broken.Rule, broken.Message, broken.Details),
                Outcome<RecognisedFile>.Denied denied => new Outcome<ImportReport>.Denied(denied.Message),
                Outcome<RecognisedFile>.Invalid invalid => new Outcome<ImportReport>.Invalid(invalid.Messages),
                _ => null,
            };
        }
        finally
        {
            shelf.Remove(upload);
        }
    }
}
