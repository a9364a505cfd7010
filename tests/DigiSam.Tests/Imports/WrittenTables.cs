using DigiSam.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace DigiSam.Tests.Imports;

/// <summary>A table of Swedish texts and numbers, and how it is written.</summary>
public sealed record WrittenTable(object[][] Rows, string Form, byte[] Content)
{
    public override string ToString() => $"{Form}\n{string.Join('\n', Rows.Select(row => string.Join(" | ", row)))}";
}

/// <summary>Bytes that are any, or a real file with some of its bytes changed.</summary>
public sealed record AnyBytes(byte[] Content)
{
    public override string ToString() => $"{Convert.ToHexStringLower(Content)}";
}

/// <summary>Makes them for the property tests.</summary>
public static class WrittenTables
{
    private static readonly string[] Words =
    [
        "Förskolan", "Åkern", "Ängen", "ö", "Å", "kafé", "vård", "omsorg;", "nämnd,", "\"Solen\"", "\"", "och", "§ 3", "10", "–", "SJÖ", "a|b", "# rubrik", "'", "½", "½°", "=1+1", "ÅÄÖ", "é",
    ];

    private static readonly Gen<string> Text =
        from words in Gen.ListOf(Gen.Elements(Words))
        from glue in Gen.Elements(" ", "")
        select string.Join(glue, words.Take(6)).Trim();

    /// <summary>Not three decimals after one to three digits: that is refused, whatever it stands for.</summary>
    private static readonly Gen<decimal> Number =
        from whole in Gen.Frequency((3, Gen.Choose(0, 150)), (1, Gen.Choose(0, 999_999_999)))
        from scale in Gen.Elements<byte>(0, 1, 2, 4, 6)
        from negative in Gen.Elements(true, false)
        select new decimal(whole, 0, 0, negative && whole > 0, scale);

    private static readonly Gen<TableForm> Form =
        from encoding in Gen.Elements(TableForm.Encodings)
        from delimiter in Gen.Elements(';', ',')
        from sign in Gen.Elements('.', ',')
        from end in Gen.Elements("\n", "\r\n", "\r")
        from thousands in Gen.Elements("", " ", "\u00A0")
        from blank in Gen.Choose(0, 3)
        select new TableForm(encoding, delimiter, sign, end, thousands, blank);

    public static Arbitrary<WrittenTable> Table()
    {
        var rows = from columns in Gen.Choose(2, 5)
                   from numbers in Gen.Elements(true, false).ListOf(columns)
                   from count in Gen.Choose(1, 60)
                   from cells in Gen.ListOf(Gen.CollectToArray(numbers, isNumber => isNumber ? Number.Select(number => (object)number) : Text.Select(text => (object)text)), count)
                   select (object[][])[[.. Enumerable.Range(1, columns).Select(column => (object)$"spalt {column}")], .. cells];
        return Arb.From(from table in rows
                        from form in Form
                        where form.Encoding != "iso-8859-1" || !table.Any(row => row.OfType<string>().Any(text => text.Contains('–')))
                        select new WrittenTable(table, $"{form}", form.Write(table)));
    }

    public static Arbitrary<AnyBytes> Bytes()
    {
        var real = ImportSample.All.Select(sample => sample.Form(TableForm.Plain).Write(sample.Rows)).ToArray();
        var any = Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf();
        var signs = Gen.Elements("a;,\"\r\n \t\0#7.-åé\u00A0€"u8.ToArray()).ArrayOf();
        var changed = from content in Gen.Elements(real)
                      from changes in Gen.NonEmptyListOf(Gen.Zip(Gen.Choose(0, 100_000), Gen.Choose(0, 255)))
                      select Change(content, changes);
        return Arb.From(Gen.OneOf(any, signs, changed).Select(content => new AnyBytes(content)), Shorter);
    }

    private static byte[] Change(byte[] content, IEnumerable<(int At, int Value)> changes)
    {
        var changed = content.ToArray();
        foreach (var (at, value) in changes.Take(3))
            changed[at % changed.Length] = (byte)value;
        return changed;
    }

    private static IEnumerable<AnyBytes> Shorter(AnyBytes bytes)
    {
        for (var cut = bytes.Content.Length / 2; cut > 0; cut /= 2)
        {
            yield return new AnyBytes(bytes.Content[..^cut]);
            yield return new AnyBytes(bytes.Content[cut..]);
        }
    }
}
