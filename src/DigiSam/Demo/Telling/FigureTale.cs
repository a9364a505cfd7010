using System.Globalization;
using System.Text;
using DigiSam.Imports;
using DigiSam.Metrics;

namespace DigiSam.Demo.Telling;

/// <summary>
/// Figures as other systems would give them: sick leave, turnover, overtime and incidents of boards and the municipality,
/// that go from year to year as such things do. Groups of ten or fewer are left without a value.
/// </summary>
internal sealed class FigureTale(DemoWorld world, OrganisationTale organisation, Guid importedBy)
{
    private const string All = "alla";

    private const string Women = "kvinnor";

    private const string Men = "män";

    private readonly Dice _dice = world.DiceFor("figures");

    /// <summary>What a place is like, in tenths of a percent: women's and men's short and long sick leave, and turnover.</summary>
    private readonly Dictionary<Guid, PlaceFigures> _places = [];

    public List<object> Rows { get; } = [];

    public void Tell()
    {
        foreach (var board in organisation.Boards.Values)
            _places.Add(board.Id, Like(organisation.Units.Where(unit => unit.Texts.Boards.Contains(board.Name)).ToList()));
        _places.Add(organisation.Municipality.Id, Like(organisation.Units));
        for (var year = world.FirstYear; year < world.ThisYear; year++)
        {
            if (world.FormFor(year + 1) is { } form && form.RecordsYear(year + 1) == year)
                Year(year + 1, form.ReferencePeriod.EndsIn(year + 1), form.ReferencePeriod.EndedBefore(year + 1));
        }
    }

    private void Year(int reportYear, string period, string before)
    {
        var at = EventCalendar.AtWork(new DateOnly(reportYear, 1, 26), _dice);
        var batches = new Dictionary<string, (ImportBatch Batch, List<object> Values)>();
        foreach (var (kind, name) in new[] { ("sick-leave-r12", "sjukfranvaro"), ("turnover-r12", "personalomsattning"), ("overtime-r12", "overtid-mertid"), ("incidents", "handelser") })
        {
            var content = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name} {reportYear} {world.Seed}"));
            if (kind == "sick-leave-r12" && IsCounted(reportYear, MetricSlot.Comparison))
                continue;
            var batch = world.Numbering.Give(
                new ImportBatch(ImportKind.PublishedValues, string.Create(CultureInfo.InvariantCulture, $"{name}-{reportYear}.csv"), content, 0, reportYear, at, importedBy), at);
            Rows.Add(batch);
            batches.Add(kind, (batch, []));
        }

        foreach (var (place, figures) in _places)
        {
            if (reportYear - 1 > world.FirstYear)
                figures.GoOn(_dice);
            foreach (var (slot, said, shown) in new[] { (MetricSlot.Current, figures.Now, period), (MetricSlot.Comparison, figures.Before, before) })
                Place(place, figures, said, slot, shown);
        }

        void Place(Guid place, PlaceFigures figures, Sample sample, MetricSlot slot, string shown)
        {
            if (!IsCounted(reportYear, slot))
            {
                Sexes("sick-leave-r12", "sick-leave-short", sample.Short);
                Sexes("sick-leave-r12", "sick-leave-long", sample.Long);
                Sexes("sick-leave-r12", "sick-leave-total", group => sample.Short(group) + sample.Long(group));
            }

            Sexes("turnover-r12", "turnover-external", sample.Turnover);
            Value("turnover-r12", "leavers-external", All, Math.Round(sample.Turnover(All) * figures.Staff / 100));
            Value("overtime-r12", "additional-hours", All, sample.Additional);
            Value("overtime-r12", "overtime-hours", All, sample.Overtime);
            Value("overtime-r12", "extra-hours", All, sample.Additional + sample.Overtime);
            if (slot == MetricSlot.Current)
            {
                Value("incidents", "work-injuries", All, sample.Injuries);
                Value("incidents", "near-misses", All, sample.NearMisses);
                Value("incidents", "closed-incidents", All, sample.Closed);
            }

            void Sexes(string file, string metric, Func<string, decimal> value)
            {
                foreach (var group in new[] { All, Women, Men })
                    Value(file, metric, group, value(group));
            }

            void Value(string file, string metric, string group, decimal value)
            {
                var (batch, values) = batches[file];
                var people = figures.People(group);
                var row = new MetricValue(
                    reportYear, new MetricKey(metric, place, MetricGroupKind.Sex, group, slot), shown, value,
                    people <= MetricValue.LargestHiddenGroup, people, file, batch.Id, values.Count + 2);
                values.Add(row);
                Rows.Add(world.Numbering.Give(row, at));
            }
        }
    }

    /// <summary>From the first year on there are months of absence to compute sick leave from; before it only what was published.</summary>
    private bool IsCounted(int reportYear, MetricSlot slot) => reportYear - (slot == MetricSlot.Current ? 1 : 2) >= world.FirstYear;

    internal static int MenIn(DemoUnit unit) => unit.Texts.Staff * (unit.Texts.Kind switch
    {
        "forskola" => 7,
        "gata" or "va" => 78,
        "gymnasium" or "fritid" or "kontor" or "service" => 42,
        _ => 19,
    }) / 100;

    private PlaceFigures Like(List<DemoUnit> units)
    {
        var staff = units.Sum(unit => unit.Texts.Staff);
        var men = units.Sum(MenIn);
        var care = units.Count(unit => unit.Texts.Kind is "forskola" or "hemtjanst" or "boende" or "lss" or "kok") * 100 / Math.Max(1, units.Count);
        var figures = new PlaceFigures(staff, men);
        figures.Begin(_dice, 30 + (care / 8), 28 + (care / 5));
        return figures;
    }
}
