using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DigiSam.AnnualReports.Documents;

/// <summary>The body of a report as it is written from top to bottom; numbers its tables and marks its headings.</summary>
internal sealed class ReportFlow(Body body)
{
    private int _tables;
    private int _bookmarks;

    /// <summary>The name of the mark on the first-level heading at a place among its like, counted from 1.</summary>
    public static string Bookmark(int place) => string.Create(CultureInfo.InvariantCulture, $"_Toc{place:D8}");

    /// <summary>A first-level heading, which the contents list leads to.</summary>
    public void Chapter(string text, bool newPage)
    {
        _bookmarks++;
        var id = _bookmarks.ToString(CultureInfo.InvariantCulture);
        var layout = Styled("Heading1");
        if (newPage)
        {
            layout.PageBreakBefore = new PageBreakBefore();
            layout.SpacingBetweenLines = new SpacingBetweenLines { Before = "0" };
        }

        body.Append(new Paragraph(
            layout,
            new BookmarkStart { Id = id, Name = Bookmark(_bookmarks) },
            Run(PlainText.OneLine(text)),
            new BookmarkEnd { Id = id }));
    }

    public void Heading(int level, string text) =>
        body.Append(new Paragraph(Styled($"Heading{level}"), Run(PlainText.OneLine(text, int.MaxValue))));

    public void Text(string text) => Styled("Normal", text);

    public void Bullet(string text) => Styled("ListBullet", text);

    /// <summary>A paragraph in a named style; line ends in the text stay.</summary>
    public void Styled(string style, string text) => body.Append(new Paragraph(Styled(style), Run(text)));

    /// <summary>A line of facts about the report that begins with a word in bold: what the rest is about.</summary>
    public void Labelled(string label, string text) =>
        body.Append(new Paragraph(Styled("ReportFact"), Strong(label), Run(" "), Run(text)));

    /// <summary>The numbered caption above a table; returns it as it is read: "Tabell 3. Sjukfrånvaro".</summary>
    public string Caption(string title)
    {
        _tables++;
        var number = _tables.ToString(CultureInfo.InvariantCulture);
        var rest = $". {PlainText.OneLine(title)}";
        body.Append(new Paragraph(Styled("Caption"), Run("Tabell "), Field(@"SEQ Tabell \* ARABIC", number), Run(rest)));
        return $"Tabell {number}{rest}";
    }

    public void Add(OpenXmlElement element) => body.Append(element);

    public static ParagraphProperties Styled(string style) =>
        string.Equals(style, "Normal", StringComparison.Ordinal) ? new() : new() { ParagraphStyleId = new ParagraphStyleId { Val = style } };

    /// <summary>A field with the result that is shown until a program computes it anew.</summary>
    public static SimpleField Field(string instruction, string result) =>
        new(Run(result)) { Instruction = $" {instruction} " };

    public static Run Strong(string text)
    {
        var run = Run(text);
        run.RunProperties = new RunProperties { RunStyle = new RunStyle { Val = "Strong" } };
        return run;
    }

    /// <summary>The text as it was given, cleaned of what XML cannot hold.</summary>
    public static Run Run(string text)
    {
        var run = new Run();
        var lines = PlainText.Clean(text).Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0)
                run.Append(new Break());
            var pieces = lines[line].Split('\t');
            for (var piece = 0; piece < pieces.Length; piece++)
            {
                if (piece > 0)
                    run.Append(new TabChar());
                if (pieces[piece].Length > 0)
                    run.Append(new Text(pieces[piece]) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        return run;
    }
}
