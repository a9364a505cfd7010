using DigiSam.Browser.Paths;

namespace DigiSam.Browser;

/// <summary>The marks in the register ("Allvarlig", "Lyft till nämnden"): whole, and in line with what is above them.</summary>
public sealed class RegisterMarksTests(Chromium chromium, DemoTown town) : IClassFixture<DemoTown>
{
    /// <summary>A mark under what it stands after begins where the cell does; how many there were, and what was wrong.</summary>
    private const string Marks = """
        () => {
          const faults = [];
          let below = 0;
          for (const mark of document.querySelectorAll('.register .badge, .register .serious')) {
            const cell = mark.closest('th, td');
            const box = mark.getBoundingClientRect();
            if (box.height > 2 * parseFloat(getComputedStyle(mark).fontSize)) faults.push(`broken: ${mark.textContent}`);
            const before = mark.previousElementSibling?.getBoundingClientRect();
            if (!before || box.top < before.bottom - 4) continue;
            below++;
            const start = cell.getBoundingClientRect().left + parseFloat(getComputedStyle(cell).paddingLeft);
            if (Math.abs(box.left - start) > 1) faults.push(`indented by ${box.left - start}: ${mark.textContent}`);
          }
          return [`${below}`, ...faults];
        }
        """;

    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [InlineData(320, false)]
    public async Task A_mark_does_not_break_and_begins_where_the_line_does(int width, bool wraps)
    {
        var samira = await town.Enter(chromium, "Samira Haddad");
        await samira.Page.SetViewportSizeAsync(width, 844);
        await samira.Open("/risker?lage=alla");
        await samira.Sees("Risker");
        var found = await samira.Page.EvaluateAsync<string[]>(Marks);
        Assert.Empty(found.Skip(1).Distinct());
        Assert.True(!wraps || found[0] != "0", "no mark stood on a line of its own");
    }
}
