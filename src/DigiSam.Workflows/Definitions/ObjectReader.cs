using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DigiSam.Workflows.Calendar;

namespace DigiSam.Workflows.Definitions;

/// <summary>
/// Takes the expected keys out of a JSON object. Keys that are unknown, missing, doubled or of the wrong kind become
/// faults; the methods then return something empty, so that the rest of the file is read too.
/// </summary>
internal sealed partial class ObjectReader
{
    private readonly Dictionary<string, LocatedMember> members = new(StringComparer.Ordinal);
    private readonly FaultList faults;

    public ObjectReader(LocatedJson json, FaultList faults, string[] required, params string[] optional)
    {
        this.faults = faults;
        Line = json.Line;
        if (json.Type != JsonTokenType.StartObject)
        {
            faults.Add(json.Line, $"Här ska det stå ett objekt inom {{ }} med nycklarna {Listed(required)}.");
            return;
        }

        foreach (var member in json.Members)
        {
            if (!required.Contains(member.Name, StringComparer.Ordinal) && !optional.Contains(member.Name, StringComparer.Ordinal))
                faults.Add(member.Line, $"Nyckeln \"{member.Name}\" är okänd här. Ta bort den eller välj bland {Listed([.. required, .. optional])}.");
            else if (!members.TryAdd(member.Name, member))
                faults.Add(member.Line, $"Nyckeln \"{member.Name}\" står redan på rad {members[member.Name].Line}. Ta bort den ena.");
        }

        foreach (var missing in required.Where(key => !members.ContainsKey(key)))
            faults.Add(json.Line, $"Nyckeln \"{missing}\" saknas i objektet som börjar här. Lägg till den.");
    }

    /// <summary>The line of the object itself.</summary>
    public int Line { get; }

    public int LineOf(string key) => members.TryGetValue(key, out var member) ? member.Line : Line;

    public LocatedJson? Value(string key) => members.GetValueOrDefault(key)?.Value;

    public string Text(string key, int longest = int.MaxValue)
    {
        if (Value(key) is not { } value)
            return "";
        if (value.Type != JsonTokenType.String || string.IsNullOrWhiteSpace(value.Text))
            faults.Add(value.Line, $"Skriv en text inom citattecken för \"{key}\".");
        else if (value.Text.Length > longest)
            faults.Add(value.Line, $"Texten för \"{key}\" får ha högst {longest} tecken, inte {value.Text.Length}. Korta den.");
        return value.Text;
    }

    public string Name(string key) => Value(key) is { } value ? Name(value) : "";

    public int? Number(string key)
    {
        if (Value(key) is not { } value)
            return null;
        if (value.Type == JsonTokenType.Number
            && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        faults.Add(value.Line, $"Skriv ett heltal från 1 och uppåt för \"{key}\", utan citattecken.");
        return null;
    }

    public TimeExpression? Time(string key) => Value(key) is { } value ? Time(value) : null;

    public TimeExpression? Time(LocatedJson value)
    {
        if (value.Type == JsonTokenType.String && TimeExpression.TryParse(value.Text, out var expression))
            return expression;
        faults.Add(value.Line, $"\"{value.Text}\" är ingen tid. Skriv till exempel \"01-15\", \"01-31 nästa år\", \"-14d\" eller \"+5 arbetsdagar\".");
        return null;
    }

    public IReadOnlyList<LocatedJson> List(string key)
    {
        if (Value(key) is not { } value)
            return [];
        if (value.Type != JsonTokenType.StartArray)
            faults.Add(value.Line, $"Skriv en lista inom [ ] för \"{key}\".");
        return value.Items;
    }

    /// <summary>Makes a list without anything in it a fault.</summary>
    /// <param name="what">What it should hold, as people call it: "steg".</param>
    public void RefuseEmpty(string key, string what)
    {
        if (Value(key) is { Type: JsonTokenType.StartArray, Items.Count: 0 })
            faults.Add(LineOf(key), $"Listan \"{key}\" är tom. Skriv minst ett {what}.");
    }

    /// <summary>True or false; false when it is not there, and true while it is at fault.</summary>
    public bool Truth(string key)
    {
        if (Value(key) is not { } value)
            return false;
        if (value.Type is not (JsonTokenType.True or JsonTokenType.False))
            faults.Add(value.Line, $"Skriv true eller false för \"{key}\", utan citattecken.");
        return value.Type != JsonTokenType.False;
    }

    /// <summary>A list of different names, each with its line.</summary>
    public IReadOnlyList<LocatedJson> Names(string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = List(key);
        foreach (var item in names)
        {
            if (!seen.Add(Name(item)))
                faults.Add(item.Line, $"\"{item.Text}\" står två gånger i \"{key}\". Ta bort den ena.");
        }

        return names;
    }

    private static string Listed(string[] keys) => string.Join(", ", keys.Select(key => $"\"{key}\""));

    private string Name(LocatedJson value)
    {
        if (value.Type != JsonTokenType.String || !NamePattern().IsMatch(value.Text))
            faults.Add(value.Line, $"\"{value.Text}\" är inget namn. Använd a–z, siffror och bindestreck, till exempel \"follow-up\".");
        else if (value.Text.Length > DefinitionReader.LongestName)
            faults.Add(value.Line, $"Namnet \"{value.Text[..20]}…\" får ha högst {DefinitionReader.LongestName} tecken, inte {value.Text.Length}. Korta det.");
        return value.Text;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}
