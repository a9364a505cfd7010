using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DigiSam.DefinitionFiles;

/// <summary>
/// A YAML file under <c>checklists/</c>. Every such file starts with <c>format: 1</c> and its kind; keys that no one
/// reads are faults, since a misspelt rule would otherwise be a rule that silently does not hold.
/// </summary>
public sealed class DefinitionFile
{
    private readonly List<DefinitionFault> _faults = [];

    private DefinitionFile(string name, string sha256)
    {
        Name = name;
        Sha256 = sha256;
    }

    public string Name { get; }

    /// <summary>SHA-256 of the file's bytes: the identity of a published version.</summary>
    public string Sha256 { get; }

    public bool HasFaults => _faults.Count > 0;

    /// <summary>
    /// Reads a file of the given kind with <paramref name="read"/>; all faults found are thrown together as
    /// <see cref="InvalidDefinitionException"/>.
    /// </summary>
    internal static T Read<T>(string path, string kind, Func<DefinitionFile, DefinitionMap, T> read) =>
        Read(Path.GetFileName(path), File.ReadAllBytes(path), kind, read);

    /// <summary>Reads bytes that are kept elsewhere than in a file, under a name for its faults.</summary>
    internal static T Read<T>(string name, byte[] bytes, string kind, Func<DefinitionFile, DefinitionMap, T> read)
    {
        var file = new DefinitionFile(name, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var result = default(T);
        if (file.Parse(bytes) is { } root)
        {
            var map = new DefinitionMap(file, root);
            if (map.Int("format") is { } format && format != 1)
                map.FaultAt("format", $"format {format} är okänt; den här versionen läser format 1");
            if (map.Text("kind") is { } found && found != kind)
                map.FaultAt("kind", $"kind är \"{found}\" men här väntades \"{kind}\"");
            if (!file.HasFaults)
            {
                result = read(file, map);
                map.End();
            }
        }

        return file.HasFaults ? throw new InvalidDefinitionException(file._faults) : result!;
    }

    /// <summary>The kind that a file says it is, or null when it says none or cannot be read; reading it tells why.</summary>
    internal static string? KindOf(string path)
    {
        var file = new DefinitionFile(Path.GetFileName(path), "");
        return file.Parse(File.ReadAllBytes(path)) is { } root
            && root.Children.TryGetValue(new YamlScalarNode("kind"), out var kind) && kind is YamlScalarNode scalar
            ? scalar.Value
            : null;
    }

    internal void Fault(YamlNode at, string reason) => _faults.Add(new DefinitionFault(Name, at.Start.Line, reason));

    private YamlMappingNode? Parse(byte[] bytes)
    {
        try
        {
            // The mark that some editors put first is no part of the first key.
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            if (HasTabs(text))
                return null;
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return root;
            _faults.Add(new DefinitionFault(Name, 1, "filen ska vara ett enda YAML-dokument med nycklar"));
        }
        catch (YamlException broken)
        {
            _faults.Add(new DefinitionFault(Name, broken.Start.Line, $"ogiltig YAML: {broken.Message}"));
        }
        catch (DecoderFallbackException)
        {
            _faults.Add(new DefinitionFault(Name, 1, "filen är inte UTF-8"));
        }

        return null;
    }

    /// <summary>The parser would name the first line for a tab on any.</summary>
    private bool HasTabs(string text)
    {
        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            if (content[..^content.TrimStart().Length].Contains('\t'))
                _faults.Add(new DefinitionFault(Name, line, "raden är indragen med tabb; YAML tar bara mellanslag"));
        }

        return HasFaults;
    }
}
