using System.Globalization;
using DigiSam.DefinitionFiles;
using DigiSam.Metrics;

namespace DigiSam.ReportForms;

/// <summary>Reads a report form from <c>checklists/arbetsmiljorapport/</c>; an invalid file is refused with line and reason.</summary>
internal static class ReportFormFile
{
    public const string Kind = "report-form";

    private static readonly Dictionary<string, AggregationRule> Rules = new()
    {
        ["all"] = AggregationRule.All,
        ["any"] = AggregationRule.Any,
        ["share"] = AggregationRule.Share,
    };

    private static readonly Dictionary<string, ColumnShows> Shows = new()
    {
        ["current"] = ColumnShows.Current,
        ["comparison"] = ColumnShows.Comparison,
        ["difference"] = ColumnShows.Difference,
    };

    private static readonly Dictionary<string, bool> TextRules = new() { ["required"] = true, ["optional"] = false };

    /// <summary>What a form may refer to, and the names it has used so far.</summary>
    private sealed record Reading(MetricCatalogue Metrics, IReadOnlySet<string> Provisions, DefinitionNames Names);

    public static ReportForm Read(string path, MetricCatalogue metrics, IReadOnlySet<string> provisions) =>
        DefinitionFile.Read(path, Kind, (file, root) =>
        {
            var share = root.Map("share");
            var reading = new Reading(metrics, provisions, new DefinitionNames());
            var thresholds = share is null ? new ShareThresholds(0.9m, 0.1m, 0.8m) : ReadShare(share, null);
            var form = new ReportForm(
                root.Text("key") ?? "",
                root.Int("year") ?? 0,
                root.Text("title") ?? "",
                file.Sha256,
                ReadDay(root),
                ReadPeriod(root),
                [.. root.Maps("sections").Select(map => ReadSection(map, reading, thresholds))],
                ReadRecordsYear(root),
                root.Flag("later-years"));
            if (form.RecordsYearOffset is null && form.Sections.Any(section => section.Facts.Count > 0 || section.Questions.Any(question => question.Derived is not null)))
                root.Fault("\"records\" saknas: formuläret tar svar eller fakta ur registren och måste säga för vilket år");
            if (form.Sections.Count == 0)
                root.Fault("formuläret har inga avsnitt");
            if (Path.GetFileName(Path.GetDirectoryName(path)) != form.Key || Path.GetFileNameWithoutExtension(path) != $"{form.Year}")
                root.FaultAt("year", $"filen ska heta {form.Key}/{form.Year}.yaml efter sin nyckel och sitt år");
            return form;
        });

    private static RelativeDay ReadDay(DefinitionMap root)
    {
        var map = root.Map("organisation");
        var offset = map?.Int("year") ?? 0;
        var text = map?.Text("date");
        map?.End();
        if (DateOnly.TryParseExact($"2023-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new RelativeDay(offset, day.Month, day.Day);
        (map ?? root).Fault("\"organisation\" ska ha year (0 är namnåret) och date (månad-dag, till exempel 06-30)");
        return new RelativeDay(0, 12, 31);
    }

    private static int? ReadRecordsYear(DefinitionMap root)
    {
        var map = root.Map("records");
        var year = map?.Int("year");
        map?.End();
        return year;
    }

    private static RelativePeriod ReadPeriod(DefinitionMap root)
    {
        var map = root.Map("reference-period");
        var period = new RelativePeriod(map?.Int("months") ?? 12, map?.Int("ends-year") ?? -1, map?.Int("ends-month") ?? 12);
        map?.End();
        if (map is null)
            root.Fault("\"reference-period\" saknas");
        else if (period.Months < 1 || period.EndsMonth is < 1 or > 12)
            map.Fault("perioden ska ha minst en månad och sluta i månad 1–12");
        return period;
    }

    private static ShareThresholds ReadShare(DefinitionMap map, ShareThresholds? standard)
    {
        var share = new ShareThresholds(
            map.OptionalDecimal("yes-from") ?? standard?.YesFrom ?? 0.9m,
            map.OptionalDecimal("no-to") ?? standard?.NoTo ?? 0.1m,
            map.OptionalDecimal("enough") ?? standard?.Enough ?? 0.8m);
        map.End();
        if (share.NoTo < 0 || share.NoTo >= share.YesFrom || share.YesFrom > 1 || share.Enough is < 0 or > 1)
            map.Fault("trösklarna ska vara delar av 1, med no-to under yes-from");
        return share;
    }

    private static FormSection ReadSection(DefinitionMap map, Reading reading, ShareThresholds thresholds)
    {
        var section = new FormSection(
            map.Text("key", FormSection.LongestKey) ?? "",
            map.Text("title") ?? "",
            map.Texts("aliases"),
            map.Choice("text", TextRules) ?? false,
            [.. map.Maps("tables").Select(table => ReadTable(table, reading))],
            [.. map.Maps("questions").Select(question => ReadQuestion(question, reading, thresholds))],
            [.. map.Texts("facts").Select(fact => ReadFacts(map, fact)).OfType<RecordFacts>()]);
        reading.Names.Once(map, "key", "avsnittet", section.Key);
        reading.Names.Once(map, "title", "rubriken", section.Title);
        foreach (var alias in section.Aliases)
            reading.Names.Once(map, "aliases", "rubriken", alias);
        map.End();
        return section;
    }

    private static RecordFacts? ReadFacts(DefinitionMap map, string name)
    {
        if (RecordRules.Facts.TryGetValue(name, out var facts))
            return facts;
        map.FaultAt("facts", $"\"{name}\" ska vara en av {string.Join(", ", RecordRules.Facts.Keys)}");
        return null;
    }

    private static FormTable ReadTable(DefinitionMap map, Reading reading)
    {
        var metrics = reading.Metrics;
        var positions = map.Map("positions");
        var orderedBy = positions is null ? null : ReadMetric(positions, "order-by", metrics);
        positions?.End();
        var table = new FormTable(
            map.Text("key") ?? "",
            map.Text("title") ?? "",
            map.Text("row-header") ?? "",
            map.Flag("optional"),
            orderedBy,
            [.. map.Maps("columns").Select(column => ReadColumn(column, metrics, positions is not null))],
            [.. map.Maps("rows").Select(row => ReadRow(row, metrics))]);
        reading.Names.Once(map, "key", "tabellen", table.Key);
        if (table.Columns.Count == 0)
            map.Fault("tabellen har inga kolumner");
        if (positions is null && table.Columns.GroupBy(column => column.Shows).Any(same => same.Count() > 1))
            map.FaultAt("columns", "samma slag av kolumn (show) finns två gånger");
        if (positions is null == (table.Rows.Count == 0))
            map.Fault("ange antingen rows eller positions");
        map.End();
        return table;
    }

    private static FormColumn ReadColumn(DefinitionMap map, MetricCatalogue metrics, bool ofPositions)
    {
        var column = new FormColumn(
            map.Choice("show", Shows) ?? ColumnShows.Current,
            map.Text("label") ?? "",
            ofPositions ? ReadMetric(map, "metric", metrics) : null);
        map.End();
        return column;
    }

    private static FormRow ReadRow(DefinitionMap map, MetricCatalogue metrics)
    {
        var row = map.OptionalText("heading") is { } heading
            ? new FormRow(heading, 0, null, "", false)
            : new FormRow(
                map.Text("label") ?? "",
                map.OptionalInt("level") ?? 0,
                ReadMetric(map, "metric", metrics),
                map.OptionalText("group") ?? PublishedGroups.All,
                map.Flag("fact"));
        if (row.Metric is not null && !PublishedGroups.IsSex(row.Group))
            map.FaultAt("group", $"group ska vara {PublishedGroups.Sexes}, inte \"{row.Group}\"");
        map.End();
        return row;
    }

    private static string ReadMetric(DefinitionMap map, string key, MetricCatalogue metrics)
    {
        var metric = map.Text(key) ?? "";
        if (metric.Length > 0 && !metrics.Has(metric))
            map.FaultAt(key, $"måttet \"{metric}\" finns inte i metrics.yaml");
        return metric;
    }

    private static FormQuestion ReadQuestion(DefinitionMap map, Reading reading, ShareThresholds thresholds)
    {
        var own = map.Map("share");
        var question = new FormQuestion(
            map.Text("key", FormQuestion.LongestKey) ?? "",
            map.Text("text") ?? "",
            map.Texts("aliases"),
            map.Choice("rule", Rules) ?? AggregationRule.All,
            own is null ? thresholds : ReadShare(own, thresholds),
            map.Texts("provisions"),
            map.Has("derived") ? map.Choice("derived", RecordRules.Derived) : null);
        reading.Names.Once(map, "key", "frågan", question.Key);
        reading.Names.Once(map, "text", "lydelsen", question.Text);
        foreach (var alias in question.Aliases)
            reading.Names.Once(map, "aliases", "lydelsen", alias);
        foreach (var unknown in question.Provisions.Where(id => !reading.Provisions.Contains(id)))
            map.FaultAt("provisions", $"bestämmelsen \"{unknown}\" finns inte i provisions.yaml");
        map.End();
        return question;
    }
}
