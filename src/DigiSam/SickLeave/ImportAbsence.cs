using DigiSam.Access;
using DigiSam.ColumnMappings;
using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave;

/// <summary>
/// Takes in one of the three tables of monthly absence, recognised by its header, whole or not at all. A row that has been taken in
/// before is replaced if it says something else; rows that are not in the file stay as they are. Fails with
/// <see cref="FileRefused"/>.
/// </summary>
[Needs(Permission.ImportFigures)]
public sealed record ImportAbsence(ImportSource Source, bool DryRun) : ICommand<ImportReport>, ICanBeTried
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class ImportAbsenceValidator : AbstractValidator<ImportAbsence>
{
    public ImportAbsenceValidator() => RuleFor(command => command.Source.Name).NotEmpty().MaximumLength(200).WithName("Filens namn");
}

internal sealed class ImportAbsenceHandler(DigiSamContext database, MappedSources sources, AbsenceCrossCheck check, AbsenceWeighing exposure, CurrentActor actor, TimeProvider clock) : IRequestHandler<ImportAbsence, ImportReport>
{
    private const int Batch = 5000;

    public async Task<ImportReport> Handle(ImportAbsence request, CancellationToken cancellationToken)
    {
        var (faults, notes) = (new FaultList(request.Source.Name), new List<RowFault>());
        var source = await sources.Of(request.Source, ImportKind.Absence, notes, cancellationToken);
        var places = await AbsencePlaces.Read(database, cancellationToken);
        var file = AbsenceFile.Open(source, places, SwedishDate.Today(clock), faults);
        var rows = file.Rows().ToList();
        faults.ThrowIfAny();

        IReadOnlyList<DateOnly> months = [.. rows.Select(row => row.Key.Month).Distinct().Order()];
        var batch = new ImportBatch(ImportKind.Absence, request.Source, rows.Count, clock.GetUtcNow(), actor.PersonId).Stating($"{file.Kind}", months);
        var before = await Holding(file.Kind, rows, cancellationToken);
        var changes = new SortedDictionary<DateOnly, MonthChange>();
        var (replaced, added, unchanged) = (new List<Guid>(), new List<AbsenceRow>(), 0);
        foreach (var row in rows)
        {
            if (!before.TryGetValue(row.Key, out var old))
                added.Add(row);
            else if ((old.Headcount, old.Hours) == (row.Headcount, row.Hours))
                unchanged++;
            else
                Replace(row, old);
        }

        if (added.Count > 0)
        {
            database.ImportBatches.Add(batch);
            await database.SaveChangesAsync(cancellationToken);
        }

        // Old rows cease to hold before new ones come: one row per key holds at a time.
        foreach (var ids in replaced.Chunk(Batch))
            await database.Set<AbsenceMonth>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReplacedById, batch.Id), cancellationToken);
        await Write(file.Kind, added, batch.Id, cancellationToken);
        await exposure.Weigh(months, cancellationToken);
        return new ImportReport(
            request.Source.Name, $"Fil {AbsenceFile.Words(file.Kind)}", rows.Count, added.Count - replaced.Count, replaced.Count, unchanged, AlreadyImported: added.Count == 0,
            [.. notes, .. changes.Select(change => change.Value.Said(change.Key)), .. await check.Of(months, cancellationToken)]);

        void Replace(AbsenceRow row, (Guid Id, int Headcount, AbsenceHours Hours) old)
        {
            replaced.Add(old.Id);
            added.Add(row);
            var sum = changes.GetValueOrDefault(row.Key.Month, new MonthChange(0, default, default));
            changes[row.Key.Month] = new MonthChange(sum.Rows + 1, sum.Before + old.Hours, sum.After + row.Hours);
        }
    }

    private async Task<Dictionary<AbsenceKey, (Guid Id, int Headcount, AbsenceHours Hours)>> Holding(AbsenceTable table, List<AbsenceRow> rows, CancellationToken stop)
    {
        var (first, last) = (rows.Min(row => row.Key.Month), rows.Max(row => row.Key.Month));
        var holding = new Dictionary<AbsenceKey, (Guid, int, AbsenceHours)>();
        var known = database.Set<AbsenceMonth>().AsNoTracking().Where(row => row.Table == table && row.ReplacedById == null && first <= row.Month && row.Month <= last);
        await foreach (var row in known.AsAsyncEnumerable().WithCancellation(stop))
            holding.Add(row.Key, (row.Id, row.Headcount, row.Hours));
        return holding;
    }

    private async Task Write(AbsenceTable table, List<AbsenceRow> rows, Guid importId, CancellationToken stop)
    {
        await using var insert = new TableInsert(database.Model.FindEntityType(typeof(AbsenceMonth))!, depth: 0, database);
        foreach (var part in rows.Chunk(Batch))
        {
            foreach (var row in part)
                insert.Take(new AbsenceMonth(table, row.Key, row.Headcount, row.Hours, importId, row.Line));
            await insert.Run(stop);
        }
    }

    /// <summary>What corrections change in a month.</summary>
    private sealed record MonthChange(int Rows, AbsenceHours Before, AbsenceHours After)
    {
        public RowFault Said(DateOnly month) => new(0,
            $"{SwedishDate.Month(month.Month)} {month.Year}: {SwedishNumber.Show(Rows, 0)} {(Rows == 1 ? "rad" : "rader")} ändras; ordinarie timmar {Show(Before.Scheduled)} → {Show(After.Scheduled)}, sjuktimmar {Show(Before.Short + Before.Long)} → {Show(After.Short + After.Long)}");

        private static string Show(long hundredths) => SwedishNumber.Show(hundredths / 100m, 1);
    }
}
