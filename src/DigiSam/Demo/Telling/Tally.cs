using DigiSam.Organisation;

namespace DigiSam.Demo.Telling;

/// <summary>Counts what has been told, for the reports above the units and for whoever asked for the demo.</summary>
internal sealed class Tally
{
    private readonly Dictionary<(Guid Unit, int Year), YearNumbers> _numbers = [];

    public int Rounds { get; private set; }

    public int Observations { get; private set; }

    public int Risks { get; private set; }

    public int Measures { get; private set; }

    public int Reports { get; private set; }

    public void Add(DemoWorld world, DemoUnit unit, UnitRecords records)
    {
        Rounds += records.Rounds.Count;
        Observations += records.Observations.Count;
        Risks += records.Risks.Count;
        Measures += records.Measures.Count;
        Reports += records.Reports.Count;
        for (var year = world.FirstYear; year <= world.ThisYear; year++)
            _numbers.Add((unit.Id, year), YearNumbers.Of(records, year));
    }

    /// <summary>The sum of the units in a place.</summary>
    public YearNumbers Of(Guid place, OrganisationTale organisation, int year) => YearNumbers.Sum(organisation.Units
        .Where(unit => place == organisation.Municipality.Id || unit.AdministrationId == place || organisation.Links.Exists(link => link.Kind == PlaceLinkKind.Contains && link.ParentId == place && link.ChildId == unit.Id))
        .Select(unit => _numbers[(unit.Id, year)]));
}
