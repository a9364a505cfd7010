using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Provisions;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Checklists;

/// <summary>A published version in its own words, with the provisions that its questions refer to.</summary>
/// <param name="Provisions">By id, those that the register still knows.</param>
/// <param name="Newest">The number of the version that new rounds are planned with today; 0 when none is, as of one that is out of use.</param>
/// <param name="Rounds">How many rounds have been planned with this version, in all places.</param>
public sealed record ChecklistReading(
    Checklist Checklist, DateTimeOffset PublishedAt, DateOnly ValidFrom, int Newest, IReadOnlyDictionary<string, Provision> Provisions, int Rounds);

/// <summary>Reads one version of a checklist.</summary>
[Needs(Permission.ReadChecklists)]
public sealed record ReadChecklist(Guid PlaceId, string Key, int Version) : IQuery<ChecklistReading>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ReadChecklistValidator : AbstractValidator<ReadChecklist>
{
    public ReadChecklistValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Key).NotEmpty().WithName("Checklistan");
        RuleFor(query => query.Version).GreaterThan(0).WithName("Versionen");
    }
}

internal sealed class ReadChecklistHandler(DigiSamContext database, InstalledDefinitions definitions, TimeProvider clock) : IRequestHandler<ReadChecklist, ChecklistReading>
{
    public async Task<ChecklistReading> Handle(ReadChecklist request, CancellationToken cancellationToken)
    {
        var version = await database.ChecklistVersions.AsNoTracking()
            .SingleOrDefaultAsync(version => version.Key == request.Key && version.Version == request.Version, cancellationToken)
            ?? throw new ChecklistVersionIsUnknown();
        var today = SwedishDate.Today(clock);
        var newest = await database.ChecklistVersions
            .Where(one => one.Key == request.Key && one.ValidFrom <= today && !database.ChecklistRetirements.Any(retirement => retirement.Key == one.Key && retirement.UndoneAt == null))
            .MaxAsync(one => (int?)one.Version, cancellationToken) ?? 0;
        var rounds = await database.SafetyRounds.CountAsync(round => round.ChecklistVersionId == version.Id, cancellationToken);
        var checklist = ChecklistFile.Read(version);
        return new ChecklistReading(checklist, version.PublishedAt, version.ValidFrom, newest, definitions.ProvisionsOf(checklist), rounds);
    }
}

internal static class ProvisionsCited
{
    /// <summary>The provisions that a checklist cites, by id, those that the register knows.</summary>
    public static IReadOnlyDictionary<string, Provision> ProvisionsOf(this InstalledDefinitions definitions, Checklist checklist) =>
        checklist.Questions.SelectMany(question => question.Provisions).Distinct()
            .Where(definitions.Provisions.ContainsKey).ToDictionary(id => id, id => definitions.Provisions[id]);
}

/// <summary>There is no such version.</summary>
public sealed class ChecklistVersionIsUnknown() : BrokenRule("Den versionen av checklistan finns inte. Välj en version i listan över checklistor.");
