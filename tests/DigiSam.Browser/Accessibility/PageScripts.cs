namespace DigiSam.Browser.Accessibility;

/// <summary>What a page is asked, in its own language.</summary>
internal static class PageScripts
{
    /// <summary>Folded parts are pages too.</summary>
    public const string OpenEverything = "for (const part of document.querySelectorAll('main details')) part.open = true";

    /// <summary>Language, one main heading, levels in order, one main part, and tables that are tables to those who listen.</summary>
    public const string Structure = """
        () => {
          const faults = [];
          const seen = selector => [...document.querySelectorAll(selector)].filter(element => element.checkVisibility());
          if (document.documentElement.lang !== 'sv') faults.push(`the language is "${document.documentElement.lang}"`);
          if (seen('h1').length !== 1) faults.push(`${seen('h1').length} main headings`);
          if (seen('main').length !== 1) faults.push(`${seen('main').length} main parts`);
          if (!document.title.includes(' – ')) faults.push(`the title is "${document.title}"`);
          let above = 0;
          for (const heading of seen('h1, h2, h3, h4, h5, h6')) {
            const level = Number(heading.tagName[1]);
            if (level > above + 1) faults.push(`h${level} "${heading.textContent.trim()}" comes after h${above}`);
            above = level;
          }
          for (const part of document.querySelectorAll('table.stacks, table.rounds')) {
            const nameless = [part, ...part.querySelectorAll('thead, tbody, tr, th, td')].filter(element => !element.hasAttribute('role'));
            if (nameless.length > 0) faults.push(`a table told row by row has parts without a role: ${nameless[0].outerHTML.slice(0, 120)}`);
            const rows = [...part.querySelectorAll('.stacks tbody td')].filter(cell => !cell.dataset.label);
            if (rows.length > 0) faults.push(`a cell does not say its column: ${rows[0].outerHTML.slice(0, 120)}`);
          }
          return faults;
        }
        """;

    /// <summary>Nothing reaches outside the screen, and nothing but figures scrolls sideways in a box of its own.</summary>
    public const string Reach = """
        () => {
          const faults = [];
          const page = document.scrollingElement;
          if (page.scrollWidth > page.clientWidth) {
            const wide = [...document.querySelectorAll('body *')].find(element => element.checkVisibility() && element.getBoundingClientRect().right > page.clientWidth + 1);
            faults.push(`the page reaches out to ${page.scrollWidth}: ${wide?.outerHTML.slice(0, 120)}`);
          }
          for (const box of document.querySelectorAll('main .table-box:not(.figures)')) {
            if (box.scrollWidth > box.clientWidth + 1) faults.push(`a table scrolls sideways: ${box.outerHTML.slice(0, 120)}`);
          }
          return faults;
        }
        """;
}
