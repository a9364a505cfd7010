using System.Globalization;

namespace DigiSam.Demo.Telling;

/// <summary>Names units: those that are written down first, and then patterns with invented places.</summary>
internal sealed class PlaceNamer(DemoWorld world)
{
    private readonly OrganisationTexts _texts = world.Texts.Organisation;
    private readonly List<string> _places =
    [
        .. world.DiceFor("places").Shuffle(
            from first in world.Texts.Organisation.Places["first"]
            from last in world.Texts.Organisation.Places["last"]
            select first + last),
    ];

    public UnitTexts Unit(int index)
    {
        if (index < _texts.Units.Count)
            return _texts.Units[index];
        var number = index - _texts.Units.Count;
        var pattern = _texts.More[number % _texts.More.Count];
        var round = number / _texts.More.Count;
        var place = _places[round % _places.Count];
        var again = round / _places.Count;
        var name = string.Format(CultureInfo.InvariantCulture, pattern.Name, place);
        return pattern with
        {
            Name = again == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {again + 1}"),
            Code = string.Create(CultureInfo.InvariantCulture, $"{pattern.In}-{1000 + number}"),
        };
    }
}
