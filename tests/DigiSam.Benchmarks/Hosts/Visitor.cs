using System.Net;
using System.Text.RegularExpressions;

namespace DigiSam.Benchmarks.Hosts;

/// <summary>Someone who has signed in to a demo and opens pages.</summary>
internal sealed partial class Visitor : IDisposable
{
    /// <summary>An HR strategist, who reads the whole municipality.</summary>
    public const string Samira = "Samira Haddad";

    private readonly HttpClient _client;

    private Visitor(HttpClient client) => _client = client;

    /// <summary>Signs in by the button that carries the person's name, as a browser does.</summary>
    public static async Task<Visitor> SignIn(RunningHost host, string name)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(10) }) { BaseAddress = host.Address };
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/logga-in"));
        var form = DemoForms().Matches(page).Select(found => found.Value).Single(form => form.Contains(name, StringComparison.Ordinal));
        var fields = Fields().Matches(form).ToDictionary(field => field.Groups["name"].Value, field => field.Groups["value"].Value);
        using var answer = await client.PostAsync("/logga-in/demo", new FormUrlEncodedContent(fields));
        answer.EnsureSuccessStatusCode();
        if (!(await answer.Content.ReadAsStringAsync()).Contains("Logga ut", StringComparison.Ordinal))
            throw new InvalidOperationException($"{name} did not get in.");
        return new Visitor(client);
    }

    /// <summary>Someone whom the host does not ask for a name.</summary>
    public static Visitor Anyone(RunningHost host) => new(new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = host.Address });

    /// <summary>Opens a page and reads it to its end; fails on anything but a page.</summary>
    public async Task<string> Open(string address)
    {
        using var answer = await _client.GetAsync(address);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{address} gave {(int)answer.StatusCode}.");
        return await answer.Content.ReadAsStringAsync();
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("""<form method="post" action="/logga-in/demo">.*?</form>""", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DemoForms();

    [GeneratedRegex("""name="(?<name>[^"]+)" value="(?<value>[^"]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fields();
}
