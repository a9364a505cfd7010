using DigiSam.Access;
using DigiSam.Imports;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.SchoolYears;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Organisation;

/// <summary>
/// Takes in boards, administrations and units from a file. The first import holds since ever; a later one that adds, renames
/// or moves something needs the day it holds from. What the file does not mention stays as it is, unless the file is the
/// <paramref name="Complete"/> organisation: then it ends the day before.
/// </summary>
[Needs(Permission.ManageOrganisation)]
public sealed record ImportOrganisation(string FileName, byte[] Content, DateOnly? ValidFrom, bool DryRun, bool Complete = false)
    : ICommand<ImportReport>, ICanBeTried
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class ImportOrganisationValidator : AbstractValidator<ImportOrganisation>
{
    public ImportOrganisationValidator()
    {
        RuleFor(command => command.FileName).NotEmpty().WithName("Filens namn");
        RuleFor(command => command.ValidFrom).NotNull().When(command => command.Complete)
            .WithMessage("Är filen hela organisationen (--complete) behövs dagen den gäller från (--valid-from).");
        RuleFor(command => command.ValidFrom).LessThan(DateOnly.MaxValue)
            .WithMessage("Dagen det gäller från (--valid-from) ska vara före 9999-12-31, som betyder tills vidare.");
    }
}

internal sealed class ImportOrganisationHandler(DigiSamContext database, IEnumerable<IFollowsOrganisation> followers, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<ImportOrganisation, ImportReport>
{
    public async Task<ImportReport> Handle(ImportOrganisation request, CancellationToken cancellationToken)
    {
        var file = OrganisationFile.Read(request.FileName, request.Content);
        var tree = new OrganisationTree(
            await database.Places.ToListAsync(cancellationToken),
            await database.PlaceLinks.ToListAsync(cancellationToken),
            await database.PlaceAliases.ToListAsync(cancellationToken));
        var faults = new FaultList(request.FileName);
        var receipt = new OrganisationReceipt();
        new OrganisationChange(tree, new ImportDay(request.ValidFrom, tree.IsEmpty, faults), faults, receipt).Apply(file, request.Complete);
        faults.ThrowIfAny();

        var batch = new ImportBatch(ImportKind.Organisation, request.FileName, request.Content, file.Rows.Count, null, clock.GetUtcNow(), actor.PersonId);
        database.ImportBatches.Add(batch);
        database.AddRange(tree.NewPlaces);
        await database.SaveChangesAsync(cancellationToken);
        await HandOverRoles(tree.NewPlaces, cancellationToken);
        await HandOverSchoolYears(tree.NewPlaces, cancellationToken);
        database.AddRange(tree.NewLinks);
        database.AddRange(tree.NewAliases);
        if (receipt.Changed)
        {
            await database.PlaceScopes.ExecuteDeleteAsync(cancellationToken);
            database.PlaceScopes.AddRange(PlaceScope.Close(tree.Places, tree.Links));
            await database.SaveChangesAsync(cancellationToken);
            foreach (var follower in followers)
                await follower.Follow(cancellationToken);
        }

        return new ImportReport(
            request.FileName, "Organisation", file.Rows.Count, tree.NewPlaces.Count(tree.IsFresh), receipt.Succeeded, file.Rows.Count - receipt.RowsThatChanged,
            AlreadyImported: !receipt.Changed, receipt.Notes);
    }

    /// <summary>Whoever holds a role in a place that gets another name holds it in the successor from the day, and to the same day.</summary>
    private async Task HandOverRoles(IReadOnlyList<Place> newPlaces, CancellationToken stop)
    {
        var successors = newPlaces.Where(place => place.PredecessorId is not null).ToDictionary(place => place.PredecessorId!.Value);
        var held = await database.RoleAssignments.Where(assignment => successors.Keys.Contains(assignment.PlaceId)).ToListAsync(stop);
        foreach (var assignment in held)
        {
            var successor = successors[assignment.PlaceId];
            if (assignment.ValidTo < successor.ValidFrom)
                continue;
            var from = assignment.ValidFrom > successor.ValidFrom ? assignment.ValidFrom : successor.ValidFrom;
            database.RoleAssignments.Add(new RoleAssignment(assignment.PersonId, assignment.Role, successor.Id, from, assignment.ValidTo));
            if (assignment.ValidFrom < successor.ValidFrom)
                assignment.End(successor.ValidFrom.AddDays(-1));
            else
                database.RoleAssignments.Remove(assignment);
        }
    }

    /// <summary>What a place has stated of its terms holds on under its new name.</summary>
    private async Task HandOverSchoolYears(IReadOnlyList<Place> newPlaces, CancellationToken stop)
    {
        var successors = newPlaces.Where(place => place.PredecessorId is not null).ToDictionary(place => place.PredecessorId!.Value);
        if (successors.Count == 0)
            return;
        var stated = await database.SchoolYears.AsNoTracking().Include(year => year.Breaks).Where(year => successors.Keys.Contains(year.PlaceId)).ToListAsync(stop);
        database.AddRange(stated.Select(year => year.For(successors[year.PlaceId].Id, successors[year.PlaceId].ValidFrom)).OfType<SchoolYear>());
    }
}
