namespace DigiSam.Web.Processes.Diagram;

/// <summary>Lanes beside each other for lines that run up and down, the shortest nearest; two that meet never share one.</summary>
internal sealed class Lanes
{
    private const double Apart = 10;

    private readonly Dictionary<string, int> _lanes = [];

    private Lanes()
    {
    }

    public int Count { get; private set; }

    /// <summary>The lane of a line, from 0.</summary>
    public int this[string key] => _lanes[key];

    public static Lanes Of(IReadOnlyDictionary<string, (double From, double To)> lines)
    {
        var lanes = new Lanes();
        var taken = new List<List<(double From, double To)>>();
        foreach (var (key, line) in lines.OrderBy(line => line.Value.To - line.Value.From).ThenBy(line => line.Value.From))
        {
            var lane = taken.FindIndex(others => others.TrueForAll(other => line.To + Apart < other.From || other.To + Apart < line.From));
            if (lane < 0)
            {
                lane = taken.Count;
                taken.Add([]);
            }

            taken[lane].Add(line);
            lanes._lanes[key] = lane;
        }

        lanes.Count = taken.Count;
        return lanes;
    }
}
