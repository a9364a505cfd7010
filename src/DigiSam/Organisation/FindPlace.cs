using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Organisation;

/// <summary>
/// The id of the place, of whatever kind, that has this name, alias or code today; fails with <see cref="PlaceIsUnknown"/> or
/// <see cref="PlaceIsAmbiguous"/>.
/// </summary>
[Needs(Permission.ReadOrganisation)]
public sealed record FindPlace(string Name) : IQuery<Guid>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class FindPlaceValidator : AbstractValidator<FindPlace>
{
    public FindPlaceValidator() => RuleFor(query => query.Name).NotEmpty().WithName("Platsens namn");
}

internal sealed class FindPlaceHandler(DigiSamContext database, TimeProvider clock) : IRequestHandler<FindPlace, Guid>
{
    public async Task<Guid> Handle(FindPlace request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var (name, code) = (SwedishText.Fold(request.Name), request.Name.Trim());
        var found = await database.Places.AsNoTracking()
            .Where(place => place.ValidFrom <= today && today <= place.ValidTo
                && (place.FoldedName == name || place.Code == code
                    || database.PlaceAliases.Any(alias => alias.PlaceId == place.Id && alias.FoldedName == name)))
            .OrderBy(place => place.SortKey).ThenBy(place => place.Name)
            .ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            var nearest = (await PlaceNames.Read<Place>(database, today, cancellationToken)).Nearest(request.Name);
            throw new PlaceIsUnknown($"Platsen \"{code}\" är okänd.{(nearest is null ? " Ange namnet på en nämnd, förvaltning eller enhet som är inläst." : $" Menade du {nearest}?")}");
        }

        return found.Count == 1 ? found[0].Id : throw new PlaceIsAmbiguous(code, found);
    }
}

/// <summary>Several places have the name; a guess would give rights in the wrong one.</summary>
public sealed class PlaceIsAmbiguous(string name, IReadOnlyList<Place> found)
    : BrokenRule($"Flera platser heter \"{name}\". Ange platsens kod i stället, om den har en:")
{
    public override IReadOnlyList<string> Details { get; } = [.. found.Select(Describe)];

    private static string Describe(Place place)
    {
        var kind = place switch { Board => "nämnd", Administration => "förvaltning", Unit => "enhet", _ => "kommun" };
        return $"{place.Name} ({kind}{(place.Code is null ? ", utan kod" : $", kod {place.Code}")})";
    }
}
