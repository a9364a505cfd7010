using DigiSam.Imports;

namespace DigiSam.Figures;

/// <summary>The tables of counted figures that are taken in beside absence.</summary>
public enum FigureTable
{
    Headcount,
    Turnover,
    Overtime,
    Incidents,
    OccupationalHealth,
    Survey,
}

/// <summary>Which places a table's rows name.</summary>
internal enum FigureLevel
{
    /// <summary>Units, or an administration for its small units together.</summary>
    Units,

    /// <summary>Boards, or the municipality for small groups of its boards together.</summary>
    Boards,

    /// <summary>Boards, administrations or the municipality.</summary>
    AboveUnits,

    /// <summary>Any place, each with a row of its own.</summary>
    Any,
}

/// <summary>A number of a row.</summary>
/// <param name="Most">More than this is a mistake.</param>
/// <param name="IsPartOf">The column that this one counts a part of, and never exceeds.</param>
internal sealed record FigureMeasure(string Column, bool Whole, decimal Most, string? IsPartOf = null);

/// <summary>A table that is taken in: its columns, what its rows are about and what must not be stored. A new table is a new description.</summary>
internal sealed record FigureTableForm
{
    public required FigureTable Table { get; init; }

    public required ImportKind Kind { get; init; }

    /// <summary>The word on the command line and in the template's file name.</summary>
    public required string Command { get; init; }

    /// <summary>"Anställda och chefer per enhet".</summary>
    public required string Name { get; init; }

    /// <summary>The column of the period: a month, or a year when it is called so.</summary>
    public string PeriodColumn { get; init; } = "månad";

    public required string PlaceColumn { get; init; }

    public required FigureLevel Level { get; init; }

    public bool BySex { get; init; }

    public string? CategoryColumn { get; init; }

    /// <summary>The only categories there are, by the words for them; null when the file names its own.</summary>
    public IReadOnlyDictionary<string, string>? Categories { get; init; }

    /// <summary>The number of people that a row is about, more than ten; null when the rows count something else than people.</summary>
    public string? PeopleColumn { get; init; }

    public required IReadOnlyList<FigureMeasure> Measures { get; init; }

    /// <summary>
    /// Columns that are not asked for are dropped unread, and rows of a place whose people are too few, or not known, are counted in the
    /// place above (see <see cref="FigureGrouping"/>). The months of a file are replaced as wholes.
    /// </summary>
    public bool IsExtract { get; init; }

    /// <summary>Where a group of ten or fewer is to be merged.</summary>
    public string Advice { get; init; } = "";

    public bool IsYearly => PeriodColumn == "år";

    /// <summary>Places above units are the sum of their units.</summary>
    public bool SumsUnits => Level == FigureLevel.Units;

    public IReadOnlyList<string> Columns =>
    [
        PeriodColumn, PlaceColumn, .. BySex ? ["kön"] : Array.Empty<string>(), .. CategoryColumn is { } category ? [category] : Array.Empty<string>(),
        .. PeopleColumn is { } people ? [people] : Array.Empty<string>(), .. Measures.Select(measure => measure.Column),
    ];
}

/// <summary>All tables there are.</summary>
internal static class FigureTables
{
    private const decimal MostPeople = 1_000_000;

    private const decimal MostHours = 100_000_000;

    private const string UpToMunicipality = "Slå ihop den med andra nämnders grupp på en rad med kommunens namn i kolumnen nämnd";

    public static IReadOnlyList<FigureTableForm> All { get; } =
    [
        new()
        {
            Table = FigureTable.Headcount, Kind = ImportKind.Headcount, Command = "headcount", Name = "Anställda och chefer per enhet",
            PlaceColumn = "enhet", Level = FigureLevel.Units, PeopleColumn = "antal", Measures = [new("chefer", Whole: true, MostPeople, IsPartOf: "antal")],
            Advice = "Slå ihop den med andra små enheter på en rad med förvaltningens namn i kolumnen enhet",
        },
        new()
        {
            Table = FigureTable.Turnover, Kind = ImportKind.Turnover, Command = "turnover", Name = "Personalomsättning per nämnd och kön",
            PlaceColumn = "nämnd", Level = FigureLevel.Boards, BySex = true, PeopleColumn = "antal",
            Measures = [new("avgångar", Whole: true, MostPeople), new("pensionsavgångar", Whole: true, MostPeople, IsPartOf: "avgångar")],
            Advice = UpToMunicipality,
        },
        new()
        {
            Table = FigureTable.Overtime, Kind = ImportKind.Overtime, Command = "overtime", Name = "Övertid och mertid per nämnd",
            PlaceColumn = "nämnd", Level = FigureLevel.Boards, PeopleColumn = "antal",
            Measures = [new("övertid_timmar", Whole: false, MostHours), new("mertid_timmar", Whole: false, MostHours)],
            Advice = UpToMunicipality,
        },
        new()
        {
            Table = FigureTable.Incidents, Kind = ImportKind.Incidents, Command = "incidents", Name = "Arbetsskador och tillbud, ett utdrag ur KIA",
            PlaceColumn = "enhet", Level = FigureLevel.Units, CategoryColumn = "slag", Categories = FigureCategories.Incidents,
            Measures = [new("antal", Whole: true, MostPeople), new("klarmarkerade", Whole: true, MostPeople, IsPartOf: "antal")],
            IsExtract = true,
        },
        new()
        {
            Table = FigureTable.OccupationalHealth, Kind = ImportKind.OccupationalHealth, Command = "occupational-health", Name = "Beställningar av företagshälsovård",
            PlaceColumn = "nämnd_eller_förvaltning", Level = FigureLevel.AboveUnits, CategoryColumn = "tjänst", Categories = FigureCategories.Services,
            Measures = [new("beställningar", Whole: true, MostPeople), new("timmar", Whole: false, MostHours)],
            IsExtract = true,
        },
        new()
        {
            Table = FigureTable.Survey, Kind = ImportKind.Survey, Command = "survey", Name = "Medarbetarundersökningens index",
            PeriodColumn = "år", PlaceColumn = "enhet_eller_nämnd", Level = FigureLevel.Any, CategoryColumn = "område", PeopleColumn = "antal_svar",
            Measures = [new("index", Whole: false, 100)],
            Advice = "Slå ihop den med andra på en rad med förvaltningens eller nämndens namn",
        },
    ];

    public static FigureTableForm Of(FigureTable table) => All.Single(form => form.Table == table);

    /// <summary>The kinds of import that belong to these tables.</summary>
    public static IReadOnlyList<ImportKind> Kinds { get; } = [.. All.Select(form => form.Kind)];

    /// <summary>The columns that an empty table has.</summary>
    public static IReadOnlyList<string> Template(FigureTable table) => table == FigureTable.Incidents ? IncidentExtract.Template : Of(table).Columns;
}

/// <summary>The words that are taken for a category. Whatever else stands in such a column may be free text: it is counted as other and forgotten.</summary>
internal static class FigureCategories
{
    public const string Injury = "arbetsskada";

    public const string NearMiss = "tillbud";

    public const string Other = "annat";

    public const string Observation = "riskobservation";

    public static IReadOnlyDictionary<string, string> Incidents { get; } = new[]
    {
        (Kind: Injury, Words: new[] { Injury, "arbetsolycka", "arbetsolycksfall", "olycksfall", "olycka", "arbetssjukdom", "färdolycka", "färdolycksfall", "sjukdom" }),
        (NearMiss, [NearMiss, "tillbud/nära olycka"]),
        (Observation, [Observation, "observation", "risk"]),
    }.SelectMany(kind => kind.Words.Select(word => (word, kind.Kind))).ToDictionary(pair => pair.word, pair => pair.Kind);

    public static IReadOnlyDictionary<string, string> Services { get; } = new[]
    {
        "rehabilitering", "samtalsstöd", "krisstöd", "ergonomi", "handledning", "hälsoundersökning", "läkare", "chefsstöd", "gruppinsats", "kartläggning", "utbildning",
    }.ToDictionary(word => word);
}
