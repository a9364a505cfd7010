using DigiSam.Tests.Support;
using DigiSam.Web.Processes.Diagram;
using DigiSam.Workflows.Definitions;

namespace DigiSam.Tests.Processes;

/// <summary>The drawings of all processes that come with the program: nothing lies on anything else.</summary>
public sealed class DiagramTests
{
    private static readonly IReadOnlyList<ProcessDefinition> Installed =
        [.. Directory.GetFiles(RepositoryFolder.Of("workflows"), "*.json", SearchOption.AllDirectories).Where(file => !MoveMapReader.IsMap(file)).Select(file => DefinitionReader.Read(file).Definition!)];

    public static TheoryData<string> States => [.. Installed.Where(definition => definition.Flow == ProcessFlow.States).Select(definition => definition.Key)];

    public static TheoryData<string> Calendars => [.. Installed.Where(definition => definition.Flow == ProcessFlow.Calendar).Select(definition => definition.Key)];

    [Fact]
    public void All_six_processes_are_drawn() => Assert.True(States.Count >= 5 && Calendars.Count >= 1);

    [Theory]
    [MemberData(nameof(States))]
    public void Boxes_and_labels_lie_apart_and_within_the_drawing(string key)
    {
        var diagram = StatesDiagram.Of(Of(key));
        Assert.Equal(Of(key).Steps.Select(state => state.Key), diagram.Boxes.Select(box => box.State.Key));
        Assert.Empty(Overlapping([.. diagram.Boxes.Select(box => BoxOf(diagram, box))]));
        foreach (var box in diagram.Boxes)
        {
            var labels = Labels(diagram, box);
            Assert.Empty(Overlapping(labels));
            Assert.All(labels, label => Assert.True(BoxOf(diagram, box).Holds(label), $"{label} of {box.State.Key} reaches out of its box"));
            Assert.True(new Area(0, 0, diagram.Width, diagram.Height).Holds(BoxOf(diagram, box)));
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Every_exit_has_an_arrow_outside_the_boxes_to_the_state_it_leads_to(string key)
    {
        var (definition, diagram) = (Of(key), StatesDiagram.Of(Of(key)));
        Assert.Equal(
            definition.Steps.SelectMany(state => state.Exits.Select(exit => (state.Key, exit.On, exit.To))),
            diagram.Arrows.Select(arrow => (arrow.From, arrow.Row.Exit.On, arrow.To)));
        Assert.All(diagram.Arrows, arrow =>
        {
            var (right, to) = (diagram.BoxX + StatesDiagram.BoxWidth, diagram.Boxes.Single(box => box.State.Key == arrow.To));
            Assert.True(arrow.Row.GoesBack ? arrow.X < diagram.BoxX - 10 : arrow.X > right + 10, $"{arrow.From} → {arrow.To} runs over a box");
            Assert.InRange(arrow.X, 4, diagram.Width - 4);
            Assert.InRange(arrow.EntryY, to.Y, to.Y + to.HeadHeight);
            Assert.Equal(arrow.Row.GoesBack, to.Y <= diagram.Boxes.Single(box => box.State.Key == arrow.From).Y);
        });
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Arrows_to_different_states_share_no_line(string key)
    {
        var lines = StatesDiagram.Of(Of(key)).Arrows
            .Select(arrow => (arrow.To, arrow.X, From: Math.Min(arrow.Row.Y, arrow.EntryY), Until: Math.Max(arrow.Row.Y, arrow.EntryY))).ToList();
        foreach (var (index, line) in lines.Index())
            Assert.DoesNotContain(lines.Skip(index + 1), other => other.To != line.To && Math.Abs(other.X - line.X) < 6 && other.From <= line.Until && line.From <= other.Until);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_phone_shows_the_drawing_with_letters_of_readable_size(string key)
    {
        const double room = 350;
        Assert.True(StatesDiagram.RowSize * Math.Min(1, room / StatesDiagram.Of(Of(key)).Width) >= 12);
    }

    [Theory]
    [MemberData(nameof(Calendars))]
    public void Bars_lie_on_their_days_and_no_text_on_another(string key)
    {
        var state = ProcessPlan.Of(Of(key), 2026);
        var diagram = CalendarDiagram.Of(state, status => PictureWords.Planned(state, status));
        var areas = diagram.Bars.SelectMany(bar => new[]
        {
            new Area(8, bar.Y, TextMeasure.Width(bar.Title, CalendarDiagram.TitleSize), 19),
            new Area(bar.X, bar.BarY, bar.Width, CalendarDiagram.BarHeight),
        }.Concat(bar.Lines.Select((line, index) => new Area(8, bar.Y + 20 + (index * 20), TextMeasure.Width(line, CalendarDiagram.TextSize), 19)))).ToList();
        Assert.Empty(Overlapping(areas));
        Assert.All(areas, area => Assert.True(new Area(0, CalendarDiagram.Top, CalendarDiagram.Width, diagram.Height).Holds(area), $"{area}"));
        Assert.All(diagram.Bars, bar => Assert.Equal(diagram.X(bar.Status.OpensOn), bar.X));
        Assert.Equal(["jan", "dec"], new[] { diagram.Months[0], diagram.Months[11] }.Select(month => Web.SamYears.StepWords.Month(month.Month)));
        var widest = diagram.Months.Skip(1).Zip(diagram.Months, (next, month) => next.X - month.X).Min();
        Assert.True(widest > TextMeasure.Width("aug", 13), "The names of the months lie on each other.");
    }

    [Fact]
    public void Two_areas_that_meet_are_found() => Assert.Single(Overlapping([new(0, 0, 10, 10), new(9, 9, 10, 10), new(20, 0, 5, 5)]));

    [Fact]
    public void A_title_is_broken_between_words_and_lanes_are_shared_by_lines_that_never_meet()
    {
        Assert.Equal(["Arbetsmiljö", "och annat"], TextMeasure.Lines("Arbetsmiljö och annat", 10, 60));
        var lanes = Lanes.Of(new Dictionary<string, (double, double)> { ["long"] = (0, 100), ["high"] = (0, 30), ["low"] = (60, 90) });
        Assert.Equal((2, 0, 0, 1), (lanes.Count, lanes["high"], lanes["low"], lanes["long"]));
    }

    private static ProcessDefinition Of(string key) => Installed.Single(definition => definition.Key == key);

    private static Area BoxOf(StatesDiagram diagram, StateBox box) => new(diagram.BoxX, box.Y, StatesDiagram.BoxWidth, box.Height);

    private static List<Area> Labels(StatesDiagram diagram, StateBox box) =>
    [
        .. box.Title.Select((line, index) => new Area(diagram.BoxX + StatesDiagram.Inset, box.Y + 6 + (index * StatesDiagram.TitleLine), TextMeasure.Width(line, StatesDiagram.TitleSize), StatesDiagram.TitleLine)),
        .. box.Rows.SelectMany(row => row.Lines.Select((line, index) => new Area(
            row.GoesBack ? diagram.BoxX + StatesDiagram.Inset : diagram.BoxX + StatesDiagram.BoxWidth - StatesDiagram.Inset - TextMeasure.Width(line, StatesDiagram.RowSize),
            row.Y - (row.Lines.Count * StatesDiagram.RowLine / 2) + (index * StatesDiagram.RowLine), TextMeasure.Width(line, StatesDiagram.RowSize), StatesDiagram.RowLine))),
    ];

    private static List<(Area, Area)> Overlapping(IReadOnlyList<Area> areas) =>
        [.. areas.SelectMany((area, index) => areas.Skip(index + 1).Where(area.Meets).Select(other => (area, other)))];

    private sealed record Area(double X, double Y, double Width, double Height)
    {
        public bool Meets(Area other) => X < other.X + other.Width - .01 && other.X < X + Width - .01 && Y < other.Y + other.Height - .01 && other.Y < Y + Height - .01;

        public bool Holds(Area other) => other.X >= X && other.Y >= Y && other.X + other.Width <= X + Width && other.Y + other.Height <= Y + Height;
    }
}
