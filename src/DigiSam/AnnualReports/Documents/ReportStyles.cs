using DocumentFormat.OpenXml.Wordprocessing;

namespace DigiSam.AnnualReports.Documents;

/// <summary>The look of a report as named styles: nothing in the text is formatted by hand, so that Word can restyle it.</summary>
internal static class ReportStyles
{
    public const string Pine = "1F4D3F";
    public const string Muted = "55605B";
    public const string Hairline = "C9D3CD";
    public const string PaleGreen = "E8F0EB";
    public const string WarmGround = "F6F2EA";

    /// <summary>Arial, since every machine has it or a face of the same widths (Liberation Sans).</summary>
    private const string Font = "Arial";
    private const string Ink = "1C2421";
    private const string Amber = "9A5B00";
    private const string AmberGround = "FBF3E4";

    public static Styles Create() => new(
    [
        Defaults(),
        Named("Normal", "Normal", null, Layout(0, 140, 288), new StyleRunProperties(), isDefault: true),
        Named("Title", "Title", "Normal", Layout(60, 60, 240), Look(56, Pine, bold: true), "Subtitle"),
        Named("Subtitle", "Subtitle", "Normal", Layout(0, 320, 240), Look(28, Muted), "Normal"),
        Named("ReportFact", "Uppgift om rapporten", "Normal", Layout(0, 60, 276), new StyleRunProperties()),
        Heading(1, Layout(440, 160, 252), Look(32, Pine, bold: true)),
        Heading(2, Layout(320, 100, 252), Look(25, Pine, bold: true)),
        Heading(3, Layout(240, 80, 252), Look(21, Pine, bold: true)),
        Named("TOCHeading", "TOC Heading", "Normal", Kept(Layout(360, 120, 252)), Look(25, Pine, bold: true), "Normal"),
        Named("TOC1", "toc 1", "Normal", Tabbed(Layout(0, 60, 264)), new StyleRunProperties(), "Normal"),
        Named("Hyperlink", "Hyperlink", null, null, Look(null, Pine), type: StyleValues.Character),
        Named("Strong", "Strong", null, null, Look(null, null, bold: true), type: StyleValues.Character),
        Bulleted("ListBullet", "List Bullet", "Normal", Layout(0, 80, 288)),
        Named("Caption", "caption", "Normal", Kept(Layout(280, 100, 252)), Look(19, Pine, bold: true), "Normal"),
        Named("TableText", "Tabelltext", "Normal", Layout(50, 50, 252), Look(19, null)),
        Indented("TableDetail", "Tabelltext indragen", 284),
        Named("TableSmall", "Tabelltext liten", "TableText", Layout(40, 40, 252), Look(17, null)),
        Named("Intro", "Text före tabell", "Normal", Kept(Layout(0, 100, 264)), Look(19, Muted)),
        Named("TableBand", "Tabellens underrubrik", "TableText", Kept(Layout(80, 50, 252)), Look(null, Pine, bold: true)),
        Right(Named("TableNumber", "Tabelltal", "TableText", Layout(50, 50, 252), new StyleRunProperties())),
        Named("TableHead", "Tabellhuvud", "TableText", Kept(Layout(70, 70, 252)), Look(null, Pine, bold: true)),
        Right(Named("TableHeadNumber", "Tabellhuvud tal", "TableHead", Kept(Layout(70, 70, 252)), new StyleRunProperties())),
        Named("TableNote", "Tabellnot", "Normal", Layout(70, 40, 252), Look(17, Muted)),
        Named("Remark", "Anmärkning till fråga", "Normal", Kept(Layout(180, 40, 264)), Look(null, null, bold: true), "ListBullet"),
        Quoted(Named("Quote", "Citat", "Normal", Layout(0, 160, 276), new StyleRunProperties())),
        Boxed(Named("GapHeading", "Lucka rubrik", "Normal", Kept(Layout(440, 60, 276)), Look(23, Amber, bold: true), "GapText")),
        Boxed(Bulleted("GapText", "Lucka", "Normal", Layout(0, 60, 276))),
        Boxed(Named("MissingText", "Text saknas", "Normal", Layout(200, 240, 276), Look(null, Amber, bold: true))),
        Named("Header", "header", "Normal", Tabbed(Layout(0, 0, 240)), Look(17, Muted)),
        Named("Footer", "footer", "Normal", Tabbed(Layout(0, 0, 240)), Look(17, Muted)),
        ReportTableStyle.Create(),
    ]);

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle
        {
            RunFonts = new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
            Color = new Color { Val = Ink },
            FontSize = new FontSize { Val = "21" },
            FontSizeComplexScript = new FontSizeComplexScript { Val = "21" },
            Languages = new Languages { Val = "sv-SE", EastAsia = "sv-SE" },
        }),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle { WidowControl = new WidowControl() }));

    private static Style Heading(int level, StyleParagraphProperties layout, StyleRunProperties look)
    {
        Kept(layout).OutlineLevel = new OutlineLevel { Val = level - 1 };
        return Named($"Heading{level}", $"heading {level}", "Normal", layout, look, "Normal");
    }

    private static Style Bulleted(string id, string name, string basedOn, StyleParagraphProperties layout)
    {
        layout.NumberingProperties = new NumberingProperties(new NumberingId { Val = ReportNumbering.Bullets });
        layout.Indentation = new Indentation { Left = "357", Hanging = "357" };
        return Named(id, name, basedOn, layout, new StyleRunProperties());
    }

    private static Style Indented(string id, string name, int left)
    {
        var layout = Layout(50, 50, 252);
        layout.Indentation = new Indentation { Left = $"{left}" };
        return Named(id, name, "TableText", layout, new StyleRunProperties());
    }

    private static Style Right(Style style)
    {
        style.StyleParagraphProperties!.Justification = new Justification { Val = JustificationValues.Right };
        return style;
    }

    /// <summary>A bar at the left on a pale ground. Equal indents let neighbours join into one box.</summary>
    private static Style Boxed(Style style)
    {
        var layout = style.StyleParagraphProperties!;
        layout.ParagraphBorders = new ParagraphBorders
        {
            TopBorder = new TopBorder { Val = BorderValues.Single, Size = 4, Space = 6, Color = AmberGround },
            LeftBorder = new LeftBorder { Val = BorderValues.Single, Size = 24, Space = 10, Color = Amber },
            BottomBorder = new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 6, Color = AmberGround },
        };
        layout.Shading = new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = AmberGround };
        layout.Indentation = new Indentation { Left = "611", Hanging = "357" };
        return style;
    }

    /// <summary>Someone else's words: a thin bar at the left.</summary>
    private static Style Quoted(Style style)
    {
        var layout = style.StyleParagraphProperties!;
        layout.ParagraphBorders = new ParagraphBorders { LeftBorder = new LeftBorder { Val = BorderValues.Single, Size = 12, Space = 10, Color = Muted } };
        layout.Indentation = new Indentation { Left = "357" };
        return style;
    }

    private static StyleParagraphProperties Layout(int before, int after, int line) => new()
    {
        SpacingBetweenLines = new SpacingBetweenLines
        {
            Before = $"{before}",
            After = $"{after}",
            Line = $"{line}",
            LineRule = LineSpacingRuleValues.Auto,
        },
    };

    private static StyleParagraphProperties Kept(StyleParagraphProperties layout)
    {
        layout.KeepNext = new KeepNext();
        layout.KeepLines = new KeepLines();
        return layout;
    }

    private static StyleParagraphProperties Tabbed(StyleParagraphProperties layout)
    {
        layout.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = ReportPage.TextWidth });
        return layout;
    }

    private static StyleRunProperties Look(int? halfPoints, string? colour, bool bold = false)
    {
        var look = new StyleRunProperties();
        if (bold)
        {
            look.Bold = new Bold();
            look.BoldComplexScript = new BoldComplexScript();
        }

        if (colour is not null)
            look.Color = new Color { Val = colour };
        if (halfPoints is not null)
        {
            look.FontSize = new FontSize { Val = $"{halfPoints}" };
            look.FontSizeComplexScript = new FontSizeComplexScript { Val = $"{halfPoints}" };
        }

        return look;
    }

    private static Style Named(
        string id, string name, string? basedOn, StyleParagraphProperties? layout, StyleRunProperties look,
        string? next = null, StyleValues? type = null, bool isDefault = false) =>
        new()
        {
            Type = type ?? StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault ? true : null,
            StyleName = new StyleName { Val = name },
            BasedOn = basedOn is null ? null : new BasedOn { Val = basedOn },
            NextParagraphStyle = next is null ? null : new NextParagraphStyle { Val = next },
            PrimaryStyle = new PrimaryStyle(),
            StyleParagraphProperties = layout,
            StyleRunProperties = look.HasChildren ? look : null,
        };
}
