using System.Text.Json.Serialization;
using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.ColumnMappings;

/// <summary>
/// Says what the columns of files with a certain header are read as, in the place of what was said before. Sent twice with the same id
/// it is saved once. Fails with <see cref="ColumnMappingIsNewer"/>.
/// </summary>
/// <param name="Name">What the system that the files come from is called.</param>
/// <param name="Table">The key of an <see cref="ImportTable"/>.</param>
/// <param name="Header">All columns of the file. The audit log does not keep it.</param>
/// <param name="Columns">The file's column by the table's; the file's other columns are dropped as they are read.</param>
/// <param name="Replaces">The choice that was seen to hold; null when there was none.</param>
[Needs(Permission.ImportFigures)]
public sealed record SaveColumnMapping(
    Guid MappingId, string Name, string Table, [property: JsonIgnore] IReadOnlyList<string> Header, IReadOnlyDictionary<string, string> Columns, Guid? Replaces) : ICommand<Unit>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class SaveColumnMappingValidator : AbstractValidator<SaveColumnMapping>
{
    public SaveColumnMappingValidator()
    {
        RuleFor(command => command.MappingId).NotEmpty().WithName("Kolumnvalet");
        RuleFor(command => command.Name).NotEmpty().WithMessage("Skriv vilket system filerna kommer från.").MaximumLength(ColumnMapping.LongestName).WithName("Systemets namn");
        RuleFor(command => command.Table).Must(key => ImportTable.Of(key) is not null).WithMessage("Välj vilken tabell filen är.");
        RuleFor(command => command.Header).Must(header => header.Count is > 0 and <= 200 && HeaderNames.AreNames(header)).WithMessage("Filen har ingen rubrik att välja kolumner ur.");
        RuleFor(command => command).Custom(Columns);
    }

    private static void Columns(SaveColumnMapping command, ValidationContext<SaveColumnMapping> context)
    {
        if (ImportTable.Of(command.Table) is not { } table)
            return;
        foreach (var group in table.Needed.Where(group => !group.Any(command.Columns.ContainsKey)))
            context.AddFailure(group.Count == 1 ? group[0] : nameof(command.Columns), $"Välj vilken av filens kolumner som är {string.Join(" eller ", group)}.");
        foreach (var unknown in command.Columns.Keys.Except(table.Columns))
            context.AddFailure(unknown, $"{table.Name} har ingen kolumn {unknown}.");
        foreach (var (ours, theirs) in command.Columns.Where(pair => !command.Header.Contains(pair.Value)))
            context.AddFailure(ours, $"Filen har ingen kolumn {theirs}.");
        foreach (var (ours, theirs) in command.Columns.Where(pair => HeaderNames.PointsOutPersons(pair.Value)))
            context.AddFailure(ours, $"Kolumnen {theirs} ser ut att peka ut personer och kan inte väljas.");
        foreach (var twice in command.Columns.GroupBy(pair => pair.Value).Where(same => same.Count() > 1))
            context.AddFailure(twice.First().Key, $"Filens kolumn {twice.Key} är vald för både {string.Join(" och ", twice.Select(pair => pair.Key))}. Välj den för en av dem.");
    }
}

internal sealed class SaveColumnMappingHandler(DigiSamContext database, MappedSources sources, CurrentActor actor, TimeProvider clock) : IRequestHandler<SaveColumnMapping, Unit>
{
    public async Task<Unit> Handle(SaveColumnMapping request, CancellationToken cancellationToken)
    {
        var holding = await sources.For(request.Header, cancellationToken);
        if (holding?.Id == request.MappingId)
            return Unit.Value;
        if (holding?.Id != request.Replaces)
            throw new ColumnMappingIsNewer();
        if (holding is not null)
        {
            // The old one ceases to hold before the new one comes: one holds at a time.
            holding.End(clock.GetUtcNow());
            await database.SaveChangesAsync(cancellationToken);
        }

        database.Add(new ColumnMapping(request.MappingId, request.Name, request.Table, request.Header, request.Columns, actor.PersonId, clock.GetUtcNow()));
        return Unit.Value;
    }
}
