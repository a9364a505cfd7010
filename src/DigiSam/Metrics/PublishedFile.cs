using DigiSam.Imports;
using DigiSam.Language;

namespace DigiSam.Metrics;

/// <summary>A value as it was read: where it stands in the file, what it is a value of, and the size of its group if stated.</summary>
internal sealed record PublishedFigure(
    int Line, string? Board, string Metric, MetricGroupKind GroupKind, string Group, MetricSlot Slot, string? Period, decimal Value, int? Headcount);

/// <summary>A published file, read and checked row by row.</summary>
/// <param name="Boards">Every board named, by line, whether or not the rest of its row could be read.</param>
/// <param name="Faults">What is wrong with the rows so far; nothing may be taken from a file that has any.</param>
internal sealed record PublishedFile(
    PublishedFileKind Kind,
    int Rows,
    IReadOnlyList<PublishedFigure> Figures,
    IReadOnlyList<(int Line, string Name)> Boards,
    FaultList Faults,
    IReadOnlyList<RowFault> Warnings)
{
    private const int LargestNumber = 1_000_000_000;

    /// <summary>Reads the file or fails with <see cref="FileRefused"/> when its header is not known; see <see cref="Faults"/> for its rows.</summary>
    public static PublishedFile Read(string name, byte[] content, MetricCatalogue catalogue, string? statedPeriod)
    {
        var table = TableFile.Read(name, content);
        var faults = table.Faults;
        var columns = PublishedColumns.Recognise(table, catalogue, statedPeriod, faults);
        faults.ThrowIfHeader();
        var warnings = new List<RowFault>();
        if (columns!.Values is [{ Period: { } first }, { Period: { } second }] && string.CompareOrdinal(first, second) <= 0)
            warnings.Add(new RowFault(1, $"den första kolumnen ({first}) tas som aktuell fast den inte är senare än den andra ({second})"));

        if (columns.Kind.PositionColumn is not null && statedPeriod is null)
            warnings.Add(new RowFault(0, "filen anger inte vilken månad den gäller; importera den med --period, till exempel --period 2024-04, så att det står i rapporten"));
        if (columns.Kind is { PositionColumn: null, ValueColumn: null } && statedPeriod is not null)
            warnings.Add(new RowFault(0, "--period används inte: filens rubrik anger perioderna"));

        var figures = table.Rows.SelectMany(row => ReadRow(row, columns, catalogue, faults, warnings)).ToList();
        foreach (var twice in figures.GroupBy(figure => (SwedishText.Fold(figure.Board ?? ""), figure.Metric, SwedishText.Fold(figure.Group), figure.Slot)).Where(same => same.Count() > 1))
        {
            foreach (var again in twice.Skip(1))
                faults.Add(again.Line, $"raden upprepar rad {twice.First().Line}");
        }

        IReadOnlyList<(int, string)> boards = columns.Board < 0 ? [] : [.. table.Rows.Where(row => row.Cells[columns.Board].Length > 0).Select(row => (row.Line, row.Cells[columns.Board]))];
        return new PublishedFile(columns.Kind, table.Rows.Count, figures, boards, faults, warnings);
    }

    private static List<PublishedFigure> ReadRow(TableRow row, PublishedColumns columns, MetricCatalogue catalogue, FaultList faults, List<RowFault> warnings)
    {
        var metric = columns.Row < 0 ? null : columns.Kind.Rows.GetValueOrDefault(SwedishText.Fold(row.Cells[columns.Row]));
        if (columns.Row >= 0 && metric is null)
        {
            faults.Add(row.Line, $"\"{row.Cells[columns.Row]}\" är okänt i en fil av slaget {columns.Kind.Name}; kända är {string.Join(", ", columns.Kind.Rows.Keys)}");
            return [];
        }

        var group = GroupOf(row, columns, faults);
        var board = columns.Board < 0 ? null : row.Cells[columns.Board];
        if (board?.Length == 0)
            faults.Add(row.Line, "nämnden saknas; rader som gäller hela kommunen har kommunens namn i kolumnen");
        var size = columns.Size < 0 ? null : ReadSize(row, columns.Size, faults);
        var figures = new List<PublishedFigure>();
        foreach (var column in columns.Values)
        {
            var measured = catalogue[column.Metric ?? metric!];
            var text = row.Cells[column.Index];
            if (text.Length == 0 && column.Slot == MetricSlot.Comparison)
                continue;
            if (!TryReadValue(text, measured, out var value, out var reason))
            {
                faults.Add(row.Line, $"kolumnen {NameOf(column)}: {reason}");
                continue;
            }

            figures.Add(new PublishedFigure(
                row.Line, board, measured.Key, columns.Position < 0 ? MetricGroupKind.Sex : MetricGroupKind.Position, group, column.Slot, column.Period, value, size));
        }

        if (metric is not null)
            CheckDifference(row, columns, catalogue[metric], figures, faults, warnings);
        return figures;
    }

    private static string GroupOf(TableRow row, PublishedColumns columns, FaultList faults)
    {
        if (columns.Position >= 0)
        {
            if (row.Cells[columns.Position].Length is 0 or > 200)
                faults.Add(row.Line, "befattningsgruppen ska ha ett namn på högst 200 tecken");
            return row.Cells[columns.Position];
        }

        if (columns.Group < 0)
            return PublishedGroups.All;
        var group = SwedishText.Fold(row.Cells[columns.Group]);
        if (!PublishedGroups.IsSex(group))
            faults.Add(row.Line, $"gruppen ska vara {PublishedGroups.Sexes}, inte \"{row.Cells[columns.Group]}\"");
        return group;
    }

    private static int? ReadSize(TableRow row, int column, FaultList faults)
    {
        if (row.Cells[column].Length == 0)
            return null;
        if (SwedishNumber.TryRead(row.Cells[column], out var size, out _) && size is >= 0 and < LargestNumber && decimal.IsInteger(size))
            return (int)size;
        faults.Add(row.Line, $"antalet i gruppen ska vara ett heltal, inte \"{row.Cells[column]}\"");
        return null;
    }

    private static bool TryReadValue(string text, Metric metric, out decimal value, out string reason)
    {
        if (!SwedishNumber.TryRead(text, out value, out reason))
            return false;
        reason = (metric.Unit, value) switch
        {
            (_, < 0) => $"{metric.Name} kan inte vara mindre än noll ({text})",
            (_, >= LargestNumber) => $"{text} är orimligt stort",
            (MetricUnit.Percent, > 100) => $"{metric.Name} kan inte vara mer än 100 procent ({text})",
            (MetricUnit.Count, _) when !decimal.IsInteger(value) => $"{metric.Name} ska vara ett heltal ({text})",
            _ when value.Scale > 6 => $"{text} har fler än sex decimaler",
            _ => "",
        };
        return reason.Length == 0;
    }

    /// <summary>The published difference is checked against the values and never used.</summary>
    private static void CheckDifference(
        TableRow row, PublishedColumns columns, Metric metric, List<PublishedFigure> figures, FaultList faults, List<RowFault> warnings)
    {
        if (columns.Difference < 0 || row.Cells[columns.Difference].Length == 0)
            return;
        if (!SwedishNumber.TryRead(row.Cells[columns.Difference], out var published, out var reason))
        {
            faults.Add(row.Line, $"skillnaden: {reason}");
            return;
        }

        if (Math.Abs(published) >= LargestNumber)
        {
            faults.Add(row.Line, $"skillnaden: {row.Cells[columns.Difference]} är orimligt stort");
            return;
        }

        if (figures is not [{ Slot: MetricSlot.Current } current, { Slot: MetricSlot.Comparison } before])
            return;
        var difference = current.Value - before.Value;
        if (Math.Abs(difference - published) > Consistency.Tolerance(metric, 3))
        {
            warnings.Add(new RowFault(row.Line,
                $"skillnaden {SwedishNumber.Show(published, metric.Decimals)} stämmer inte med värdena: {SwedishNumber.Show(current.Value, metric.Decimals)} − {SwedishNumber.Show(before.Value, metric.Decimals)} = {SwedishNumber.Show(difference, metric.Decimals)}. Den uträknade skillnaden används"));
        }
    }

    private static string NameOf(ValueColumn column) =>
        column.Slot == MetricSlot.Comparison ? $"för jämförelse ({column.Period})" : column.Period ?? "med värdet";
}
