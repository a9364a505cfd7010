using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace DigiSam.Web.Frame;

/// <summary>Addresses that differ from the current one in a few parameters: filters, order and pages stand in the address.</summary>
public static class AddressExtensions
{
    /// <summary>The current address with these parameters set, or left out where the value is null or empty.</summary>
    public static string AddressWith(this HttpContext http, params (string Name, object? Value)[] changes)
    {
        var query = http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            if (value?.ToString() is { Length: > 0 } text)
                query[name] = new StringValues(text);
            else
                query.Remove(name);
        }

        return http.Request.Path + new QueryBuilder(query).ToQueryString().Value;
    }
}
