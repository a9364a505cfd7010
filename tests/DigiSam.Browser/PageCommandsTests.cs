using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DigiSam.Browser.Paths;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DigiSam.Browser;

/// <summary>How many commands each page sends to the database: as many for the whole municipality as for a unit.</summary>
public sealed class PageCommandsTests(DemoFolder demo, ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>The most that any page needs with what stands in its frame; a row at a time would soon pass it.</summary>
    private const int Most = 20;

    /// <summary>A unit's overview tells of its year and its work as well.</summary>
    private const int MostOfAUnit = 38;

    /// <summary>A report's page is the report, put together anew: its records, and each kind of figures for two years.</summary>
    private const int MostOfAReport = 68;

    private static readonly string[] Lists =
    [
        "/", "/sam-aret", "/sam-aret/uppfoljning", "/ronder", "/ronder/planera", "/risker", "/risker/matris", "/atgarder", "/atgarder/handlingsplan", "/checklistor",
        "/observationer", "/rapporter", "/organisation",
    ];

    private static readonly string[] OneOf = ["/ronder/", "/risker/", "/atgarder/", "/checklistor/", "/rapporter/"];

    private readonly CommandCount _count = new();
    private DemoInProcess _host = null!;

    public async ValueTask InitializeAsync() => _host = await DemoInProcess.Start(demo, app => app.Use(_count.Count));

    public async ValueTask DisposeAsync()
    {
        _count.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_page_sends_no_more_commands_when_it_has_more_to_show()
    {
        var (unit, whole) = (await Visit("Karin Lindahl"), await Visit("Samira Haddad"));
        foreach (var (page, commands) in whole)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page,-26} {commands,3} for the municipality, {(unit.TryGetValue(page, out var one) ? $"{one,3} for a unit" : "")}"));
            Assert.InRange(commands, 1, page.StartsWith("/rapporter/", StringComparison.Ordinal) ? MostOfAReport : Most);
        }

        Assert.All(unit, page => Assert.InRange(page.Value, 1, page.Key.StartsWith("/rapporter/", StringComparison.Ordinal) ? MostOfAReport : MostOfAUnit));
        Assert.True(whole.Count >= Lists.Length + OneOf.Length, string.Join(", ", whole.Keys));
        Assert.All(Lists.Where(page => page is not "/"), page => Assert.True(whole[page] <= unit[page] + 8, $"{page}: {whole[page]} for the municipality, {unit[page]} for a unit"));
    }

    /// <summary>The commands of every list, and of the first page that each list leads to.</summary>
    private async Task<Dictionary<string, int>> Visit(string person)
    {
        using var client = await _host.SignedIn(person);
        var commands = new Dictionary<string, int>();
        foreach (var list in Lists)
        {
            var page = await Get(client, list, list, commands);
            foreach (var one in OneOf.Where(one => list.StartsWith(one.TrimEnd('/'), StringComparison.Ordinal) && !commands.ContainsKey(one)))
            {
                if (Regex.Match(page, $"href=\"(?<address>{one}(?:[0-9a-f-]{{36}}|[a-z-]+/[0-9]+))\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } link)
                    await Get(client, link.Groups["address"].Value, one, commands);
            }
        }

        return commands;
    }

    private async Task<string> Get(HttpClient client, string address, string name, Dictionary<string, int> commands)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        commands[name] = _count.Last;
        return page;
    }

    /// <summary>Counts the commands of the request that is being answered; what the host does beside it is not counted.</summary>
    private sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly AsyncLocal<List<DbCommand>?> _current = new();
        private readonly List<IDisposable> _listening = [];

        public CommandCount() => _listening.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public int Last { get; private set; }

        public async Task Count(Microsoft.AspNetCore.Http.HttpContext http, Microsoft.AspNetCore.Http.RequestDelegate next)
        {
            var commands = _current.Value = [];
            await next(http);
            Last = commands.Count;
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                _listening.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData { Command: var command })
                _current.Value?.Add(command);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            foreach (var listening in _listening)
                listening.Dispose();
        }
    }
}
