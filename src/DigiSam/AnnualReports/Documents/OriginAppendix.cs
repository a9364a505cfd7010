using System.Globalization;
using DigiSam.Language;

namespace DigiSam.AnnualReports.Documents;

/// <summary>The appendix that tells how each figure and answer came about, and lists the files behind them.</summary>
internal static class OriginAppendix
{
    public static void Write(ReportFlow flow, IReadOnlyList<OriginTable> tables, SourceFiles files)
    {
        flow.Chapter(Chapters.Appendix, newPage: true);
        if (tables.Count == 0)
        {
            flow.Text("Rapporten har inga tabeller.");
            return;
        }

        flow.Text(files.Files.Count == 0
            ? "Här står hur varje svar har tagits fram."
            : "Här står hur varje siffra och svar har tagits fram och vilka rader i vilka filer som ligger till grund. Rad 1 i en fil är dess rubrikrad.");
        foreach (var table in tables.Where(table => table.Rows.Count > 0))
            Write(flow, table);
        Write(flow, files);
    }

    private static void Write(ReportFlow flow, OriginTable table)
    {
        flow.Heading(2, table.Caption);
        var scope = Shared(table.Rows.Select(row => row.Scope));
        var fromFiles = table.Rows.Any(row => row.Sources.Count > 0);
        var newest = fromFiles ? Shared(table.Rows.Select(row => row.NewestInput)) : table.Rows.Max(row => row.NewestInput);
        var file = Shared(table.Rows.SelectMany(row => row.Sources).Select(source => source.File));
        var intro = string.Join(' ', new[] { Scope(scope), Newest(newest, fromFiles), file is null ? null : $"Källa: {file}." }.OfType<string>());
        if (intro.Length > 0)
            flow.Styled("Intro", intro);

        var withPeriod = table.Rows.Any(row => row.Periods.Count > 0);
        int[] widths = (withPeriod, fromFiles) switch
        {
            (true, true) => [2300, 1550, 2750, ReportPage.TextWidth - 6600],
            (false, true) => [3000, 3850, ReportPage.TextWidth - 6850],
            (true, false) => [3300, 1000, ReportPage.TextWidth - 4300],
            _ => [3300, ReportPage.TextWidth - 3300],
        };
        var grid = new ReportGrid(table.Caption, widths, breaks: true);
        grid.Row([new("TableHead", "Uppgift"), .. Period("TableHead", ["Period"]), new("TableHead", table.RuleHeader), .. Source(new("TableHead", "Källa"))]);
        string? above = null;
        foreach (var row in table.Rows)
        {
            var rule = string.Equals(row.Rule, above, StringComparison.Ordinal) ? "Samma som ovan." : PlainText.Sentence(row.Rule);
            above = row.Rule;
            grid.Row(
            [
                new GridCell("TableSmall", row.Labels),
                .. Period("TableSmall", row.Periods),
                new GridCell("TableSmall", [rule, .. Own(scope is null ? Scope(row.Scope) : null)]),
                .. Source(new GridCell("TableSmall", [.. row.Sources.Select(source => source.Say(withFile: file is null)), .. Own(newest is null ? Newest(row.NewestInput, row.Sources.Count > 0) : null)])),
            ]);
        }

        flow.Add(grid.Build());

        IEnumerable<GridCell> Source(GridCell cell) => fromFiles ? [cell] : [];

        IEnumerable<GridCell> Period(string style, IReadOnlyList<string> periods) => withPeriod ? [new GridCell(style, periods)] : [];
    }

    private static void Write(ReportFlow flow, SourceFiles files)
    {
        if (files.Files.Count == 0)
            return;
        flow.Heading(2, "Filer");
        var grid = new ReportGrid("Filer", [5000, 2300, ReportPage.TextWidth - 7300]);
        grid.Row(new("TableHead", "Fil"), new("TableHead", "SHA-256"), new("TableHeadNumber", "Antal rader"));
        foreach (var file in files.Files)
        {
            grid.Row(
                new("TableText", file.File),
                new("TableText", SourceFiles.Short(file.Sha256)),
                new("TableNumber", SwedishNumber.Show(file.Rows, 0)));
        }

        flow.Add(grid.Build());
        flow.Styled("TableNote", "SHA-256 är filens kontrollsumma, här de tolv första tecknen. "
            + "Har en fil samma kontrollsumma är det samma fil, oförändrad.");
    }

    private static T? Shared<T>(IEnumerable<T> values)
    {
        var distinct = values.Distinct().ToList();
        return distinct.Count == 1 ? distinct[0] : default;
    }

    private static string? Scope(string? scope) =>
        string.IsNullOrWhiteSpace(scope) ? null : $"Omfattning: {PlainText.Sentence(scope)}";

    private static string? Newest(DateTimeOffset? newest, bool fromFiles) => newest is { } instant
        ? string.Create(CultureInfo.InvariantCulture, $"{(fromFiles ? "Inläst" : "Senast ändrat")} {SwedishDate.Long(SwedishDate.DateIn(instant))}.")
        : null;

    private static IEnumerable<string> Own(string? text) => text is null ? [] : [text];
}
