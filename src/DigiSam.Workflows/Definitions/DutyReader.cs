using System.Text.Json;
using DigiSam.Workflows.Calendar;

namespace DigiSam.Workflows.Definitions;

/// <summary>Reads what steps and states have in common: whose they are, and what happens as the last day comes and goes.</summary>
internal sealed class DutyReader(ObjectReader step, FaultList faults)
{
    public List<TimeExpression> Reminders()
    {
        var reminders = new List<TimeExpression>();
        foreach (var item in step.List("reminders"))
        {
            if (step.Time(item) is not { } time)
                continue;
            if (time is not TimeExpression.Offset { Count: <= 0 })
                faults.Add(item.Line, $"Påminnelsen \"{item.Text}\" kommer inte före sista dagen. Skriv till exempel \"-14d\".");
            else if (reminders.Contains(time))
                faults.Add(item.Line, $"Påminnelsen \"{item.Text}\" står två gånger. Ta bort den ena.");
            reminders.Add(time);
        }

        return reminders;
    }

    /// <summary>One escalation, or a list of them in which each comes later than the one before.</summary>
    public List<Escalation> Escalations()
    {
        var read = new List<Escalation>();
        foreach (var item in All("escalation"))
        {
            var escalation = new ObjectReader(item, faults, ["after", "to"]);
            var to = escalation.Name("to");
            if (escalation.Time("after") is not { } after)
                continue;
            if (after is not TimeExpression.Offset { Count: > 0 })
                faults.Add(escalation.LineOf("after"), "Eskaleringen ska komma efter sista dagen. Skriv till exempel \"+5 arbetsdagar\".");
            else if (read.Count > 0 && SampleYears.Any(year => Day(after, year) <= Day(read[^1].After, year)))
                faults.Add(escalation.LineOf("after"), "Eskaleringen kommer inte efter den som står före. Flytta en av dem.");
            read.Add(new Escalation(after, to));
        }

        return read;
    }

    /// <summary>One, or a list with one for each kind of place.</summary>
    public List<HumanStep> Humans()
    {
        var read = new List<HumanStep>();
        foreach (var item in All("human"))
        {
            var human = new ObjectReader(item, faults, ["role", "place"], "with");
            var place = human.Name("place");
            if (read.Exists(known => string.Equals(known.Place, place, StringComparison.Ordinal)))
                faults.Add(human.LineOf("place"), $"\"{place}\" står två gånger i \"human\". Ta bort den ena.");
            read.Add(new HumanStep(human.Name("role"), place, Texts(human.Names("with"))));
        }

        return read;
    }

    public static IReadOnlyList<string> Texts(IReadOnlyList<LocatedJson> values) => [.. values.Select(value => value.Text)];

    // Working days shift with the calendar: these years begin on every weekday, and two of them are leap years.
    internal static IEnumerable<int> SampleYears => Enumerable.Range(2023, 8);

    private IReadOnlyList<LocatedJson> All(string key) =>
        step.Value(key) is not { } json ? [] : json.Type == JsonTokenType.StartArray ? json.Items : [json];

    private static DateOnly Day(TimeExpression after, int year) => after.Resolve(year, new DateOnly(year, 3, 1));
}
