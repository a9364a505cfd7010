using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.ColumnMappings;

/// <summary>Takes a choice of columns away: files with its header are read as they stand again. One that has ceased to hold is left alone.</summary>
[Needs(Permission.ImportFigures)]
public sealed record RemoveColumnMapping(Guid MappingId) : ICommand<Unit>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class RemoveColumnMappingValidator : AbstractValidator<RemoveColumnMapping>
{
    public RemoveColumnMappingValidator() => RuleFor(command => command.MappingId).NotEmpty().WithName("Kolumnvalet");
}

internal sealed class RemoveColumnMappingHandler(DigiSamContext database, TimeProvider clock) : IRequestHandler<RemoveColumnMapping, Unit>
{
    public async Task<Unit> Handle(RemoveColumnMapping request, CancellationToken cancellationToken)
    {
        var mapping = await database.Set<ColumnMapping>().SingleOrDefaultAsync(mapping => mapping.Id == request.MappingId && mapping.EndedAt == null, cancellationToken);
        mapping?.End(clock.GetUtcNow());
        return Unit.Value;
    }
}
