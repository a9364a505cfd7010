namespace DigiSam.AnnualReports.Checking.Reading;

/// <summary>The Swedish words that claims about figures are made with.</summary>
internal static class Words
{
    public static readonly HashSet<string> Women = ["kvinnor", "kvinnorna", "kvinnors", "kvinnornas"];

    public static readonly HashSet<string> Men = ["män", "männen", "mäns", "männens"];

    public static readonly HashSet<string> Slight = ["något", "marginellt", "lite", "litet", "svagt", "obetydligt", "viss", "marginell", "svag", "liten", "mindre"];

    public static readonly HashSet<string> Strong = ["markant", "kraftigt", "väsentligt", "betydligt", "avsevärt", "kraftig", "väsentlig", "betydande", "avsevärd", "rejält", "drastiskt", "drastisk"];

    public static readonly HashSet<string> Hedges = ["cirka", "ca", "omkring", "runt", "ungefär", "drygt", "knappt", "nära", "nästan", "närmare", "över", "minst", "under", "högst", "kring"];

    public static readonly HashSet<string> Negations = ["inte", "ej", "aldrig", "varken", "ingen", "inget"];

    /// <summary>What may be, should be, will be or would have been is no claim about what was.</summary>
    public static readonly HashSet<string> Unreal = ["kan", "kunna", "kunde", "ska", "skall", "skulle", "bör", "borde", "måste", "vill", "kommer", "riskerar", "väntas", "förväntas", "beräknas", "om", "ifall", "huruvida", "mål", "målet", "målsättning", "målsättningen", "målvärdet", "budget", "prognos", "prognosen", "behöver", "tror", "hoppas", "oavsett"];

    /// <summary>Whoever else than the report's own place is spoken of.</summary>
    public static readonly HashSet<string> OtherScope =
    [
        "länet", "länets", "län", "riket", "rikets", "sverige", "sveriges", "kommuner", "kommunerna", "kommunernas", "regionen", "regionens", "nationellt", "nationella", "snittet", "genomsnittet", "genomsnittlig", "genomsnittliga", "genomsnitt", "snitt",
        "andra", "övriga", "flera", "några", "vissa", "somliga", "samtliga", "varje", "enskilda", "respektive", "flest", "störst", "största", "högst", "högsta", "lägst", "lägsta",
        "nämnder", "nämnderna", "nämndernas", "förvaltningar", "förvaltningarna", "verksamheter", "verksamheterna", "verksamheterna", "enheter", "enheterna", "skolor", "skolorna", "förskolor", "förskolorna", "avdelningar", "avdelningarna", "arbetsplatser", "arbetsplatserna", "avdelningen", "enheten",
        "chefer", "cheferna", "chefernas", "lärare", "lärarna", "barnskötare", "undersköterskor", "vikarier", "timavlönade", "yrkesgrupp", "yrkesgrupper", "befattning", "befattningar", "befattningsgrupp", "befattningsgrupper", "åldersgrupp", "åldersgrupper", "yngre", "äldre", "åldern", "personalgrupper", "personalgrupp",
        "skola", "skolan", "socialtjänst", "socialtjänsten", "räddningstjänsten", "boende", "boenden", "boendet", "förskola", "förskolan", "grundskola", "grundskolan", "gymnasiet", "gymnasieskolan", "hemtjänst", "hemtjänsten", "äldreomsorg", "äldreomsorgen", "kök", "köken", "vård", "omsorg", "omsorgen",
        "skillnad", "skillnaden", "skillnaderna", "gapet", "pension", "pensionsavgångar", "pensionsavgångarna", "dag", "dagar", "kostnad", "kostnaden", "kostnaderna",
    ];

    /// <summary>A time that is neither of a table's.</summary>
    public static readonly HashSet<string> OtherPeriod =
    [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december", "våren", "vårens", "hösten", "höstens", "sommaren", "sommarens", "vintern", "vår", "höst", "sommar", "vinter",
        "kvartalet", "kvartal", "tertial", "tertialet", "halvåret", "halvår", "månad", "månaden", "månaderna", "månaders", "pandemin", "pandemi", "covid", "sikt", "åren", "årtiondet", "decenniet", "långt", "terminen", "läsåret", "vardera", "veckan", "början", "slutet", "inledningsvis", "tidvis", "periodvis", "hittills",
    ];

    /// <summary>Words that may stand between a metric and what is said of it without another subject coming in.</summary>
    public static readonly HashSet<string> Light =
    [
        "vilket", "vilka", "som", "den", "det", "de", "detta", "denna", "här", "har", "hade", "ha", "är", "var", "blev", "blir", "bli", "också", "även", "dock", "därmed", "dessutom", "samtidigt", "nu", "igen", "åter", "för", "bland", "hos", "av", "med", "jämfört", "jämförelse", "föregående", "förra", "tidigare", "innan", "år", "året", "årets", "fjol", "fjolårets", "men", "medan", "och", "samt", "i", "på", "till", "från", "en", "ett", "innebär", "motsvarar", "utgör", "totalt", "totala", "total", "sammanlagt", "sammantaget", "sett", "ligger", "låg", "uppgår", "uppgick", "uppgått", "procent", "procentenheter", "procentenhet", "timmar", "under", "därefter", "både", "båda", "alla", "medarbetare", "anställda", "personal", "personalens", "medarbetarnas", "vår", "våra", "vårt", "egen", "egna", "korta", "långa", "kort", "lång", "externa", "extern", "rapporterade", "anmälda", "antal", "antalet", "andel", "andelen", "uttag", "uttaget", "nivå", "nivån", "främst", "framför", "allt", "mest", "däremot", "fortsatt", "visar", "landar", "landade", "hamnar", "hamnade", "stannade", "rullande", "tolv", "senaste", "månader", "helår", "helåret", "hela", "kommunen", "kommunens", "kommun", "nämnden", "nämndens", "förvaltningen", "förvaltningens", "verksamheten", "verksamhetens", "inom", "minskning", "minskningen", "ökning", "ökningen", "minskat", "ökat", "minskade", "ökade", "sjunkit", "stigit", "lägre", "högre", "färre", "fler", "än", "in", "oförändrad", "oförändrat", "oförändrade", "nästan", "så", "trots", "tyvärr", "glädjande", "stadigt", "successivt", "gradvis", "faktiskt", "sakta", "långsamt", "tydligt", "varit", "blivit", "sedan", "ungefär", "princip", "stort", "huvudsak", "relativt",
    ];

    /// <summary>Heads of "minskning av sjukfrånvaron": what is said of them is said of the metric.</summary>
    public static readonly HashSet<string> Heads = ["minskning", "minskningen", "ökning", "ökningen", "nedgång", "nedgången", "uppgång", "uppgången", "sänkning", "höjning", "uttag", "uttaget", "antal", "antalet", "timmar", "timmarna", "nivå", "nivån", "utfall", "utfallet"];

    public static readonly HashSet<string> Prepositions = ["av", "med", "för", "om", "till", "kring", "mot", "vid", "på", "från", "i", "genom", "utan", "inom", "efter", "mellan", "trots", "åt"];

    public static readonly Dictionary<string, decimal> Numbers = new()
    {
        ["en"] = 1,
        ["ett"] = 1,
        ["två"] = 2,
        ["tre"] = 3,
        ["fyra"] = 4,
        ["fem"] = 5,
        ["sex"] = 6,
        ["sju"] = 7,
        ["åtta"] = 8,
        ["nio"] = 9,
        ["tio"] = 10,
        ["elva"] = 11,
        ["tolv"] = 12,
        ["tretton"] = 13,
        ["fjorton"] = 14,
        ["femton"] = 15,
        ["sexton"] = 16,
        ["sjutton"] = 17,
        ["arton"] = 18,
        ["nitton"] = 19,
        ["tjugo"] = 20,
        ["trettio"] = 30,
        ["fyrtio"] = 40,
        ["femtio"] = 50,
    };
}
