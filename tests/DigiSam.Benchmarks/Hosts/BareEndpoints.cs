using System.Collections.Concurrent;
using System.Text.Json;
using DigiSam.Benchmarks.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigiSam.Benchmarks.Hosts;

/// <summary>What the bare host answers: the rows of a page as JSON, read with prepared statements. It knows no rights and no words.</summary>
internal static class BareEndpoints
{
    public static async Task<int> Run(string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        var idle = new ConcurrentBag<BareRows>();
        foreach (var page in PageAddresses.All)
        {
            app.MapGet(page.Bare, async (HttpContext context) =>
            {
                if (!idle.TryTake(out var rows))
                    rows = new BareRows(database);
                context.Response.ContentType = "application/json; charset=utf-8";
                await using (var json = new Utf8JsonWriter(context.Response.BodyWriter))
                    rows.Write(json, page, context.Request.Query["fran"]);
                idle.Add(rows);
            });
        }

        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await app.WaitForShutdownAsync();
        foreach (var rows in idle)
            rows.Dispose();
        return 0;
    }
}
