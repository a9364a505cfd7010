using System.Globalization;
using System.Text.RegularExpressions;
using DigiSam.Imports;

namespace DigiSam.Metrics;

/// <summary>A column of values: its index, which column of the report it fills, its period, and its metric if the column names one.</summary>
internal sealed record ValueColumn(int Index, MetricSlot Slot, string? Period, string? Metric);

/// <summary>What the columns of a published file mean, found from the header alone.</summary>
internal sealed partial record PublishedColumns(
    PublishedFileKind Kind, int Row, int Group, int Position, int Size, int Board, int Difference, IReadOnlyList<ValueColumn> Values)
{
    private static readonly string[] BoardNames = ["board", "nämnd"];

    private static readonly string[] SizeNames = ["headcount", "antal"];

    /// <summary>Recognises the file or adds faults that say which columns are missing or unknown.</summary>
    public static PublishedColumns? Recognise(TableFile table, MetricCatalogue catalogue, string? statedPeriod, FaultList faults)
    {
        var attempts = catalogue.FileKinds.Select(kind => Attempt(table, kind, statedPeriod)).ToList();
        var fits = attempts.FindIndex(attempt => attempt.Missing.Count == 0 && attempt.Unknown.Count == 0);
        if (fits >= 0)
            return attempts[fits].Columns;
        if (OtherCommand(table) is { } advice)
        {
            faults.Add(1, advice);
            return null;
        }

        if (attempts.TrueForAll(attempt => attempt.Missing.Distinct().Count() > 1))
        {
            faults.Add(1, $"rubriken känns inte igen. DigiSam känner {string.Join("; ", attempts.Select(attempt => Expected(attempt.Columns.Kind)))}. Nämndernas värden har dessutom kolumnerna board och headcount");
            return null;
        }

        var nearest = attempts.OrderBy(attempt => (2 * attempt.Missing.Count) + attempt.Unknown.Count).First();
        var reasons = new List<string>();
        if (nearest.Missing.Count > 0)
            reasons.Add($"kolumnen {string.Join(" och ", nearest.Missing.Distinct().Select(Quote))} saknas");
        if (nearest.Unknown.Count > 0)
            reasons.Add($"kolumnen {string.Join(" och ", nearest.Unknown.Select(Quote))} är okänd");
        faults.Add(1, $"rubriken känns inte igen. Närmast är \"{nearest.Columns.Kind.Name}\": {string.Join("; ", reasons)}");
        return null;
    }

    /// <summary>The columns of a kind of file, as its header would have them.</summary>
    private static string Expected(PublishedFileKind kind)
    {
        var periods = kind is { ValueColumn: null, PositionColumn: null } ? new[] { "r12_2023_12", "r12_2022_12" } : [];
        var columns = new[] { kind.RowColumn, kind.GroupColumn, kind.ValueColumn, kind.PositionColumn }.OfType<string>()
            .Concat(kind.ValueColumns.Keys).Concat(periods).Select(name => name.Split('|')[0]);
        return $"{kind.Name} ({string.Join(", ", columns)})";
    }

    private static string Quote(string text) => $"\"{text}\"";

    private static string? OtherCommand(TableFile table)
    {
        if (table.Column("question", "fråga") >= 0 && table.Column("answer", "svar") >= 0)
            return "filen innehåller nämndernas svar; importera den med: digisam import answers";
        if (table.Column("administration_code", "förvaltningskod") >= 0)
            return "filen innehåller organisationen; importera den med: digisam import organisation";
        return table.Column("area") >= 0 && table.Column("working_form") >= 0
            ? "filen innehåller ett åtgärdsprogram, inte publicerade värden; program kan inte importeras än"
            : null;
    }

    private static (PublishedColumns Columns, List<string> Missing, List<string> Unknown) Attempt(TableFile table, PublishedFileKind kind, string? statedPeriod)
    {
        var missing = new List<string>();
        var used = new HashSet<int>();
        var columns = new PublishedColumns(
            kind,
            Take(kind.RowColumn),
            Take(kind.GroupColumn),
            Take(kind.PositionColumn),
            kind.SizeColumn is null ? Optional(SizeNames) : Take(kind.SizeColumn),
            Optional(BoardNames),
            kind is { PositionColumn: null, ValueColumn: null } ? Optional(["published_difference", "skillnad"]) : -1,
            []);
        var values = kind switch
        {
            { PositionColumn: not null } => kind.ValueColumns.Select(pair => new ValueColumn(Take(pair.Key), MetricSlot.Current, statedPeriod, pair.Value)).ToList(),
            { ValueColumn: not null } => [new ValueColumn(Take(kind.ValueColumn), MetricSlot.Current, statedPeriod, null)],
            _ => Periods(table),
        };
        if (values.Count == 0)
            missing.Add("r12_ÅÅÅÅ_MM");
        used.UnionWith(values.Select(value => value.Index));
        var unknown = table.Header.Where((_, index) => !used.Contains(index)).ToList();
        return (columns with { Values = values }, missing, unknown);

        int Take(string? name)
        {
            if (name is null)
                return -1;
            var index = table.Column(name.Split('|'));
            if (index < 0)
                missing.Add(name.Split('|')[0]);
            used.Add(index);
            return index;
        }

        int Optional(string[] names)
        {
            var index = table.Column(names);
            used.Add(index);
            return index;
        }
    }

    private static List<ValueColumn> Periods(TableFile table)
    {
        var columns = new List<ValueColumn>();
        for (var index = 0; index < table.Header.Count && columns.Count < 2; index++)
        {
            var match = Period().Match(table.Header[index]);
            if (!match.Success || int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture) is < 1 or > 12)
                continue;
            columns.Add(new ValueColumn(
                index,
                columns.Count == 0 ? MetricSlot.Current : MetricSlot.Comparison,
                $"R12 {match.Groups["year"].Value}-{match.Groups["month"].Value}",
                null));
        }

        return columns;
    }

    [GeneratedRegex(@"^r12[_ ](?<year>\d{4})[_-](?<month>\d{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Period();
}
