using DigiSam.DefinitionFiles;
using DigiSam.Language;

namespace DigiSam.Metrics;

/// <summary>Reads <c>checklists/metrics.yaml</c>; an invalid file is refused with line and reason.</summary>
internal static class MetricCatalogueFile
{
    private static readonly Dictionary<string, MetricUnit> Units = new()
    {
        ["percent"] = MetricUnit.Percent,
        ["hours"] = MetricUnit.Hours,
        ["count"] = MetricUnit.Count,
    };

    private static readonly Dictionary<string, ConsistencyKind> RuleKinds = new()
    {
        ["sum"] = ConsistencyKind.Sum,
        ["between-sexes"] = ConsistencyKind.BetweenSexes,
    };

    public static MetricCatalogue Read(string path) => DefinitionFile.Read(path, "metrics", (file, root) =>
    {
        var metrics = new List<Metric>();
        foreach (var map in root.Maps("metrics"))
        {
            var unit = map.Choice("unit", Units) ?? MetricUnit.Count;
            var metric = new Metric(
                map.Text("key", Metric.LongestKey) ?? "",
                map.Text("name") ?? "",
                unit,
                map.OptionalInt("decimals") ?? (unit == MetricUnit.Percent ? 1 : 0),
                map.Flag("about-people"));
            map.End();
            if (metrics.Exists(other => other.Key == metric.Key))
                map.FaultAt("key", $"måttet \"{metric.Key}\" finns två gånger");
            else
                metrics.Add(metric);
        }

        var known = metrics.Select(metric => metric.Key).ToHashSet();
        var kinds = root.Maps("published-files").Select(map => ReadKind(map, known)).ToList();
        var rules = root.Maps("consistency").Select(map => ReadRule(map, known)).ToList();
        return new MetricCatalogue(metrics, kinds, rules);
    });

    private static PublishedFileKind ReadKind(DefinitionMap map, HashSet<string> known)
    {
        var kind = new PublishedFileKind(
            map.Text("key", PublishedFileKind.LongestKey) ?? "",
            map.Text("name") ?? "",
            map.OptionalText("row-column"),
            map.OptionalText("group-column"),
            map.OptionalText("value-column"),
            map.OptionalText("position-column"),
            map.OptionalText("size-column"),
            Meanings(map, "rows", known),
            Meanings(map, "value-columns", known));
        if (kind.RowColumn is null == kind.PositionColumn is null)
            map.Fault("ange antingen row-column eller position-column");
        if (kind.RowColumn is not null && kind.Rows.Count == 0)
            map.Fault("\"rows\" saknas");
        if (kind.PositionColumn is not null && (kind.ValueColumns.Count == 0 || kind.SizeColumn is null))
            map.Fault("\"value-columns\" och \"size-column\" behövs när raderna är befattningsgrupper");
        map.End();
        return kind;
    }

    private static Dictionary<string, string> Meanings(DefinitionMap map, string key, HashSet<string> known)
    {
        var meanings = new Dictionary<string, string>();
        var pairs = map.Map(key);
        foreach (var (text, metric) in pairs?.Pairs() ?? [])
        {
            if (!known.Contains(metric))
                pairs!.FaultAt(text, $"\"{text}\" pekar på måttet \"{metric}\" som inte finns");
            meanings[SwedishText.Fold(text)] = metric;
        }

        return meanings;
    }

    private static ConsistencyRule ReadRule(DefinitionMap map, HashSet<string> known)
    {
        var kind = map.Choice("rule", RuleKinds) ?? ConsistencyKind.Sum;
        var metrics = map.Texts(kind == ConsistencyKind.Sum ? "parts" : "metrics");
        var total = kind == ConsistencyKind.Sum ? map.Text("total") : null;
        foreach (var unknown in metrics.Concat(total is null ? [] : [total]).Where(key => !known.Contains(key)))
            map.Fault($"måttet \"{unknown}\" finns inte");
        var text = map.Text("text") ?? "";
        map.End();
        return new ConsistencyRule(kind, metrics, total, text);
    }
}
