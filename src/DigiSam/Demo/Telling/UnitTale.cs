namespace DigiSam.Demo.Telling;

/// <summary>Everything that happens in one unit, from the first year to this day.</summary>
internal static class UnitTale
{
    public static UnitRecords Tell(DemoWorld world, DemoUnit unit)
    {
        var records = new UnitRecords();
        var calendar = new EventCalendar(world.Now);
        var stories = new Stories(world, unit);
        var risks = new RiskTale(world, unit, records, calendar);
        var rounds = new RoundTale(world, unit, records, calendar, stories, risks);
        var observations = new ObservationTale(world, unit, records, calendar, stories, risks);
        var reports = new ReportTale(world, unit, records, calendar);
        for (var year = world.FirstYear; year <= world.ThisYear; year++)
        {
            _ = new StepTale(world, unit, records, calendar, year);
            rounds.Year(year);
            observations.Year(year);
            reports.About(year);
        }

        calendar.Run();
        new RiskProcessTale(world, unit, records).Tell();
        return records;
    }
}
