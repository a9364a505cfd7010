using DigiSam.Access;
using DigiSam.Comparisons;
using DigiSam.Figures;
using DigiSam.Installation;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.SickLeave;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Imports;

/// <summary>
/// Undoes an import of figures: its rows go, and those that it had replaced hold again. One that a later import builds on, or
/// states rows of the same table and periods, is undone after that one. Undone a second time it stays undone.
/// </summary>
[Needs(Permission.ImportFigures)]
public sealed record UndoImport(Guid ImportId) : ICommand<ImportUndone>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>What an undo did: how many rows went and how many hold again.</summary>
public sealed record ImportUndone(string FileName, int Removed, int Restored);

internal sealed class UndoImportValidator : AbstractValidator<UndoImport>
{
    public UndoImportValidator() => RuleFor(command => command.ImportId).NotEmpty().WithName("Importen");
}

internal sealed class UndoImportHandler(DigiSamContext database, InstalledDefinitions definitions, AbsenceWeighing exposure, FigureSums sums, SurveyShield shield, CurrentActor actor, TimeProvider clock) : IRequestHandler<UndoImport, ImportUndone>
{
    public async Task<ImportUndone> Handle(UndoImport request, CancellationToken cancellationToken)
    {
        var batch = await database.ImportBatches.SingleOrDefaultAsync(batch => batch.Id == request.ImportId, cancellationToken) ?? throw new ImportIsUnknown();
        if (batch.UndoneAt is not null)
            return new ImportUndone(batch.FileName, 0, 0);
        if (!ListImportsHandler.Undoable.Contains(batch.Kind))
            throw new ImportCannotBeUndone(batch.Kind);
        await RefuseIfStatedLater(batch, cancellationToken);
        await RefuseIfEventsLieByIt(batch, cancellationToken);
        var undone = batch.Kind switch
        {
            ImportKind.Absence => await UndoMonths(batch, cancellationToken),
            ImportKind.Comparison => await UndoComparison(batch, cancellationToken),
            ImportKind.PublishedValues => await UndoValues(batch, cancellationToken),
            _ => await UndoFigures(batch, cancellationToken),
        };
        batch.Undo(actor.PersonId, clock.GetUtcNow());
        return undone;
    }

    private async Task<ImportUndone> UndoMonths(ImportBatch batch, CancellationToken stop)
    {
        var months = database.Set<AbsenceMonth>();
        await RefuseIfLater(months.Where(row => row.ImportId == batch.Id && row.ReplacedById != null).Select(row => row.ReplacedById!.Value), stop);
        var touched = await months.Where(row => row.ImportId == batch.Id).Select(row => row.Month).Distinct().OrderBy(month => month).ToListAsync(stop);
        var removed = await months.Where(row => row.ImportId == batch.Id).ExecuteDeleteAsync(stop);
        var restored = await months.Where(row => row.ReplacedById == batch.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReplacedById, (Guid?)null), stop);
        await exposure.Weigh(touched, stop);
        return new ImportUndone(batch.FileName, removed, restored);
    }

    private async Task<ImportUndone> UndoFigures(ImportBatch batch, CancellationToken stop)
    {
        var figures = database.Set<CountedFigure>();
        await RefuseIfLater(figures.Where(row => row.ImportId == batch.Id && row.ReplacedById != null).Select(row => row.ReplacedById!.Value), stop);
        var touched = await figures.Where(row => row.ImportId == batch.Id || row.ReplacedById == batch.Id).Select(row => row.Period).Distinct().OrderBy(period => period).ToListAsync(stop);
        var removed = await figures.Where(row => row.ImportId == batch.Id).ExecuteDeleteAsync(stop);
        var restored = await figures.Where(row => row.ReplacedById == batch.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReplacedById, (Guid?)null), stop);
        if (touched.Count > 0)
            await sums.Renew(touched[0], touched[^1], stop);
        if (batch.Kind == ImportKind.Survey)
            await shield.Follow(stop);
        return new ImportUndone(batch.FileName, removed, restored);
    }

    private async Task<ImportUndone> UndoComparison(ImportBatch batch, CancellationToken stop)
    {
        var values = database.Set<ComparisonValue>();
        await RefuseIfLater(values.Where(row => row.ImportId == batch.Id && row.ReplacedById != null).Select(row => row.ReplacedById!.Value), stop);
        var removed = await values.Where(row => row.ImportId == batch.Id).ExecuteDeleteAsync(stop);
        var restored = await values.Where(row => row.ReplacedById == batch.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReplacedById, (Guid?)null), stop);
        return new ImportUndone(batch.FileName, removed, restored);
    }

    private async Task<ImportUndone> UndoValues(ImportBatch batch, CancellationToken stop)
    {
        var values = database.MetricValues;
        await RefuseIfLater(values.Where(row => row.ImportId == batch.Id && row.ReplacedById != null).Select(row => row.ReplacedById!.Value), stop);
        // What this file withdrew may have come anew with a later one.
        await RefuseIfLater(
            from old in values.Where(row => row.ReplacedById == batch.Id)
            from newer in values.Where(row => row.ReplacedById == null && row.ImportId != batch.Id)
            where old.ReportYear == newer.ReportYear && old.PlaceId == newer.PlaceId && old.Metric == newer.Metric
                && old.GroupKind == newer.GroupKind && old.Group == newer.Group && old.Slot == newer.Slot
            select newer.ImportId, stop);
        var removed = await values.Where(row => row.ImportId == batch.Id).ExecuteDeleteAsync(stop);
        var restored = await values.Where(row => row.ReplacedById == batch.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReplacedById, (Guid?)null), stop);
        return new ImportUndone(batch.FileName, removed, restored);
    }

    /// <summary>A later file may state the same rows without a word of it being stored anew, and what it states must not go with this one.</summary>
    private Task RefuseIfStatedLater(ImportBatch batch, CancellationToken stop)
    {
        // Kinds of published files may share a figure; every other table has rows of its own.
        IReadOnlyList<string?> tables = [batch.StatedTable, .. definitions.Metrics.FileKinds.Where(kind => kind.SharesFigureWith(batch.StatedTable, definitions.Metrics)).Select(kind => kind.Key)];
        return RefuseIfLater(
            from later in database.ImportBatches
            where later.Kind == batch.Kind && later.ReportYear == batch.ReportYear && later.UndoneAt == null && later.ImportedAt > batch.ImportedAt
                && (later.StatedTable == null || batch.StatedTable == null
                    || (tables.Contains(later.StatedTable) && later.StatedFrom <= batch.StatedTo && batch.StatedFrom <= later.StatedTo))
            select later.Id, stop);
    }

    /// <summary>
    /// Events and orders taken in later lie at the places that these people made large enough, as long as they may be the latest known. Where
    /// headcounts had come in, nobody asked absence.
    /// </summary>
    private async Task RefuseIfEventsLieByIt(ImportBatch batch, CancellationToken stop)
    {
        var isAbsence = batch.Kind == ImportKind.Absence;
        if (batch.Kind != ImportKind.Headcount && !(isAbsence && batch.StatedTable is null or nameof(AbsenceTable.Unit)))
            return;
        const int Older = FigureGrouping.OldestMonths - 1;
        var held = await database.ImportBatches.AsNoTracking()
            .Where(other => other.UndoneAt == null && (other.Kind == ImportKind.Incidents || other.Kind == ImportKind.OccupationalHealth || other.Kind == ImportKind.Headcount)).ToListAsync(stop);
        var later = held.Where(other => other.Kind != ImportKind.Headcount && other.ImportedAt > batch.ImportedAt
            && (batch.StatedTo is not { } last || other.MayHaveStated(batch.StatedFrom!.Value, last.AddMonths(Older))) && !(isAbsence && HadHeadcounts(other))).MaxBy(other => other.ImportedAt);
        if (later is not null)
            throw new LaterImportBuildsOnIt(later);

        bool HadHeadcounts(ImportBatch events) => events.StatedFrom is { } first && held.Exists(other => other.Kind == ImportKind.Headcount
            && other.ImportedAt <= events.ImportedAt && other.StatedFrom <= events.StatedTo && first.AddMonths(-Older) <= other.StatedTo);
    }

    private async Task RefuseIfLater(IQueryable<Guid> imports, CancellationToken stop)
    {
        var later = await database.ImportBatches.Where(batch => imports.Contains(batch.Id)).OrderByDescending(batch => batch.ImportedAt).FirstOrDefaultAsync(stop);
        if (later is not null)
            throw new LaterImportBuildsOnIt(later);
    }
}

/// <summary>There is no such import.</summary>
public sealed class ImportIsUnknown() : BrokenRule("Importen finns inte.");

/// <summary>Only imports of figures are undone.</summary>
public sealed class ImportCannotBeUndone(ImportKind kind) : BrokenRule(kind == ImportKind.Organisation
    ? "Organisationen ångras inte: ronder och risker kan redan höra till det som kom med filen. Läs in en rättad fil i stället."
    : "Svar och texter ångras inte. Läs in en rättad fil i stället.");

/// <summary>A later import has corrected rows of this one.</summary>
public sealed class LaterImportBuildsOnIt(ImportBatch later)
    : BrokenRule($"Importen kan inte ångras än: {later.FileName}, inläst {SwedishDate.Long(SwedishDate.DateIn(later.ImportedAt))}, kan bygga på den. Ångra i tur och ordning, den senaste först.");
