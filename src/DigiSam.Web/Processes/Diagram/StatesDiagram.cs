using DigiSam.Workflows.Definitions;

namespace DigiSam.Web.Processes.Diagram;

/// <summary>A way out of a state as a row in its box.</summary>
/// <param name="Y">The middle of the row, from the top of the drawing.</param>
/// <param name="GoesBack">It leads to a state that stands no further down, and leaves the box at the left.</param>
internal sealed record ExitRow(StepExit Exit, IReadOnlyList<string> Lines, double Y, double Height, bool GoesBack);

/// <summary>A state as a box: its title on top, and below it a row for each way out.</summary>
/// <param name="EntryY">Where arrows come in, from the top of the drawing.</param>
internal sealed record StateBox(StepDefinition State, IReadOnlyList<string> Title, double Y, double Height, double HeadHeight, double EntryY, IReadOnlyList<ExitRow> Rows);

/// <summary>An arrow from a row to a state along a lane beside the boxes. Those that lead to the same state on the same side share the lane.</summary>
/// <param name="X">Where the lane runs, from the left of the drawing.</param>
internal sealed record StateArrow(string From, ExitRow Row, string To, double X, double EntryY);

/// <summary>
/// A process of states as a drawing: the boxes below each other in the order of the file, arrows onwards at the right and back at
/// the left. What an arrow is called stands in the box where it begins, so that no label lies on a line.
/// </summary>
internal sealed class StatesDiagram
{
    public const double BoxWidth = 236;

    public const double TitleSize = 16;

    public const double RowSize = 14;

    public const double TitleLine = 20;

    public const double RowLine = 18;

    /// <summary>From the edge of a box to its text.</summary>
    public const double Inset = 14;

    /// <summary>The height of the line in a head that says where the process stands.</summary>
    public const double TagLine = 18;

    private const double Gap = 22;

    private const double Lane = 13;

    private const double Margin = 8;

    private const double Shoulder = 20;

    private StatesDiagram(IReadOnlyList<StateBox> boxes, IReadOnlyList<StateArrow> arrows, double boxX, double width)
    {
        (Boxes, Arrows, BoxX, Width) = (boxes, arrows, boxX, width);
        Height = boxes[^1].Y + boxes[^1].Height + Margin;
    }

    public IReadOnlyList<StateBox> Boxes { get; }

    public IReadOnlyList<StateArrow> Arrows { get; }

    /// <summary>The left edge of all boxes.</summary>
    public double BoxX { get; }

    public double Width { get; }

    public double Height { get; }

    public static StatesDiagram Of(ProcessDefinition definition)
    {
        var boxes = Stack(definition);
        var (onwards, back) = (Lanes.Of(Reaches(boxes, back: false)), Lanes.Of(Reaches(boxes, back: true)));
        var boxX = Margin + Side(back.Count);
        var right = boxX + BoxWidth;
        var arrows = boxes.SelectMany(box => box.Rows.Select(row => new StateArrow(
            box.State.Key, row, row.Exit.To,
            row.GoesBack ? boxX - Shoulder - (back[row.Exit.To] * Lane) : right + Shoulder + (onwards[row.Exit.To] * Lane),
            boxes.Find(to => to.State.Key == row.Exit.To)!.EntryY)));
        return new StatesDiagram(boxes, [.. arrows], boxX, right + Side(onwards.Count) + Margin);
    }

    private static double Side(int lanes) => lanes == 0 ? 0 : Shoulder + ((lanes - 1) * Lane);

    private static List<StateBox> Stack(ProcessDefinition definition)
    {
        var boxes = new List<StateBox>();
        var y = Margin;
        foreach (var (state, position) in definition.Steps.Select((state, position) => (state, position)))
        {
            var title = TextMeasure.Lines(state.Title, TitleSize, BoxWidth - (2 * Inset));
            var head = 12 + (title.Count * TitleLine) + TagLine;
            var rows = new List<ExitRow>();
            var below = y + head + (state.Exits.Count > 0 ? 5 : 0);
            foreach (var exit in state.Exits)
            {
                var lines = TextMeasure.Lines(exit.Title, RowSize, BoxWidth - (2 * Inset));
                var height = (lines.Count * RowLine) + 8;
                rows.Add(new ExitRow(exit, lines, below + (height / 2), height, definition.Steps.TakeWhile(step => step.Key != exit.To).Count() <= position));
                below += height;
            }

            var bottom = below + (state.Exits.Count > 0 ? 5 : 0);
            boxes.Add(new StateBox(state, title, y, bottom - y, head, y + (head / 2), rows));
            y = bottom + Gap;
        }

        return boxes;
    }

    /// <summary>How far the arrows to each state reach on a side, from the topmost to the lowest.</summary>
    private static Dictionary<string, (double From, double To)> Reaches(List<StateBox> boxes, bool back) => boxes
        .SelectMany(box => box.Rows).Where(row => row.GoesBack == back).GroupBy(row => row.Exit.To)
        .ToDictionary(
            same => same.Key,
            same => same.Select(row => row.Y).Append(boxes.Find(box => box.State.Key == same.Key)!.EntryY).ToList() is var ends ? (ends.Min(), ends.Max()) : default);
}
