using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Processes;
using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;

namespace DigiSam.Web.Processes;

/// <summary>Puts what definitions say by codes into Swedish.</summary>
internal static class ProcessWords
{
    private static readonly Dictionary<Role, string> Definite = new()
    {
        [Role.Manager] = "chefen",
        [Role.SafetyRep] = "skyddsombudet",
        [Role.ChiefSafetyRep] = "huvudskyddsombudet",
        [Role.Employee] = "medarbetaren",
        [Role.HrPartner] = "HR-partnern",
        [Role.HrStrategist] = "HR-strategen",
        [Role.BoardSecretary] = "nämndsekreteraren",
        [Role.CaseOfficer] = "handläggaren",
        [Role.Administrator] = "systemförvaltaren",
    };

    private static readonly Dictionary<string, string> Guards = new()
    {
        ["safety-rep-took-part-or-abstained"] = "skyddsombudet har medverkat eller avstått, eller så står det skrivet varför ombudet inte är med",
        ["all-planned-rounds-done-or-cancelled"] = "alla planerade ronder är genomförda, eller inställda med ett skäl",
        ["all-deficiencies-assessed-or-dismissed"] = "alla brister är bedömda som risker, eller avfärdade med ett skäl",
        ["all-measures-done-or-in-action-plan"] = "varje risk över den lägsta nivån har en åtgärd, och ingen åtgärd har passerat sin sista dag",
        ["all-done-measures-checked-or-rescheduled"] = "varje genomförd åtgärd är kontrollerad, eller har en ny dag för kontroll",
        ["all-open-measures-carried-over-with-reason"] = "åtgärder som inte är klara är tagna med till nästa år, med ett skäl",
        ["yearly-follow-up-answered"] = "frågorna i den årliga uppföljningen är besvarade",
        ["shortcomings-in-next-plan"] = "varje brist i uppföljningen har blivit en förbättring i nästa års plan",
        ["all-questions-answered"] = "enheten har svarat på alla frågor",
        ["all-measures-checked"] = "alla åtgärder är klara och effekten av dem är kontrollerad, eller så är de strukna",
        ["serious-risk-has-measure"] = "en allvarlig risk har minst en åtgärd",
        ["assessed-since-checked"] = "risken är bedömd på nytt efter att effekten kontrollerades",
        ["consultation-answered-or-over"] = "ett svar på samrådet har kommit, eller sista dagen för det har passerat",
        ["decided-by-a-board"] = "det är nämndens eller kommunens egen rapport",
    };

    /// <summary>What must hold, as the end of "när …". A name without words stands as it is; a test sees to it that there is none.</summary>
    public static string Guard(string name) => Guards.GetValueOrDefault(name, name);

    /// <summary>"chefen" of "manager", "chefen närmast ovanför" of whoever is next above.</summary>
    public static string Who(string code) => code == InstalledProcesses.NextManager
        ? "chefen närmast ovanför"
        : RoleNames.ForPeople.Where(role => role.Code() == code).Select(role => Definite[role]).FirstOrDefault(code);

    /// <summary>"chefen för enheten, tillsammans med skyddsombudet".</summary>
    public static string Who(HumanStep human) => human.Place == HumanStep.Above
        ? $"{Who(human.Role)} närmast ovanför{With(human)}"
        : $"{Who(human.Role)} {Place(human.Place)}{With(human)}";

    /// <summary>"tre", "tre och fyra", "tre, fyra och fem".</summary>
    public static string Listed(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} och {words[^1]}";

    /// <summary>As the beginning of a sentence.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>When a step opens: "7 januari".</summary>
    public static string OpensOn(TimeExpression time) => time switch
    {
        TimeExpression.DayOfYear day => Day(day),
        TimeExpression.Offset { Count: 0 } => "när processen startar",
        TimeExpression.Offset offset => $"{Count(offset)} efter att processen har startat",
        _ => "",
    };

    /// <summary>The last day: "15 februari", or so long after the opening.</summary>
    public static string DueOn(TimeExpression time, ProcessFlow flow) => time switch
    {
        TimeExpression.DayOfYear day => Day(day),
        TimeExpression.Offset offset => $"{Count(offset)} efter att {(flow == ProcessFlow.States ? "läget börjar" : "steget öppnar")}",
        _ => "",
    };

    /// <summary>When someone is reminded or told: "14 dagar före", "5 arbetsdagar efter".</summary>
    public static string Beside(TimeExpression time) => time switch
    {
        TimeExpression.DayOfYear day => Day(day),
        TimeExpression.Offset { Count: 0 } => "på sista dagen",
        TimeExpression.Offset { Count: < 0 } before => $"{Count(before)} före sista dagen",
        TimeExpression.Offset after => $"{Count(after)} efter sista dagen",
        _ => "",
    };

    /// <summary>"14 och 3 dagar före sista dagen".</summary>
    public static string Reminders(IReadOnlyList<TimeExpression> times) =>
        times.Count > 1 && times.All(time => time is TimeExpression.DayOffset { Count: < -1 })
            ? $"{Listed([.. times.Cast<TimeExpression.DayOffset>().Select(time => $"{-time.Count}")])} dagar före sista dagen"
            : Listed([.. times.Select(Beside)]);

    private static string Day(TimeExpression.DayOfYear day) => $"{day.Day} {SwedishDate.Month(day.Month)}{(day.NextYear ? " året efter" : "")}";

    private static string Count(TimeExpression.Offset offset) => (offset, Math.Abs(offset.Count)) switch
    {
        (TimeExpression.WorkingDayOffset, 1) => "1 arbetsdag",
        (TimeExpression.WorkingDayOffset, var days) => $"{days} arbetsdagar",
        (_, 365) => "ett år",
        (_, 1) => "1 dag",
        (_, var days) => $"{days} dagar",
    };

    private static string With(HumanStep human) => human.With.Count == 0 ? "" : $", tillsammans med {Listed([.. human.With.Select(Who)])}";

    private static string Place(string kind) => kind switch
    {
        "unit" => "på enheten",
        "administration" => "på förvaltningen",
        "board" => "hos nämnden",
        "municipality" => "för hela kommunen",
        _ => "",
    };
}
