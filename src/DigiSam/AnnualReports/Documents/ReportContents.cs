using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DigiSam.AnnualReports.Documents;

/// <summary>
/// The contents list: a field that Word can update, holding finished links so that it is readable before that.
/// Page numbers are empty until Word updates the list: only layout knows them, and a wrong one is worse than none.
/// </summary>
internal static class ReportContents
{
    public static void Write(ReportFlow flow, IReadOnlyList<string> chapters)
    {
        var list = new SdtContentBlock(
            new Paragraph(ReportFlow.Styled("TOCHeading"), ReportFlow.Run("Innehåll")));
        for (var place = 1; place <= chapters.Count; place++)
        {
            var entry = new Paragraph(ReportFlow.Styled("TOC1"));
            if (place == 1)
                entry.Append(Mark(FieldCharValues.Begin), Code(@"TOC \o ""1-1"" \h \z"), Mark(FieldCharValues.Separate));
            entry.Append(Link(place, chapters[place - 1]));
            if (place == chapters.Count)
                entry.Append(Mark(FieldCharValues.End));
            list.Append(entry);
        }

        flow.Add(new SdtBlock(
            new SdtProperties(new SdtContentDocPartObject(
                new DocPartGallery { Val = "Table of Contents" },
                new DocPartUnique())),
            list));
    }

    private static Hyperlink Link(int place, string chapter)
    {
        var bookmark = ReportFlow.Bookmark(place);
        return new Hyperlink(
            ReportFlow.Run(PlainText.OneLine(chapter)),
            new Run(new TabChar()),
            Mark(FieldCharValues.Begin),
            Code($@"PAGEREF {bookmark} \h"),
            Mark(FieldCharValues.Separate),
            Mark(FieldCharValues.End))
        {
            Anchor = bookmark,
            History = true,
        };
    }

    private static Run Mark(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });

    private static Run Code(string instruction) =>
        new(new FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve });
}
