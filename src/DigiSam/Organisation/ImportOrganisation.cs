using DigiSam.Access;
using DigiSam.Imports;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Organisation;

/// <summary>
/// Takes in boards, administrations and units from a file. The first import holds since ever; a later one that renames or
/// moves something needs the day it holds from, and leaves what the file does not mention as it is.
/// </summary>
[Needs(Permission.ManageOrganisation)]
public sealed record ImportOrganisation(string FileName, byte[] Content, DateOnly? ValidFrom, bool DryRun) : ICommand<ImportReport>, ICanBeTried
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class ImportOrganisationValidator : AbstractValidator<ImportOrganisation>
{
    public ImportOrganisationValidator() => RuleFor(command => command.FileName).NotEmpty().WithName("Filens namn");
}

internal sealed class ImportOrganisationHandler(DigiSamContext database, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<ImportOrganisation, ImportReport>
{
    public async Task<ImportReport> Handle(ImportOrganisation request, CancellationToken cancellationToken)
    {
        var rows = OrganisationFile.Read(request.FileName, request.Content);
        var tree = new OrganisationTree(
            await database.Places.ToListAsync(cancellationToken),
            await database.PlaceLinks.ToListAsync(cancellationToken),
            await database.PlaceAliases.ToListAsync(cancellationToken));
        var faults = new FaultList(request.FileName);
        var change = new OrganisationChange(tree, request.ValidFrom, faults);
        foreach (var row in rows)
            change.Apply(row);
        faults.ThrowIfAny();

        var batch = new ImportBatch(ImportKind.Organisation, request.FileName, request.Content, rows.Count, null, clock.GetUtcNow(), actor.PersonId);
        database.ImportBatches.Add(batch);
        database.AddRange(tree.NewPlaces);
        await database.SaveChangesAsync(cancellationToken);
        database.AddRange(tree.NewLinks);
        database.AddRange(tree.NewAliases);
        if (change.Changed > 0)
        {
            await database.PlaceScopes.ExecuteDeleteAsync(cancellationToken);
            database.PlaceScopes.AddRange(PlaceScope.Close(tree.Places, tree.Links));
        }

        return new ImportReport(
            request.FileName, "Organisation", rows.Count, tree.NewPlaces.Count, change.Succeeded, rows.Count - change.RowsThatChanged,
            AlreadyImported: change.Changed == 0, change.NotInFile(rows));
    }
}
