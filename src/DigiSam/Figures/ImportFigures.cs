using DigiSam.Access;
using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>
/// Takes in a table of counted figures, whole or not at all. A row that has been taken in before is replaced if it says something else;
/// rows that are not in the file stay as they are, but an extract of events or orders replaces the months that it covers. Fails with
/// <see cref="FileRefused"/>.
/// </summary>
/// <param name="Basis">How events are counted; needed for <see cref="FigureTable.Incidents"/> and no other table.</param>
[Needs(Permission.ImportFigures)]
public sealed record ImportFigures(FigureTable Table, ImportSource Source, EventBasis? Basis, bool DryRun) : ICommand<ImportReport>, ICanBeTried
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class ImportFiguresValidator : AbstractValidator<ImportFigures>
{
    public ImportFiguresValidator()
    {
        RuleFor(command => command.Source.Name).NotEmpty().MaximumLength(200).WithName("Filens namn");
        RuleFor(command => command.Table).IsInEnum();
        RuleFor(command => command.Basis).NotNull().When(command => command.Table == FigureTable.Incidents)
            .WithMessage("Ange om händelserna räknas på hemenhet eller händelseenhet, och på händelsedatum eller rapportdatum.");
        RuleFor(command => command.Basis).Must(basis => basis is not { From: { } from, To: { } to } || (from <= to && from.AddYears(20) > to))
            .WithMessage("Utdragets första månad ska ligga före den sista.");
        RuleFor(command => command.Basis!.From!.Value.Year).InclusiveBetween(2000, 2100).When(command => command.Basis?.From is not null).WithMessage("Utdragets första månad finns inte.");
    }
}

internal sealed class ImportFiguresHandler(DigiSamContext database, FigureIntake intake, FigureSums sums, FigureCrossCheck check, EventRegrouping regrouping, SurveyShield shield, CurrentActor actor, TimeProvider clock) : IRequestHandler<ImportFigures, ImportReport>
{
    private const int Batch = 5000;

    public async Task<ImportReport> Handle(ImportFigures request, CancellationToken cancellationToken)
    {
        var form = FigureTables.Of(request.Table);
        var taken = await intake.Of(request, form, SwedishDate.Today(clock), cancellationToken);
        var before = await Holding(request.Table, taken, cancellationToken);
        var left = new Dictionary<FigureKey, (Guid Id, FigureRow Row)>(before);
        var (replaced, added, unchanged) = (new List<(Guid Id, FigureRow Row)>(), new List<FigureRow>(), 0);
        foreach (var row in taken.Rows)
        {
            var known = left.Remove(row.Key, out var old);
            if (known && old.Row.SaysTheSameAs(row))
            {
                unchanged += IsCount(row) ? 1 : 0;
                continue;
            }

            added.Add(row);
            if (known)
                replaced.Add(old);
        }

        var corrected = replaced.Count(row => IsCount(row.Row));
        if (form.IsExtract)
            replaced.AddRange(left.Values);
        var batch = new ImportBatch(form.Kind, request.Source, taken.Lines, clock.GetUtcNow(), actor.PersonId).Stating($"{request.Table}", taken.Periods);
        var same = added.Count + replaced.Count == 0;
        if (!same)
        {
            database.ImportBatches.Add(batch);
            await database.SaveChangesAsync(cancellationToken);
        }

        // Old rows cease to hold before new ones come: one row per key holds at a time.
        foreach (var ids in replaced.Select(row => row.Id).Chunk(Batch))
            await database.Set<CountedFigure>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReplacedById, batch.Id), cancellationToken);
        await Write(request.Table, added, batch.Id, cancellationToken);
        if (request.Table == FigureTable.Survey)
            await shield.Follow(cancellationToken);
        var moved = request.Table == FigureTable.Headcount && !same ? await regrouping.After(batch.Id, taken.Periods, cancellationToken) : [];
        if (!same)
            await sums.Renew(taken.Periods[0], moved.Count > 0 ? DateOnly.MaxValue : taken.Periods[^1], cancellationToken);
        return new ImportReport(
            request.Source.Name, form.Name, taken.Lines, added.Count(IsCount) - corrected, replaced.Count(row => IsCount(row.Row)), unchanged, same,
            [.. taken.Notes, .. moved, .. FigureChanges.Said(form, before.Values.Select(row => row.Row), replaced.Select(row => row.Row), added), .. await check.Of(request.Table, taken.Periods, cancellationToken)]);
    }

    /// <summary>Rows that say no more than that a month was counted are no news to anyone.</summary>
    private static bool IsCount(FigureRow row) => row.Headcount is not null || row.Key.Category.Length > 0;

    private async Task<Dictionary<FigureKey, (Guid Id, FigureRow Row)>> Holding(FigureTable table, TakenFigures taken, CancellationToken stop)
    {
        var (first, last) = (taken.Periods[0], taken.Periods[^1]);
        var holding = new Dictionary<FigureKey, (Guid, FigureRow)>();
        var known = database.Set<CountedFigure>().AsNoTracking().Where(row => row.Table == table && row.ReplacedById == null && first <= row.Period && row.Period <= last);
        await foreach (var row in known.AsAsyncEnumerable().WithCancellation(stop))
            holding.Add(row.Row.Key, (row.Id, row.Row));
        return holding;
    }

    private async Task Write(FigureTable table, List<FigureRow> rows, Guid importId, CancellationToken stop)
    {
        await using var insert = new TableInsert(database.Model.FindEntityType(typeof(CountedFigure))!, depth: 0, database);
        foreach (var part in rows.Chunk(Batch))
        {
            foreach (var row in part)
                insert.Take(new CountedFigure(table, row, importId));
            await insert.Run(stop);
        }
    }
}
