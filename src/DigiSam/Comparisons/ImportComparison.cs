using System.Text;
using DigiSam.Access;
using DigiSam.ColumnMappings;
using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Comparisons;

/// <summary>
/// Takes in published values of all municipalities, the county and chosen municipalities, whole or not at all. A value taken in
/// before is replaced if it says something else; others stay. Fails with <see cref="FileRefused"/>.
/// </summary>
[Needs(Permission.ImportFigures)]
public sealed record ImportComparison(ImportSource Source, bool DryRun) : ICommand<ImportReport>, ICanBeTried
{
    public const string TemplateName = "jamforelser.csv";

    public ActsOn Place => ActsOn.Municipality;

    /// <summary>The header as UTF-8 with a mark, which spreadsheets need to read å, ä and ö.</summary>
    public static byte[] Template() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{string.Join(';', ComparisonFile.Columns)}\r\n")];
}

internal sealed class ImportComparisonValidator : AbstractValidator<ImportComparison>
{
    public ImportComparisonValidator() => RuleFor(command => command.Source.Name).NotEmpty().MaximumLength(200).WithName("Filens namn");
}

internal sealed class ImportComparisonHandler(DigiSamContext database, MappedSources sources, CurrentActor actor, TimeProvider clock) : IRequestHandler<ImportComparison, ImportReport>
{
    public async Task<ImportReport> Handle(ImportComparison request, CancellationToken cancellationToken)
    {
        var notes = new List<RowFault>();
        var rows = ComparisonFile.Read(await sources.Of(request.Source, ImportKind.Comparison, notes, cancellationToken), SwedishDate.Today(clock));
        var holding = await database.Set<ComparisonValue>().Where(row => row.ReplacedById == null).ToDictionaryAsync(row => row.Key, cancellationToken);
        var batch = new ImportBatch(ImportKind.Comparison, request.Source, rows.Count, clock.GetUtcNow(), actor.PersonId)
            .Stating(nameof(ComparisonValue), rows.Select(row => ComparisonFile.EndOf(row.Key.Period)!.Value));
        var changed = rows.Where(row => !holding.TryGetValue(row.Key, out var old) || (old.Value, old.Source, old.Area) != (row.Value, row.Source, row.Area)).ToList();
        var replaced = changed.Where(row => holding.ContainsKey(row.Key)).Select(row => holding[row.Key]).ToList();
        if (changed.Count > 0)
        {
            database.ImportBatches.Add(batch);
            await database.SaveChangesAsync(cancellationToken);
            // Old rows cease to hold before new ones come: one row per key holds at a time.
            replaced.ForEach(row => row.ReplaceBy(batch.Id));
            await database.SaveChangesAsync(cancellationToken);
            database.AddRange(changed.Select(row => new ComparisonValue(row.Key, row.Area, row.Value, row.Source, batch.Id, row.Line)));
        }

        return new ImportReport(
            request.Source.Name, "Fil med andra kommuners publicerade värden", rows.Count, changed.Count - replaced.Count, replaced.Count, rows.Count - changed.Count, AlreadyImported: changed.Count == 0, notes);
    }
}
