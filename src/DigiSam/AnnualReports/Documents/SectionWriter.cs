using DigiSam.AnnualReports.Content;

namespace DigiSam.AnnualReports.Documents;

/// <summary>Writes sections: computed facts, figures and answers first, then what people make of them.</summary>
internal sealed class SectionWriter(ReportFlow flow, ReportLevel level, SourceFiles files)
{
    private readonly List<OriginTable> _origins = [];

    /// <summary>What the appendix shall say of the tables written so far.</summary>
    public IReadOnlyList<OriginTable> Origins => _origins;

    public void Write(SectionContent section, bool newPage)
    {
        flow.Chapter(Chapters.Title(section), newPage);
        Facts(section.Facts);
        foreach (var table in section.Tables)
        {
            var caption = flow.Caption(table.Title);
            FigureTable.Write(flow, table);
            _origins.Add(new OriginTable(caption, "Så är siffran framtagen", OriginRows.Of(table, files)));
        }

        if (section.Questions.Count > 0)
        {
            var caption = flow.Caption($"Frågor och svar – {section.Title}");
            QuestionTable.Write(flow, section, level);
            _origins.Add(new OriginTable(caption, "Så är svaret framtaget", OriginRows.Of(section.Questions, files)));
        }

        Narrative(section);
    }

    private void Facts(IReadOnlyList<string> facts)
    {
        if (facts.Count == 1)
        {
            flow.Text(facts[0]);
            return;
        }

        foreach (var fact in facts)
            flow.Bullet(fact);
    }

    private void Narrative(SectionContent section)
    {
        var blocks = section.Narrative.Blocks.Where(block => !string.IsNullOrWhiteSpace(block.Text)).ToList();
        if (blocks.Count == 0 && !section.Narrative.Required)
            return;

        // A section of text only needs no heading to tell the text from the figures.
        var followsFigures = section.Tables.Count + section.Questions.Count + section.Facts.Count > 0;
        if (followsFigures)
            flow.Heading(2, "Bedömning och analys");
        if (blocks.Count == 0)
            flow.Styled("MissingText", "Bedömning saknas.");
        foreach (var block in blocks)
            Write(block, headingLevel: followsFigures ? 3 : 2);
    }

    private void Write(TextBlock block, int headingLevel)
    {
        switch (block.Kind)
        {
            case TextBlockKind.Heading:
                flow.Heading(headingLevel, block.Text);
                break;
            case TextBlockKind.Bullet:
                flow.Bullet(block.Text);
                break;
            default:
                flow.Text(block.Text);
                break;
        }
    }
}
