using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace DigiSam.AnnualReports.Documents;

/// <summary>
/// Rebuilds an Open XML package so that the same parts give the same bytes: fixed times, fixed order of entries,
/// content types and relationships. Entries are stored, not deflated: another version of the compression library
/// must not change the bytes of a report that has been decided on.
/// </summary>
internal static class ReproducibleZip
{
    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>The earliest time that a zip entry can hold.</summary>
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The package's parts in a new zip, content types first and the rest in ordinal order.</summary>
    public static byte[] Rebuild(Stream package)
    {
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var rebuilt = new MemoryStream();
        using (var target = new ZipArchive(rebuilt, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in source.Entries
                .OrderBy(entry => !IsContentTypes(entry.FullName))
                .ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var entry = target.CreateEntry(part.FullName, CompressionLevel.NoCompression);
                entry.LastWriteTime = FixedTime;
                entry.ExternalAttributes = 0;
                using var content = part.Open();
                using var copy = entry.Open();
                if (IsList(part.FullName))
                    Save(Sorted(content), copy);
                else
                    content.CopyTo(copy);
            }
        }

        return rebuilt.ToArray();
    }

    /// <summary>Writes XML as the parts of a package have it: UTF-8 without a byte order mark, on one line.</summary>
    public static void Save(XDocument xml, Stream target)
    {
        using var writer = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n" });
        xml.Save(writer);
    }

    private static bool IsContentTypes(string name) => string.Equals(name, ContentTypes, StringComparison.Ordinal);

    /// <summary>Content types and relationships, whose order has no meaning.</summary>
    private static bool IsList(string name) =>
        IsContentTypes(name) || name.EndsWith(".rels", StringComparison.Ordinal);

    private static XDocument Sorted(Stream xml)
    {
        var list = XDocument.Load(xml);
        list.Root!.ReplaceNodes(list.Root.Elements()
            .OrderBy(item => item.Name.LocalName, StringComparer.Ordinal)
            .ThenBy(Key, StringComparer.Ordinal)
            .ToArray());
        return list;
    }

    private static string? Key(XElement item) =>
        ((string?)item.Attribute("Id") ?? (string?)item.Attribute("Extension") ?? (string?)item.Attribute("PartName"))
            ?.ToUpperInvariant();
}
