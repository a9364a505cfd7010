using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace DigiSam.DefinitionFiles;

/// <summary>
/// Keys and values of a definition file, each read once by name. A missing or malformed value becomes a fault with its
/// line, and the reader goes on with null so that all faults of a file are found in one run.
/// </summary>
internal sealed class DefinitionMap(DefinitionFile file, YamlMappingNode node)
{
    private readonly HashSet<string> _read = [];

    /// <summary>A required text.</summary>
    public string? Text(string key)
    {
        var value = Find(key);
        if (value is YamlScalarNode { Value: { Length: > 0 } text })
            return text.Trim();
        file.Fault(value ?? node, value is null ? $"nyckeln \"{key}\" saknas" : $"\"{key}\" ska vara en text");
        return null;
    }

    /// <summary>A required text that rows of the database hold too, where there is room for so many letters.</summary>
    public string? Text(string key, int longest)
    {
        var text = Text(key);
        if (text?.Length > longest)
            FaultAt(key, $"\"{key}\" får ha högst {longest} tecken, inte {text.Length}");
        return text;
    }

    /// <summary>A text that may be left out.</summary>
    public string? OptionalText(string key) => Has(key) ? Text(key) : null;

    public int? Int(string key) => Convert<int>(key, Text(key), static text =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null, "ett heltal");

    public int? OptionalInt(string key) => Has(key) ? Int(key) : null;

    public decimal? OptionalDecimal(string key) => Has(key)
        ? Convert<decimal>(key, Text(key), static text =>
            decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null, "ett tal med decimalpunkt")
        : null;

    public bool Flag(string key) => Has(key) && Convert<bool>(key, Text(key), static text =>
        text switch { "true" => true, "false" => false, _ => null }, "true eller false") == true;

    /// <summary>One of the words given, as the value that stands beside it.</summary>
    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct =>
        Convert<T>(key, Text(key), text => choices.TryGetValue(text, out var choice) ? choice : null, $"en av {string.Join(", ", choices.Keys)}");

    /// <summary>The maps of a list; empty when the key is absent.</summary>
    public IReadOnlyList<DefinitionMap> Maps(string key)
    {
        var value = Find(key);
        if (value is null)
            return [];
        if (value is not YamlSequenceNode list)
        {
            file.Fault(value, $"\"{key}\" ska vara en lista");
            return [];
        }

        foreach (var stray in list.Children.Where(child => child is not YamlMappingNode))
            file.Fault(stray, $"\"{key}\" ska bestå av poster med nycklar");
        return [.. list.Children.OfType<YamlMappingNode>().Select(child => new DefinitionMap(file, child))];
    }

    /// <summary>The map under a key, or null when the key is absent.</summary>
    public DefinitionMap? Map(string key)
    {
        var value = Find(key);
        if (value is YamlMappingNode map)
            return new DefinitionMap(file, map);
        if (value is not null)
            file.Fault(value, $"\"{key}\" ska ha nycklar");
        return null;
    }

    /// <summary>The texts of a list; empty when the key is absent.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var value = Find(key);
        if (value is null)
            return [];
        if (value is YamlSequenceNode list && list.Children.All(child => child is YamlScalarNode { Value.Length: > 0 }))
            return [.. list.Children.Cast<YamlScalarNode>().Select(child => child.Value!)];
        file.Fault(value, $"\"{key}\" ska vara en lista av texter");
        return [];
    }

    /// <summary>All pairs of this map, for maps whose keys are data.</summary>
    public IReadOnlyList<(string Key, string Value)> Pairs()
    {
        var pairs = new List<(string, string)>();
        foreach (var (key, value) in node.Children)
        {
            if (key is YamlScalarNode { Value: { } name } && value is YamlScalarNode { Value: { Length: > 0 } text })
                pairs.Add((name, text));
            else
                file.Fault(value, $"\"{key}\" ska vara en text");
        }

        return pairs;
    }

    public bool Has(string key) => node.Children.ContainsKey(new YamlScalarNode(key));

    public void Fault(string reason) => file.Fault(node, reason);

    /// <summary>A fault in the value of one key, on its line.</summary>
    public void FaultAt(string key, string reason) => file.Fault(node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : node, reason);

    /// <summary>Faults every key that was not read.</summary>
    public void End()
    {
        foreach (var key in node.Children.Keys.Where(key => key is not YamlScalarNode { Value: { } name } || !_read.Contains(name)))
            file.Fault(key, $"okänd nyckel \"{key}\"");
    }

    private YamlNode? Find(string key)
    {
        _read.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private T? Convert<T>(string key, string? text, Func<string, T?> convert, string expected)
        where T : struct
    {
        if (text is null)
            return null;
        var value = convert(text);
        if (value is null)
            file.Fault(node.Children[new YamlScalarNode(key)], $"\"{key}\" ska vara {expected}, inte \"{text}\"");
        return value;
    }
}
