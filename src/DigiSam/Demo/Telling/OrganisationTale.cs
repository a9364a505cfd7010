using System.Globalization;
using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.Workflows.Calendar;

namespace DigiSam.Demo.Telling;

/// <summary>The municipality: boards, administrations, units, the people in them and the roles they hold and have held.</summary>
internal sealed class OrganisationTale
{
    private readonly DemoWorld _world;
    private readonly Names _names;
    private readonly DateTimeOffset _founded;

    public OrganisationTale(DemoWorld world, int units, Guid operatorId, Guid timekeeperId)
    {
        _world = world;
        _names = new Names(world);
        _founded = SwedishTime.ToUtc(world.Beginning, new TimeOnly(8, 0));
        Municipality = world.Numbering.Give(new Municipality(world.Texts.Organisation.Municipality), _founded);
        Places.Add(Municipality);
        foreach (var id in new[] { operatorId, timekeeperId })
            Roles.Add(world.Numbering.Give(new RoleAssignment(id, Role.Operator, Municipality.Id, DateOnly.MinValue), _founded));
        MakeBoards();
        MakeUnits(units);
        MakeCentral();
    }

    public Municipality Municipality { get; }

    public List<Place> Places { get; } = [];

    public List<PlaceLink> Links { get; } = [];

    public List<RoleAssignment> Roles { get; } = [];

    public Dictionary<string, Board> Boards { get; } = [];

    public Dictionary<string, Administration> Administrations { get; } = [];

    public List<DemoUnit> Units { get; } = [];

    public IReadOnlyList<Person> People => _names.People;

    public IReadOnlyList<Account> Accounts => _names.Accounts;

    /// <summary>Heads and other people of the administrations, by place.</summary>
    public Dictionary<Guid, HigherPeople> Higher { get; } = [];

    /// <summary>The people on the sign-in page, by key, with where they are.</summary>
    public Dictionary<string, (Person Person, string Place)> Characters { get; } = [];

    /// <summary>The municipality, the administration and the boards that a unit is in.</summary>
    public IEnumerable<Guid> Above(DemoUnit unit) => [Municipality.Id, unit.AdministrationId, .. unit.Texts.Boards.Select(board => Boards[board].Id)];

    private void MakeBoards()
    {
        var texts = _world.Texts.Organisation;
        foreach (var name in texts.Boards)
        {
            var board = Add(new Board(name, DateOnly.MinValue));
            Boards.Add(name, board);
            Link(PlaceLinkKind.Contains, Municipality, board);
        }

        foreach (var administration in texts.Administrations)
        {
            var place = Add(new Administration(administration.Code, administration.Name, DateOnly.MinValue));
            Administrations.Add(administration.Code, place);
            Link(PlaceLinkKind.Contains, Municipality, place);
            foreach (var board in administration.Boards)
                Link(PlaceLinkKind.Serves, place, Boards[board]);
        }
    }

    private void MakeUnits(int count)
    {
        var names = new PlaceNamer(_world);
        for (var index = 0; index < count; index++)
        {
            var texts = names.Unit(index);
            var place = Add(new Unit(texts.Code, texts.Name, DateOnly.MinValue));
            Link(PlaceLinkKind.Contains, Administrations[texts.In], place);
            foreach (var board in texts.Boards)
                Link(PlaceLinkKind.Contains, Boards[board], place);
            var unit = new DemoUnit(
                place, texts, _world.Texts.Workplaces[texts.Kind], Administrations[texts.In].Id, index, _world.DiceFor(string.Create(CultureInfo.InvariantCulture, $"unit {index}")));
            Units.Add(unit);
            Staff(unit);
        }
    }

    /// <summary>A manager, a safety representative and some of those who work there; a few have been replaced.</summary>
    private void Staff(DemoUnit unit)
    {
        var dice = unit.Dice;
        Fill(unit, unit.Managers, Role.Manager, unit.IsShown ? "principal" : null, dice.Chance(22));
        Fill(unit, unit.Reps, Role.SafetyRep, unit.IsShown ? "rep" : null, dice.Chance(15));
        for (var number = 0; number < 3; number++)
        {
            var person = unit.IsShown && number == 0 ? Character("employee", unit.Place) : _names.Invent(_founded);
            _names.GiveAccount(person, _founded);
            unit.Employees.Add(person);
            Assign(person, Role.Employee, unit.Place, _world.Beginning);
        }
    }

    private void Fill(DemoUnit unit, List<Held> held, Role role, string? character, bool replaced)
    {
        var from = _world.Beginning;
        if (replaced && character is null)
        {
            var last = new DateOnly(_world.FirstYear, 1, 1).AddDays(unit.Dice.Between(60, Math.Max(61, 365 * _world.Years)));
            held.Add(new Held(_names.Invent(_founded), from, last));
            Assign(held[0].Person, role, unit.Place, from, last);
            from = last.AddDays(1);
        }

        var person = character is null ? _names.Invent(_founded) : Character(character, unit.Place);
        held.Add(new Held(person, from, DateOnly.MaxValue));
        _names.GiveAccount(person, _founded);
        Assign(person, role, unit.Place, from);
    }

    private void MakeCentral()
    {
        var codes = _world.Texts.Organisation.Administrations.Select(administration => administration.Code).ToList();
        foreach (var (code, index) in codes.Select((code, index) => (code, index)))
        {
            var place = Administrations[code];
            var head = code == "BUF" ? Character("head", place) : _names.Invent(_founded);
            Higher[place.Id] = new HigherPeople(Sign(head, Role.Manager, place), Sign(_names.Invent(_founded), Role.ChiefSafetyRep, place));
            if (index % 2 == 0)
                Partner(index == 0 ? null : Character("partner", place), [place, Administrations[codes[index + 1]]]);
        }

        var director = Sign(_names.Invent(_founded), Role.Manager, Municipality);
        Higher[Municipality.Id] = new HigherPeople(director, Sign(Character("chief", Municipality), Role.ChiefSafetyRep, Municipality));
        Sign(Character("strategist", Municipality), Role.HrStrategist, Municipality);
        Sign(Character("administrator", Municipality), Role.Administrator, Municipality);
        Sign(_names.Invent(_founded), Role.Administrator, Municipality);
        Secretaries();
    }

    /// <summary>Each secretary has three boards, and each board a case officer at its administration.</summary>
    private void Secretaries()
    {
        Person? secretary = null;
        foreach (var (board, index) in Boards.Values.Reverse().Select((board, index) => (board, index)))
        {
            if (index % 3 == 0)
            {
                secretary = index == 0 ? Character("secretary", board) : _names.Invent(_founded);
                _names.GiveAccount(secretary, _founded);
            }

            Assign(secretary!, Role.BoardSecretary, board, _world.Beginning);
            var officer = Sign(_names.Invent(_founded), Role.CaseOfficer, board);
            var administration = Links.First(link => link.Kind == PlaceLinkKind.Serves && link.ChildId == board.Id).ParentId;
            Higher[board.Id] = new HigherPeople(officer, Higher[administration].Rep) { Secretary = secretary };
        }

        Higher[Municipality.Id] = Higher[Municipality.Id] with { Secretary = Higher[Boards["Kommunstyrelsen"].Id].Secretary };
    }

    private void Partner(Person? known, IReadOnlyList<Place> places)
    {
        var partner = known ?? _names.Invent(_founded);
        _names.GiveAccount(partner, _founded);
        foreach (var place in places)
            Assign(partner, Role.HrPartner, place, _world.Beginning);
    }

    private Person Sign(Person person, Role role, Place place)
    {
        _names.GiveAccount(person, _founded);
        Assign(person, role, place, _world.Beginning);
        return person;
    }

    private Person Character(string key, Place place)
    {
        var texts = _world.Texts.People.Characters.Single(character => character.Key == key);
        var person = _names.Known(texts.Name, _founded);
        Characters[key] = (person, place.Name);
        return person;
    }

    private void Assign(Person person, Role role, Place place, DateOnly from, DateOnly? to = null) =>
        Roles.Add(_world.Numbering.Give(new RoleAssignment(person.Id, role, place.Id, from, to), _founded));

    private TPlace Add<TPlace>(TPlace place)
        where TPlace : Place
    {
        Places.Add(_world.Numbering.Give(place, _founded));
        return place;
    }

    private void Link(PlaceLinkKind kind, Place parent, Place child) =>
        Links.Add(_world.Numbering.Give(new PlaceLink(kind, parent.Id, child.Id, DateOnly.MinValue), _founded));
}

/// <summary>Who writes and who speaks for the employees in a report above the units, and who takes it to the board.</summary>
internal sealed record HigherPeople(Person Writer, Person Rep)
{
    public Person? Secretary { get; init; }
}
