using DigiSam.Access;
using DigiSam.Figures;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Imports;

/// <summary>All imports there have been, the latest first.</summary>
[Needs(Permission.ImportFigures)]
public sealed record ListImports(int Page = 1) : IQuery<PageOf<ImportRow>>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>An import as the history shows it.</summary>
/// <param name="MayBeUndone">It is of a kind that is undone, and has not been.</param>
public sealed record ImportRow(Guid Id, ImportKind Kind, string FileName, int Rows, int? ReportYear, DateTimeOffset ImportedAt, string Person, DateTimeOffset? UndoneAt, string? UndoneBy, bool MayBeUndone);

internal sealed class ListImportsValidator : AbstractValidator<ListImports>
{
    public ListImportsValidator() => RuleFor(query => query.Page).GreaterThan(0).WithName("Sidan");
}

internal sealed class ListImportsHandler(DigiSamContext database) : IRequestHandler<ListImports, PageOf<ImportRow>>
{
    /// <summary>The kinds that are undone; other records hang on the rest.</summary>
    public static readonly ImportKind[] Undoable = [ImportKind.Absence, ImportKind.Comparison, ImportKind.PublishedValues, .. FigureTables.Kinds];

    public async Task<PageOf<ImportRow>> Handle(ListImports request, CancellationToken cancellationToken)
    {
        var rows =
            from batch in database.ImportBatches
            join person in database.People on batch.PersonId equals person.Id
            join other in database.People on batch.UndoneBy equals other.Id into others
            from undoer in others.DefaultIfEmpty()
            orderby batch.ImportedAt descending, batch.Id descending
            select new ImportRow(
                batch.Id, batch.Kind, batch.FileName, batch.Rows, batch.ReportYear, batch.ImportedAt, person.Name, batch.UndoneAt, undoer.Name,
                batch.UndoneAt == null && Undoable.Contains(batch.Kind));
        return await rows.Page(request.Page, await database.ImportBatches.CountAsync(cancellationToken), cancellationToken);
    }
}
