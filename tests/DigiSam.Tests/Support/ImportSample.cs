using DigiSam.AnnualReports;
using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Organisation;
using MediatR;

namespace DigiSam.Tests.Support;

/// <summary>A correct file of one kind, the same with one thing corrected, and the request that takes it in.</summary>
internal sealed record ImportSample(
    string Kind, string FileName, object[][] Rows, object[][] Corrected, Func<string, byte[], bool, IRequest<ImportReport>> Request)
{
    public const int Year = 2024;

    public const string Organisation = "organisation";

    private const string ReportingWorks = "Har rapporteringen fungerat enligt den kommungemensamma rutinen?";

    private const string RepsTookPart = "Har skyddsombud medverkat?";

    private const string Sufficient = "Har alla som fått en skriftlig vidarefördelning tillräckliga befogenheter, resurser och kunskaper?";

    public static IReadOnlyList<ImportSample> All { get; } =
    [
        new(Organisation, "organisation.csv", Places("Växel och café"), Places("Kundtjänst och café"),
            (name, content, dryRun) => new ImportOrganisation(name, content, new DateOnly(2024, 1, 1), dryRun)),
        new("published values", "sjukfrånvaro.csv", SickLeave(9.1m), SickLeave(9.2m),
            (name, content, dryRun) => new ImportPublishedValues(Year, name, content, null, dryRun)),
        new("published hours", "övertid.csv", Overtime(29485m), Overtime(29486m),
            (name, content, dryRun) => new ImportPublishedValues(Year, name, content, null, dryRun)),
        new("published answers", "publicerade-svar.csv", Published("Räknat på hälften, så som förut"), Published("Räknat på alla"),
            (name, content, dryRun) => new ImportPublishedAnswers(Year, name, content, dryRun)),
        new("answers", "svar.csv", Answered("Delvis"), Answered("Nej"),
            (name, content, dryRun) => new ImportAnswers(Year, name, content, dryRun)),
        new("texts", "texter.md", Written("minskat"), Written("ökat"),
            (name, content, dryRun) => new ImportTexts(Year, null, name, content, dryRun)),
    ];

    public static TheoryData<string> Kinds => [.. All.Select(sample => sample.Kind)];

    public bool IsTable => Kind != "texts";

    /// <summary>The form in which every system writes it: texts have no cells.</summary>
    public TableForm Form(TableForm form) => IsTable ? form : form with { Delimiter = TableForm.NoDelimiter };

    public IRequest<ImportReport> Import(byte[] content, bool dryRun = false) => Request(FileName, content, dryRun);

    public IRequest<ImportReport> Import(TableForm form, bool dryRun = false) => Import(Form(form).Write(Rows), dryRun);

    public static ImportSample Of(string kind) => All.Single(sample => sample.Kind == kind);

    /// <summary>An installation that has the organisation, so that files of every kind can be taken in.</summary>
    public static async Task<Installed> Ready()
    {
        var installed = await Installed.Create();
        await installed.Do(Of(Organisation).Import(TableForm.Plain));
        return installed;
    }

    private static object[][] Places(string unit) =>
    [
        ["administration_code", "administration", "board", "board_aliases", "unit_code", "unit"],
        ["BUF", "Barn- och utbildningsförvaltningen", "Förskolenämnden", "", "F1", "Förskolan Åkern"],
        ["BUF", "Barn- och utbildningsförvaltningen", "Grundskolenämnden", "Skolnämnden|Nämnden för grundskola, fritids", "S1", "Ängsskolan \"Önskan\""],
        ["SOF", "Socialförvaltningen", "Socialnämnden", "", "", ""],
        ["KSF", "Kommunstyrelsens förvaltning", "Kommunstyrelsen", "", "K1", unit],
    ];

    private static object[][] SickLeave(decimal corrected) =>
    [
        ["board", "headcount", "span", "group", "r12_2023_12", "r12_2022_12", "published_difference"],
        ["Exempelkommunen", "", "total", "alla", 7.7m, 8.5m, -0.8m],
        ["Exempelkommunen", "", "total", "kvinnor", 8.6m, 9.3m, -0.7m],
        ["Exempelkommunen", "", "total", "män", 5.0m, 5.5m, -0.5m],
        ["Förskolenämnden", 1240m, "total", "alla", corrected, 9.4m, ""],
        ["Socialnämnden", 2418m, "total", "alla", 8.0m, "", ""],
        ["Kommunstyrelsen", 10m, "total", "alla", 3.3m, 2.9m, 0.4m],
    ];

    private static object[][] Overtime(decimal corrected) =>
    [
        ["measure", "r12_2023_12", "r12_2022_12", "published_difference"],
        ["mertid/fyllnadstid timmar", 24054m, 30281.5m, -6227m],
        ["övertid timmar", corrected, 36191m, -6706m],
        ["summa timmar", 53539m, 66472m, -12933m],
    ];

    private static object[][] Published(string remark) =>
    [
        ["section", "question", "rule", "published_answer", "remark"],
        ["Arbetsskador och tillbud", ReportingWorks, "share", "Ja", ""],
        ["Arbetsmiljöronder/Arbetsmiljöarbete", RepsTookPart, "share", "Ja", remark],
        ["Vidarefördelning och certifiering", Sufficient, "all", "Nej", ""],
    ];

    private static object[][] Answered(string corrected) =>
    [
        ["board", "question", "answer", "basis", "comment"],
        ["Förskolenämnden", ReportingWorks, "Ja", "", ""],
        ["Skolnämnden", ReportingWorks, corrected, "documented", "Tre enheter, alla små, har inte svarat än"],
        ["Socialnämnden", Sufficient, "Ej aktuellt", "declared", "Får \"svara\" i år"],
    ];

    private static object[][] Written(string corrected) =>
    [
        ["# Sjukfrånvaro"],
        [""],
        [$"Sjukfrånvaron har {corrected} på Åkern, Ängen och Östra kaféet."],
        ["# Övertid och mertid"],
        ["Övertiden följer planen; 24 054 timmar, \"mindre än förut\"."],
    ];
}
