using DigiSam.Access;
using DigiSam.DefinitionFiles;
using DigiSam.Workflows.Definitions;
using Fault = DigiSam.DefinitionFiles.DefinitionFault;

namespace DigiSam.Processes;

/// <summary>
/// The process definitions of this installation, read once at start from <c>workflows/</c>. Any invalid file stops the start
/// with file, line and reason, and so does a name that nobody here knows: a guard, a role, or whom to escalate to.
/// </summary>
public sealed class InstalledProcesses
{
    /// <summary>Whom a late step can be escalated to besides the roles: whoever is manager next above.</summary>
    public const string NextManager = "next-manager";

    /// <summary>The kinds of place that a step can be done for; besides them <see cref="HumanStep.Above"/>.</summary>
    private static readonly string[] PlaceKinds = ["unit", "administration", "board", "municipality", HumanStep.Above];

    private readonly Dictionary<(string Key, int Version), ProcessDefinition> _definitions;

    private readonly IReadOnlyList<MoveMap> _maps;

    private InstalledProcesses(IEnumerable<ProcessDefinition> definitions, IReadOnlyList<MoveMap> maps) =>
        (_definitions, _maps) = (definitions.ToDictionary(definition => (definition.Key, definition.Version)), maps);

    /// <summary>All versions, by key and version.</summary>
    public IReadOnlyList<ProcessDefinition> Definitions =>
        [.. _definitions.Values.OrderBy(definition => definition.Key, StringComparer.Ordinal).ThenBy(definition => definition.Version)];

    /// <summary>
    /// Reads all files below the folder; throws <see cref="InvalidDefinitionException"/> with the faults of them all.
    /// </summary>
    /// <param name="guards">The names of conditions that definitions of a key may use.</param>
    public static InstalledProcesses Read(string folder, Func<string, IReadOnlyCollection<string>> guards)
    {
        var definitions = new List<ProcessDefinition>();
        var faults = new List<Fault>();
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories) : [];
        foreach (var file in files.Where(file => !MoveMapReader.IsMap(file)).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            var reading = DefinitionReader.Read(file);
            faults.AddRange(reading.Faults.Select(fault => new Fault(name, fault.Line, fault.Message)));
            if (reading.Definition is not { } definition)
                continue;
            definitions.Add(definition);
            faults.AddRange(Unknown(definition, guards(definition.Key)).Select(unknown => new Fault(name, LineOf(file, unknown.Name), unknown.Reason)));
        }

        var maps = new List<MoveMap>();
        foreach (var file in files.Where(MoveMapReader.IsMap).Order(StringComparer.Ordinal))
        {
            var reading = MoveMapReader.Read(file, definitions);
            faults.AddRange(reading.Faults.Select(fault => new Fault(Path.GetRelativePath(folder, file).Replace('\\', '/'), fault.Line, fault.Message)));
            if (reading.Map is { } map)
                maps.Add(map);
        }

        if (files.Length == 0)
            faults.Add(new Fault(folder, 0, "ingen processdefinition finns"));
        return faults.Count > 0 ? throw new InvalidDefinitionException(faults) : new InstalledProcesses(definitions, maps);
    }

    /// <summary>The ways from a version of a definition to others.</summary>
    public IReadOnlyList<MoveMap> MapsFrom(string key, int version) => [.. _maps.Where(map => map.Key == key && map.From == version)];

    /// <summary>The newest version of a definition, which a new process starts with.</summary>
    public ProcessDefinition Newest(string key) =>
        _definitions.Values.Where(definition => definition.Key == key).MaxBy(definition => definition.Version)
        ?? throw new InvalidOperationException($"No process definition {key}.");

    /// <summary>A version by "sam-year@1", or the newest by "sam-year"; null when there is none.</summary>
    public ProcessDefinition? Find(string name) => _definitions.Values
        .Where(definition => name == definition.Key || name == $"{definition.Key}@{definition.Version}").MaxBy(definition => definition.Version);

    /// <summary>Reads one file that need not be installed; throws <see cref="InvalidDefinitionException"/> with its faults.</summary>
    public static ProcessDefinition ReadFile(string file, Func<string, IReadOnlyCollection<string>> guards)
    {
        var reading = DefinitionReader.Read(file);
        IReadOnlyList<Fault> faults = reading.Definition is { } read
            ? [.. Unknown(read, guards(read.Key)).Select(unknown => new Fault(file, LineOf(file, unknown.Name), unknown.Reason))]
            : [.. reading.Faults.Select(fault => new Fault(file, fault.Line, fault.Message))];
        return faults.Count > 0 ? throw new InvalidDefinitionException(faults) : reading.Definition!;
    }

    /// <summary>The definition that a process was started with.</summary>
    public ProcessDefinition Of(Process process) => Of(process.DefinitionKey, process.DefinitionVersion);

    /// <summary>The definition that a process goes by; null when its file is gone.</summary>
    public ProcessDefinition? Find(Process process) => Find(process.DefinitionKey, process.DefinitionVersion);

    /// <summary>A version of a definition; null when there is none.</summary>
    public ProcessDefinition? Find(string key, int version) => _definitions.GetValueOrDefault((key, version));

    /// <summary>A version of a definition.</summary>
    public ProcessDefinition Of(string key, int version) =>
        _definitions.GetValueOrDefault((key, version))
        ?? throw new InvalidOperationException($"No process definition {key}/{version}.");

    /// <summary>
    /// Refuses files that have been changed or taken away while processes run by them: a running process keeps the words and
    /// dates it was started with.
    /// </summary>
    public void Match(IEnumerable<(string Key, int Version, string Hash)> running)
    {
        var faults = running
            .Where(used => _definitions.GetValueOrDefault((used.Key, used.Version))?.ContentHash != used.Hash)
            .Select(used => new Fault(
                $"{used.Key}/{used.Version}.json",
                _definitions.ContainsKey((used.Key, used.Version)) ? 1 : 0,
                _definitions.ContainsKey((used.Key, used.Version))
                    ? "filen är ändrad sedan processer startades med den; återställ den och gör ändringen i en ny version"
                    : "filen saknas, och processer har startats med den; lägg tillbaka den"))
            .ToList();
        if (faults.Count > 0)
            throw new InvalidDefinitionException(faults);
    }

    /// <summary>The role by the name that a definition uses; null when there is none.</summary>
    internal static Role? RoleNamed(string name) =>
        RoleNames.ForPeople.Where(role => role.Code() == name).Select(role => (Role?)role).FirstOrDefault();

    private static IEnumerable<(string Name, string Reason)> Unknown(ProcessDefinition definition, IReadOnlyCollection<string> guards)
    {
        var steps = definition.Steps;
        foreach (var guard in steps.SelectMany(step => step.Guards.Concat(step.Exits.SelectMany(exit => exit.Guards))).Distinct().Where(guard => !guards.Contains(guard)))
            yield return (guard, $"villkoret \"{guard}\" finns inte; {(guards.Count == 0 ? "den här processen har inga villkor" : $"välj bland {string.Join(", ", guards)}")}");
        foreach (var role in steps.SelectMany(step => step.Humans).SelectMany(human => human.With.Append(human.Role)).Distinct().Where(role => RoleNamed(role) is null))
            yield return (role, $"rollen \"{role}\" finns inte; välj bland {string.Join(", ", RoleNames.ForPeople.Select(known => known.Code()))}");
        foreach (var place in steps.SelectMany(step => step.Humans.Select(human => human.Place).Concat(step.FinalFor)).Distinct().Where(place => !PlaceKinds.Contains(place)))
            yield return (place, $"platsen \"{place}\" finns inte; välj bland {string.Join(", ", PlaceKinds)}");
        foreach (var to in steps.SelectMany(step => step.Escalations).Select(escalation => escalation.To).Distinct().Where(to => to != NextManager && RoleNamed(to) is null))
            yield return (to, $"eskalering till \"{to}\" finns inte; skriv {NextManager} eller en roll: {string.Join(", ", RoleNames.ForPeople.Select(known => known.Code()))}");
    }

    private static int LineOf(string file, string name) =>
        File.ReadLines(file).TakeWhile(line => !line.Contains($"\"{name}\"", StringComparison.Ordinal)).Count() + 1;
}
