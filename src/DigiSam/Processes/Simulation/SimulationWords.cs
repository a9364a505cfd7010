using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Workflows.Simulation;

namespace DigiSam.Processes.Simulation;

/// <summary>What a simulation says in Swedish, on paper and on the screen.</summary>
public static class SimulationWords
{
    private static readonly Dictionary<SimulatedBehaviour, (string Code, string Swedish, string Name, string Sentence)> Behaviours = new()
    {
        [SimulatedBehaviour.OnTime] = ("on-time", "i-tid", "Alla blir klara i tid", "Alla blir klara på sista dagen, så att alla påminnelser går ut."),
        [SimulatedBehaviour.Late] = ("late", "sent", "Alla blir klara för sent", "Alla blir klara tio arbetsdagar efter sista dagen."),
        [SimulatedBehaviour.Never] = ("never", "aldrig", "Ingen blir klar", "Ingen gör något steg klart."),
        [SimulatedBehaviour.Mixed] = ("mixed", "blandat", "Blandat", "Av tio steg blir fyra klara i god tid, tre på sista dagen, två upp till tjugo arbetsdagar för sent och ett aldrig."),
    };

    /// <summary>Every code that <see cref="Named"/> knows, English and Swedish.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Behaviours.Values.SelectMany(behaviour => new[] { behaviour.Code, behaviour.Swedish })];

    /// <summary>The behaviour by its English or Swedish code; null when there is none.</summary>
    public static SimulatedBehaviour? Named(string? code) => Behaviours
        .Where(behaviour => behaviour.Value.Code == code || behaviour.Value.Swedish == code).Select(behaviour => (SimulatedBehaviour?)behaviour.Key).FirstOrDefault();

    /// <summary>"blandat".</summary>
    public static string SwedishCode(this SimulatedBehaviour behaviour) => Behaviours[behaviour].Swedish;

    /// <summary>"Ingen blir klar".</summary>
    public static string Name(this SimulatedBehaviour behaviour) => Behaviours[behaviour].Name;

    /// <summary>A sentence that says what the behaviour means.</summary>
    public static string Sentence(this SimulatedBehaviour behaviour) => Behaviours[behaviour].Sentence;

    /// <summary>"Chef"; "Högre chef" for whoever is manager next above.</summary>
    public static string Role(string role) => role == InstalledProcesses.NextManager ? "Högre chef" : InstalledProcesses.RoleNamed(role)?.Swedish() ?? role;

    /// <summary>"jan", and with its year "jan 2028" when it is not the simulated one.</summary>
    public static string Month(DateOnly month, int year) =>
        $"{SwedishDate.Month(month.Month)[..3]}{(month.Year == year ? "" : $" {month.Year}")}";

    /// <summary>"måndag 1 februari 2027".</summary>
    public static string Day(DateOnly day) => $"{Weekdays[(int)day.DayOfWeek]} {SwedishDate.Long(day)}";

    /// <summary>"mån 1 feb".</summary>
    public static string ShortDay(DateOnly day) => $"{Weekdays[(int)day.DayOfWeek][..3]} {day.Day} {SwedishDate.Month(day.Month)[..3]}";

    /// <summary>"450 uppgifter, 1 påminnelse och 3 eskaleringar", without what there is none of.</summary>
    public static string Parts(LoadCount load)
    {
        string[] parts =
        [
            .. Counted(load.Tasks, "uppgift", "uppgifter"), .. Counted(load.Reminders, "påminnelse", "påminnelser"), .. Counted(load.Escalations, "eskalering", "eskaleringar"),
        ];
        return Listed(parts);
    }

    /// <summary>"450 enheter", or that it is one for the whole municipality.</summary>
    public static string Places(SimulationResult result) => InUnits(result)
        ? $"{Number(result.Places)} {(result.Places == 1 ? "enhet" : "enheter")}"
        : "en för hela kommunen";

    /// <summary>Whether each unit has one of its own.</summary>
    public static bool InUnits(SimulationResult result) => OrganisationInMemory.KindFor(result.Definition) == OrganisationInMemory.Unit;

    /// <summary>"chef 6 uppgifter och 11,5 påminnelser": what the role gets for each unit.</summary>
    public static string Average(string role, SimulationResult result)
    {
        var all = result.Of(role);
        string[] parts = [.. Share(all.Tasks, "uppgift", "uppgifter"), .. Share(all.Reminders, "påminnelse", "påminnelser"), .. Share(all.Escalations, "eskalering", "eskaleringar")];
        return $"{LowerRole(role)} {Listed(parts)}";

        string[] Share(int count, string one, string more) =>
            count == 0 ? [] : count == result.Places ? [$"1 {one}"] : [$"{SwedishNumber.Show((decimal)count / result.Places, count % result.Places == 0 ? 0 : 1)} {more}"];
    }

    /// <summary>"450 personer får 4 var", or a name where it is one person alone; the most first, so many lines at most.</summary>
    public static IEnumerable<string> Shares(IReadOnlyList<PersonLoad> loads, int most) => loads
        .GroupBy(load => load.Load.All).OrderByDescending(same => same.Key).Take(most)
        .Select(same => same.Count() == 1 ? $"{same.First().Person.Name} får {Number(same.Key)}" : $"{Number(same.Count())} personer får {Number(same.Key)} var");

    /// <summary>"19 eskaleringar till Magnus Hedlund, måndag 22 februari 2027", or how many people it is who get as much.</summary>
    public static string Hardest(HardestDay hardest) => hardest.People == 1
        ? $"{Parts(hardest.Person.Load)} till {hardest.Person.Person.Name}, {Day(hardest.Day)}"
        : $"{Number(hardest.Person.Load.All)} var till {Number(hardest.People)} personer, {Day(hardest.Day)}";

    /// <summary>"chef 900 i mars, skyddsombud 450 i november": the month in which each role gets the most; one that gets nothing is left out.</summary>
    public static string FullestMonths(SimulationResult result) => Listed([.. result.Roles
        .Select(role => (Role: role, Most: result.Months.MaxBy(month => month.Of(role).All)))
        .Where(fullest => fullest.Most?.Of(fullest.Role).All > 0)
        .Select(fullest => $"{LowerRole(fullest.Role)} {Number(fullest.Most!.Of(fullest.Role).All)} i {SwedishDate.Month(fullest.Most.First.Month)}{(fullest.Most.First.Year == result.Year ? "" : $" {fullest.Most.First.Year}")}")]);

    private static string LowerRole(string role) => Role(role) is var name && name.StartsWith("HR", StringComparison.Ordinal) ? name : Role(role).ToLowerInvariant();

    /// <summary>"april–september och november": the months of the year itself in which nobody gets anything; empty when there is none.</summary>
    public static string QuietMonths(SimulationResult result)
    {
        var spans = new List<(int First, int Last)>();
        foreach (var month in result.Months.Where(month => month.First.Year == result.Year && month.Load.All == 0).Select(month => month.First.Month))
        {
            if (spans.Count > 0 && spans[^1].Last == month - 1)
                spans[^1] = (spans[^1].First, month);
            else
                spans.Add((month, month));
        }

        return spans.Count == 0 ? "" : Listed([.. spans.Select(span =>
            span.First == span.Last ? SwedishDate.Month(span.First) : $"{SwedishDate.Month(span.First)}{(span.Last == span.First + 1 ? " och " : "–")}{SwedishDate.Month(span.Last)}")]);
    }

    /// <summary>"1 350".</summary>
    public static string Number(int number) => SwedishNumber.Show(number, 0);

    private static readonly string[] Weekdays = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];

    private static string Listed(string[] parts) => parts.Length switch
    {
        0 => "ingenting",
        1 => parts[0],
        _ => $"{string.Join(", ", parts[..^1])} och {parts[^1]}",
    };

    private static string[] Counted(int count, string one, string more) => count == 0 ? [] : [$"{Number(count)} {(count == 1 ? one : more)}"];
}
