namespace DigiSam.Demo.Telling;

/// <summary>Counts what has been told, for the reports above the units and for whoever asked for the demo.</summary>
internal sealed class Tally(OrganisationTale organisation)
{
    private readonly Dictionary<(Guid Place, int Year), YearNumbers> _numbers = [];

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
        {
            var numbers = YearNumbers.Of(records, year);
            foreach (var place in organisation.Above(unit))
                _numbers[(place, year)] = YearNumbers.Sum([Of(place, year), numbers]);
        }
    }

    /// <summary>The sum of the units in a place above them.</summary>
    public YearNumbers Of(Guid place, int year) => _numbers.GetValueOrDefault((place, year)) ?? YearNumbers.Sum([]);
}
