using System.Text.RegularExpressions;
using DigiSam.Web;
using Microsoft.AspNetCore.Components;

namespace DigiSam.Browser.Accessibility;

/// <summary>The addresses of the product's pages, as their components say them: a page that is made is in the list by itself.</summary>
internal static partial class PageRoutes
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(App).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>())
            .Select(route => route.Template)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Routes that nobody visits, and visits to routes that are not there.</summary>
    public static IReadOnlyList<string> Differences(IEnumerable<string> routes, IEnumerable<Visit> visits)
    {
        var there = routes.ToHashSet(StringComparer.Ordinal);
        var visited = visits.Select(visit => visit.Route).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. there.Except(visited).Select(route => $"{route} is in no visit: add one to {nameof(Visits)}"),
            .. visited.Except(there).Select(route => $"{route} is visited but is no page"),
        ];
    }

    /// <summary>An address that a page's route takes: "/ronder/{Id:guid}/hall" takes "/ronder/0198…/hall".</summary>
    public static bool Takes(string route, string path) =>
        Regex.IsMatch(path, $"^{Hole().Replace(route, "[^/]+")}$", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();
}
