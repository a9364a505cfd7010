using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Organisation;

/// <summary>The id of the board that has this name or alias on the day whose organisation reports for a year; fails with <see cref="PlaceIsUnknown"/>.</summary>
[Needs(Permission.ReadOrganisation)]
public sealed record FindBoard(string Name, int Year) : IQuery<Guid>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class FindBoardValidator : AbstractValidator<FindBoard>
{
    public FindBoardValidator()
    {
        RuleFor(query => query.Name).NotEmpty().WithName("Nämndens namn");
        RuleFor(query => query.Year).ReportYear();
    }
}

internal sealed class FindBoardHandler(DigiSamContext database, InstalledDefinitions definitions) : IRequestHandler<FindBoard, Guid>
{
    public async Task<Guid> Handle(FindBoard request, CancellationToken cancellationToken)
    {
        var boards = await PlaceNames.Read<Board>(database, definitions.FormFor(request.Year).Organisation.In(request.Year), cancellationToken);
        if (boards.Places.Count == 0)
            throw new PlaceIsUnknown("Det finns inga nämnder än. Importera organisationen först: digisam import organisation FIL");
        return boards.Find(request.Name)?.Id ?? throw new PlaceIsUnknown(boards.Unknown("Nämnden", request.Name));
    }
}
