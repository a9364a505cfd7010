using DocumentFormat.OpenXml.Wordprocessing;

namespace DigiSam.AnnualReports.Documents;

/// <summary>The table style: a pine line above and below, a pale header row and hairlines between rows, no boxes.</summary>
internal static class ReportTableStyle
{
    public const string Id = "ReportTable";

    public static Style Create() => new(
        new StyleName { Val = "Rapporttabell" },
        new PrimaryStyle(),
        new StyleTableProperties(
            new TableBorders
            {
                TopBorder = Line<TopBorder>(ReportStyles.Pine, 8),
                BottomBorder = Line<BottomBorder>(ReportStyles.Pine, 8),
                InsideHorizontalBorder = Line<InsideHorizontalBorder>(ReportStyles.Hairline, 4),
            },
            new TableCellMarginDefault(
                new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa })),
        HeaderRow())
    {
        Type = StyleValues.Table,
        StyleId = Id,
        CustomStyle = true,
    };

    private static TableStyleProperties HeaderRow() => new(
        new TableStyleConditionalFormattingTableCellProperties(
            new TableCellBorders { BottomBorder = Line<BottomBorder>(ReportStyles.Pine, 6) },
            new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = ReportStyles.PaleGreen },
            new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Bottom }))
    {
        Type = TableStyleOverrideValues.FirstRow,
    };

    private static TBorder Line<TBorder>(string colour, uint eighths)
        where TBorder : BorderType, new() =>
        new() { Val = BorderValues.Single, Size = eighths, Space = 0, Color = colour };
}
