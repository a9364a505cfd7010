using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Organisation;

/// <summary>
/// The id of the unit or administration that has this name or code on the day whose organisation reports for a year; fails with
/// <see cref="PlaceIsUnknown"/> or <see cref="PlaceIsAmbiguous"/>.
/// </summary>
[Needs(Permission.ReadOrganisation)]
public sealed record FindReportingPlace(string Name, int Year, PlaceKind Kind) : IQuery<Guid>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class FindReportingPlaceValidator : AbstractValidator<FindReportingPlace>
{
    public FindReportingPlaceValidator()
    {
        RuleFor(query => query.Name).NotEmpty().WithName("Namnet");
        RuleFor(query => query.Year).ReportYear();
        RuleFor(query => query.Kind).Must(kind => kind is PlaceKind.Unit or PlaceKind.Administration).WithMessage("Ange en enhet eller en förvaltning.");
    }
}

internal sealed class FindReportingPlaceHandler(DigiSamContext database, InstalledDefinitions definitions) : IRequestHandler<FindReportingPlace, Guid>
{
    public async Task<Guid> Handle(FindReportingPlace request, CancellationToken cancellationToken)
    {
        var day = definitions.FormFor(request.Year).Organisation.In(request.Year);
        var (name, code) = (SwedishText.Fold(request.Name), request.Name.Trim());
        var places = request.Kind == PlaceKind.Unit ? database.Units.Cast<Place>() : database.Administrations;
        var found = await places.AsNoTracking()
            .Where(place => place.ValidFrom <= day && day <= place.ValidTo && (place.FoldedName == name || place.Code == code))
            .OrderBy(place => place.SortKey).ThenBy(place => place.Id)
            .ToListAsync(cancellationToken);
        if (found.Count > 1)
            throw new PlaceIsAmbiguous(code, found);
        if (found.Count == 1)
            return found[0].Id;
        var names = request.Kind == PlaceKind.Unit
            ? await PlaceNames.Read<Unit>(database, day, cancellationToken)
            : await PlaceNames.Read<Administration>(database, day, cancellationToken);
        var nearest = names.Nearest(request.Name);
        throw new PlaceIsUnknown($"{(request.Kind == PlaceKind.Unit ? "Enheten" : "Förvaltningen")} \"{code}\" är okänd.{(nearest is null ? " Ange namnet eller koden som det står i organisationen." : $" Menade du {nearest}?")}");
    }
}
