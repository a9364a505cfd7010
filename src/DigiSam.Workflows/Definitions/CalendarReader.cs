namespace DigiSam.Workflows.Definitions;

/// <summary>Reads the steps of a calendar, and how they follow on each other.</summary>
internal static class CalendarReader
{
    public static List<StepDefinition> Read(ObjectReader root, FaultList faults)
    {
        var readers = root.List("steps").Select(json => new StepReader(json, faults)).ToList();
        root.RefuseEmpty("steps", "steg");
        var lines = KeyLines.Of(readers.Select(reader => (reader.Key, reader.KeyLine)), "Steget", faults);
        foreach (var name in readers.SelectMany(reader => reader.Beside.Concat(reader.Transitions)))
        {
            if (!lines.ContainsKey(name.Text))
                faults.Add(name.Line, $"Steget \"{name.Text}\" finns inte. Välj bland {string.Join(", ", lines.Keys)}.");
        }

        var steps = readers.Select(reader => reader.Read()).OfType<StepDefinition>().ToList();
        if (faults.IsEmpty)
            RefuseRing(readers, faults);
        return steps;
    }

    // Steps that nothing left leads to are taken away until none is found; what remains waits for a ring and never opens.
    private static void RefuseRing(List<StepReader> waiting, FaultList faults)
    {
        var awaited = waiting.SelectMany(step => step.Transitions, (_, to) => to.Text).ToHashSet(StringComparer.Ordinal);
        var left = waiting.FindAll(step => awaited.Contains(step.Key));
        if (left.Count > 0 && left.Count < waiting.Count)
            RefuseRing(left, faults);
        else if (left.Count > 0)
            faults.Add(left[0].KeyLine, $"Övergångarna går i ring, så att stegen {string.Join(", ", left.Select(step => step.Key))} aldrig kan öppna. Ta bort en av dem.");
    }
}
