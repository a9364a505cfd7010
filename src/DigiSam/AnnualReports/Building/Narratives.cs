using System.Text;
using DigiSam.AnnualReports.Content;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DigiSam.AnnualReports.Building;

/// <summary>Turns the Markdown that people wrote into blocks of plain text; markup that has no place in a report becomes its text.</summary>
internal static class Narratives
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static IReadOnlyList<TextBlock> Blocks(string markdown) => [.. Markdown.Parse(markdown, Pipeline).SelectMany(block => Read(block, TextBlockKind.Paragraph))];

    private static IEnumerable<TextBlock> Read(Block block, TextBlockKind kind) => block switch
    {
        HeadingBlock heading => One(TextBlockKind.Heading, heading.Inline),
        LeafBlock { Inline: not null } leaf => One(kind, leaf.Inline),
        LeafBlock leaf => Text(kind, leaf.Lines.ToString()),
        ListBlock { IsOrdered: true } list => list.OfType<ListItemBlock>().SelectMany(item => Numbered(item)),
        ListBlock list => list.SelectMany(item => Read(item, TextBlockKind.Bullet)),
        ContainerBlock container => container.SelectMany(inner => Read(inner, kind)),
        _ => [],
    };

    /// <summary>A numbered item keeps its number as written; the list is text here, not a structure of its own.</summary>
    private static IEnumerable<TextBlock> Numbered(ListItemBlock item)
    {
        var blocks = item.SelectMany(inner => Read(inner, TextBlockKind.Paragraph)).ToList();
        return blocks.Select((block, index) => index == 0 ? block with { Text = $"{item.Order}. {block.Text}" } : block);
    }

    private static IEnumerable<TextBlock> One(TextBlockKind kind, ContainerInline? inline)
    {
        var text = new StringBuilder();
        var links = new List<string>();
        foreach (var part in inline?.Descendants() ?? [])
        {
            switch (part)
            {
                case LiteralInline literal: text.Append(literal.Content.ToString()); break;
                case CodeInline code: text.Append(code.Content); break;
                case HtmlEntityInline entity: text.Append(entity.Transcoded.ToString()); break;
                case LinkInline { IsImage: false, Url: { Length: > 0 } address, IsClosed: true }:
                    links.Add(address);
                    break;
                case AutolinkInline link: text.Append(link.Url); break;
                case LineBreakInline: text.Append(' '); break;
            }
        }

        foreach (var address in links)
            text.Append(" (").Append(address).Append(')');
        return Text(kind, text.ToString());
    }

    private static IEnumerable<TextBlock> Text(TextBlockKind kind, string text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [new TextBlock(kind, text.Trim())];
}
