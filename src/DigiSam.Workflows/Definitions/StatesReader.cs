namespace DigiSam.Workflows.Definitions;

/// <summary>Reads the states of a process and the ways between them.</summary>
internal static class StatesReader
{
    public static List<StepDefinition> Read(ObjectReader root, FaultList faults)
    {
        var readers = root.List("states").Select(json => new StateReader(json, faults)).ToList();
        root.RefuseEmpty("states", "tillstånd");
        var lines = KeyLines.Of(readers.Select(reader => (reader.Key, reader.KeyLine)), "Tillståndet", faults);
        foreach (var to in readers.SelectMany(reader => reader.LeadsTo).Where(to => !lines.ContainsKey(to.Text)))
            faults.Add(to.Line, $"Tillståndet \"{to.Text}\" finns inte. Välj bland {string.Join(", ", lines.Keys)}.");

        var states = readers.Select(reader => reader.Read()).ToList();
        if (faults.IsEmpty)
            RefuseUnreached(readers, faults);
        return states;
    }

    // The first state is where a process begins; what no way leads to from there is nobody's.
    private static void RefuseUnreached(List<StateReader> readers, FaultList faults)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { readers[0].Key };
        while (readers.Where(reader => reached.Contains(reader.Key)).SelectMany(reader => reader.LeadsTo).Any(to => reached.Add(to.Text)))
        {
        }

        foreach (var reader in readers.Where(reader => !reached.Contains(reader.Key)))
            faults.Add(reader.KeyLine, $"Ingen övergång leder till \"{reader.Key}\" från början, \"{readers[0].Key}\". Lägg till en eller ta bort tillståndet.");
    }
}
