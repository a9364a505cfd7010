using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.Imports;
using DigiSam.Installation;
using DigiSam.Metrics;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.ColumnMappings;

/// <summary>What a file is by its header, and by the choice of columns that is saved for it. Fails with <see cref="FileRefused"/> when it has none.</summary>
[Needs(Permission.ImportFigures)]
public sealed record RecogniseFile(ImportSource Source) : IQuery<RecognisedFile>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>A file as it was recognised.</summary>
/// <param name="Kind">What it can be taken in as; null when its columns must be chosen first.</param>
/// <param name="Nearest">The table that it is of, or that its header is most like.</param>
/// <param name="Header">The file's column names, folded.</param>
/// <param name="Saved">The choice of columns that it is read by; null when it is read as it stands.</param>
public sealed record RecognisedFile(ImportKind? Kind, ImportTable Nearest, IReadOnlyList<string> Header, SavedColumns? Saved);

/// <summary>A choice of columns as it is shown.</summary>
/// <param name="Columns">The file's column by the table's.</param>
public sealed record SavedColumns(Guid Id, string Name, IReadOnlyDictionary<string, string> Columns);

internal sealed class RecogniseFileValidator : AbstractValidator<RecogniseFile>
{
    public RecogniseFileValidator() => RuleFor(query => query.Source.Name).NotEmpty().MaximumLength(200).WithName("Filens namn");
}

internal sealed class RecogniseFileHandler(MappedSources sources, InstalledDefinitions definitions) : IRequestHandler<RecogniseFile, RecognisedFile>
{
    public async Task<RecognisedFile> Handle(RecogniseFile request, CancellationToken cancellationToken)
    {
        var header = TableStream.HeaderOf(request.Source);
        if (await sources.For(header, cancellationToken) is { } mapping && ImportTable.Of(mapping.Table) is { } table)
            return new RecognisedFile(table.Kind, table, header, new SavedColumns(mapping.Id, mapping.Name, mapping.TableColumns.Zip(mapping.FileColumns).ToDictionary(pair => pair.First, pair => pair.Second)));
        var (nearest, fits) = ImportTable.Nearest(header);
        var kind = fits ? nearest.Kind : Other(request.Source);
        return kind is not null || HeaderNames.AreNames(header)
            ? new RecognisedFile(kind, nearest, header, null)
            : throw new FileRefused(request.Source.Name, [new RowFault(1, "raden ser inte ut som en rubrik: den har tal, datum eller långa texter där kolumnernas namn ska stå. Lägg till en rad med kolumnernas namn överst")]);
    }

    /// <summary>Files whose columns are not chosen: the organisation, and what was published.</summary>
    private ImportKind? Other(ImportSource source)
    {
        if (source.IsWorkbook || source.Size > TableFile.MaxBytes)
            return null;
        try
        {
            var table = TableFile.Read(source.Name, source.Content());
            if (table.Column("administration_code", "förvaltningskod") >= 0)
                return ImportKind.Organisation;
            if (AnswersFile.IsPublished(table))
                return ImportKind.PublishedAnswers;
            return PublishedColumns.Recognise(table, definitions.Metrics, null, new FaultList(source.Name)) is null ? null : ImportKind.PublishedValues;
        }
        catch (FileRefused)
        {
            return null;
        }
    }
}
