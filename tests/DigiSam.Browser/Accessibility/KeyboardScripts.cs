namespace DigiSam.Browser.Accessibility;

/// <summary>What a page is asked about the keyboard, in its own language.</summary>
internal static class KeyboardScripts
{
    /// <summary>
    /// The name of the focused element, and whether it, or the label or cell it lies in, has a line or shadow that it lacks
    /// otherwise, within the screen. A page as a whole (before the first stop and after the last) has neither.
    /// </summary>
    public const string Here = """
        () => {
          const at = document.activeElement;
          const words = text => (text ?? '').replace(/\s+/g, ' ').trim();
          if (!at || at === document.body) return { name: '', line: '', kind: '', shown: true };
          const by = at.getAttribute('aria-labelledby');
          const name = at.getAttribute('aria-label')
            ?? (by ? by.split(' ').map(id => document.getElementById(id)?.textContent).join(' ') : null)
            ?? (at.labels?.length ? [...at.labels].map(label => label.textContent).join(' ') : at.textContent);
          const around = [at, at.closest('label'), at.closest('td')].filter(part => part);
          const lined = part => {
            const style = getComputedStyle(part);
            return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
          };
          const box = at.getBoundingClientRect();
          const within = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0 && box.height > 0;
          return { name: words(name), line: words(at.closest('li, tr')?.textContent), kind: at.tagName, shown: within && around.some(lined) };
        }
        """;
}
