using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace DigiSam.Web.Processes.Diagram;

/// <summary>A line of text in a drawing. (Written in markup, the element would be taken for one of the page's own.)</summary>
public sealed class SvgText : ComponentBase
{
    [Parameter, EditorRequired]
    public required double X { get; set; }

    /// <summary>The line that the letters stand on.</summary>
    [Parameter, EditorRequired]
    public required double Y { get; set; }

    [Parameter, EditorRequired]
    public required string Line { get; set; }

    [Parameter]
    public string? Class { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", SvgNumber.Of(X));
        builder.AddAttribute(2, "y", SvgNumber.Of(Y));
        builder.AddAttribute(3, "class", Class);
        builder.AddContent(4, Line);
        builder.CloseElement();
    }
}
