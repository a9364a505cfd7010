using System.Net;
using System.Text.RegularExpressions;
using DigiSam.Benchmarks.Hosts;
using Microsoft.Data.Sqlite;

namespace DigiSam.Benchmarks.Pages;

/// <summary>The host and the bare host of the same database, and someone who is signed in to the first.</summary>
internal sealed partial class PagePair : IAsyncDisposable
{
    private readonly DemoDatabase _data;

    private PagePair(DemoDatabase data, RunningHost host, RunningHost bare, Visitor samira)
    {
        _data = data;
        (Host, Bare) = (host, bare);
        (Samira, Anyone) = (samira, Visitor.Anyone(bare));
    }

    public RunningHost Host { get; }

    public RunningHost Bare { get; }

    public Visitor Samira { get; }

    /// <summary>The bare host's visitor.</summary>
    public Visitor Anyone { get; }

    public static async Task<PagePair> Start(PublishedHost published, DemoDatabase data)
    {
        var host = await published.Start(data);
        var bare = (RunningHost?)null;
        try
        {
            bare = await BareHost.Start(published, data);
            return new PagePair(data, host, bare, await Visitor.SignIn(host, Visitor.Samira));
        }
        catch
        {
            await host.DisposeAsync();
            await (bare?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
    }

    /// <summary>The addresses of a page at both hosts. A page far into the list is looked for by the links of those before it.</summary>
    public async Task<(string Ours, string Bare)> Find(PageAddress page)
    {
        var (address, number) = (page.Address, 1);
        for (; number < page.Number; number++)
            address = WebUtility.HtmlDecode(Next().Match(await Samira.Open(address)).Groups["address"].Value);
        return (address, number == 1 ? page.Bare : $"{page.Bare}?fran={Uri.EscapeDataString(LastBefore(page.Number))}");
    }

    /// <summary>Opens every page until the code of both hosts has been compiled for good, which takes it more than a hundred runs.</summary>
    public async Task Warm()
    {
        foreach (var page in PageAddresses.All.Where(page => page.Number == 1))
        {
            await Load.Run(Samira, page.Address, atOnce: 8, times: 200);
            await Load.Run(Anyone, page.Bare, atOnce: 8, times: 200);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Samira.Dispose();
        Anyone.Dispose();
        await Host.DisposeAsync();
        await Bare.DisposeAsync();
    }

    /// <summary>Rank and id of the last row before the page, found by counting.</summary>
    private string LastBefore(int page)
    {
        using var connection = new SqliteConnection($"Data Source={_data.File};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Rank\" || '|' || Id FROM Risks WHERE Status = 'Open' ORDER BY \"Rank\" DESC, Id DESC LIMIT 1 OFFSET $before";
        command.Parameters.AddWithValue("$before", ((page - 1) * 50) - 1);
        return (string)command.ExecuteScalar()!;
    }

    [GeneratedRegex("""rel="next" href="(?<address>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Next();
}
