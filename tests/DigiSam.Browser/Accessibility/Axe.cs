using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DigiSam.Browser.Accessibility;

/// <summary>The rules of axe, all that are not experimental, asked in the page itself: its program is put there once for all looks.</summary>
internal static class Axe
{
    private const string Look = """
        async () => {
          const found = await axe.run(document, { resultTypes: ['violations'] });
          const parts = nodes => nodes.slice(0, 3).map(node => node.html).join(', ') + (nodes.length > 3 ? ` and ${nodes.length - 3} more` : '');
          return [String(found.passes.length), ...found.violations.map(rule => `axe ${rule.id}: ${parts(rule.nodes)}`)];
        }
        """;

    private static readonly string Program = new BundledAxeScriptProvider().GetScript();

    /// <summary>Each rule that the page breaks as it stands, with the parts that break it.</summary>
    public static async Task<IReadOnlyList<string>> FaultsOf(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Program);
        var found = await page.EvaluateAsync<string[]>(Look);
        Assert.NotEqual("0", found[0]);
        return found[1..];
    }
}
