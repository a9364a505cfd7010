using System.Text;
using DigiSam.AnnualReports;
using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Organisation;
using MediatR;

namespace DigiSam.Tests.Support;

/// <summary>A file of one kind with every fault that its kind can have, beside rows that are right, and each fault's line.</summary>
internal sealed record FaultyFile(string Kind, string Arguments, string Text, params (int Line, string Reason)[] Faults)
{
    public static IReadOnlyList<FaultyFile> All { get; } =
    [
        new("organisation", "organisation", """
            administration_code,administration,board,board_aliases,unit_code,unit
            BUF,Barn- och utbildningsförvaltningen,Förskolenämnden,,F1,Förskolan Åkern
            ,Socialförvaltningen,Socialnämnden,,,
            BUF,Barn- och utbildningsförvaltningen,förskolenämnden,,F1,Förskolan Åkern
            BUF,Bygg- och utvecklingsförvaltningen,Byggnadsnämnden,,,
            SOF,Socialförvaltningen,Socialnämnden,,S1,
            SOF,Socialförvaltningen,Socialnämnden,,F1,Förskolan Åkern
            KSF,Kommunstyrelsens förvaltning,Kommunstyrelsen,,K1,Växeln
            KSF,Kommunstyrelsens förvaltning,Grundskolenämnden,,K1,Växeln och caféet
            KSF,Kommunstyrelsens förvaltning,Kulturnämnden,,12345678901234567890123456789012345678901,Museet
            KSF,Kommunstyrelsens förvaltning,Kulturnämnden
            """,
            (3, "ifyllda"), (4, "upprepar rad 2"), (5, "koden BUF heter"), (6, "enhetens kod och namn"), (7, "en enhet hör till en förvaltning"), (9, "enheten K1 heter"), (10, "längre än 40"), (11, "3 fält")),
        new("organisation, header", "organisation", "administration,board,chef\nSocialförvaltningen,Socialnämnden,Ada\n",
            (1, "\"administration_code\" saknas"), (1, "\"chef\" är okänd")),
        new("published values", "published", """
            board,headcount,span,group,r12_2023_12,r12_2022_12,published_difference
            Exempelkommunen,,total,alla,"7,7","8,5",
            Okända nämnden,50,total,alla,7.1,7.2,
            Exempelkommunen,,total,kvinnor,många,8.0,
            Exempelkommunen,,total,män,-3.2,8.0,
            Exempelkommunen,,total,alla,7.7,8.5,
            Exempelkommunen,,total,barn,7.7,8.5,
            Exempelkommunen,,medel,alla,7.7,8.5,
            Exempelkommunen,,kort,alla,104.5,8.5,
            Exempelkommunen,,kort,kvinnor,1.234,8.5,
            Exempelkommunen,,kort,män,"1.234,5",1e3,
            Exempelkommunen,,lång,alla,∞,"7,7 %",
            Exempelkommunen,,lång,kvinnor,7.1234567,8.5,
            Exempelkommunen,,lång,män,,8.5,
            Socialnämnden,,total,alla,7.7,8.5,
            Socialnämnden,tio,total,kvinnor,7.7,8.5,
            Socialnämnden,-4,total,män,7.7,8.5,
            Socialnämnden,"12,5",kort,män,7.7,8.5,
            Förskolenämnden,400,total,alla,7.7,8.5,tre
            Förskolenämnden,400,total,män,7.7,8.5,-79228162514264337593543950335
            Förskolenämnden,400,total,kvinnor,123456789012345678901234567890,8.5,
            Förskolenämnden,400,kort,alla,7,7,8,5,
            "Soci"alnämnden,400,kort,alla,7,8,
            Sosialnämnden,400,kort,alla,sju,8,
            ,400,lång,kvinnor,4.4,5.0,
            """,
            (25, "nämnden saknas"), (3, "\"Okända nämnden\" är okänd"), (4, "\"många\" är inte ett tal"), (5, "mindre än noll"), (6, "upprepar rad 2"), (7, "alla, kvinnor eller män, inte \"barn\""), (8, "\"medel\" är okänt"),
            (9, "mer än 100 procent"), (10, "på två sätt"), (11, "1.234,5"), (11, "1e3"), (12, "∞"), (12, "7,7 %"), (13, "sex decimaler"), (14, "talet saknas"),
            (15, "headcount"), (16, "heltal, inte \"tio\""), (17, "heltal, inte \"-4\""), (18, "heltal, inte \"12,5\""), (19, "skillnaden: \"tre\""), (20, "orimligt stort"), (21, "för stort tal"),
            (22, "9 fält"), (23, "citattecken"), (24, "Menade du Socialnämnden?"), (24, "\"sju\" är inte ett tal")),
        new("published values, boards", "published", """
            board;headcount;span;group;r12_2023_12
            Okända nämnden;50;total;alla;7,1
            Grundskolenämnden;50;total;alla;7,1
            Skolnämnden;50;total;alla;7,2
            Sosialnämnden;50;total;alla;7,2
            Hela kommunen;50;total;alla;7,2
            """,
            (2, "Kända är"), (4, "upprepar rad 3"), (5, "Menade du Socialnämnden?"), (6, "\"Hela kommunen\" är okänd")),
        new("published hours", "published", "measure;r12_2023_12\nmertid/fyllnadstid timmar;24.054\növertid timmar;-1\nsumma timmar;53 539,5\nsumma timmar;1000000000\n",
            (2, "på två sätt"), (3, "mindre än noll"), (5, "orimligt stort")),
        new("published counts", "published", "measure,published_value\nAntal rapporterade tillbud,12.5\nAntal arbetsskador,3\n",
            (2, "heltal"), (3, "okänt")),
        new("published values, header", "published", "span,grupp,r12_2023_13\ntotal,alla,7.7\n", (1, "känns inte igen")),
        new("published answers", "published", """
            section,question,rule,published_answer,remark
            Arbetsskador och tillbud,Har rapporteringen fungerat enligt den kommungemensamma rutinen?,share,Ja,
            Arbetsskador och tillbud,Har skyddsombud medverkat?,share,Ja,
            ,Har solen skinit?,share,Ja,
            ,Har åtgärder återrapporterats till medarbetarna?,any,Ja,
            ,Har rutiner och instruktioner för arbetsmiljöarbetet följts?,share,Kanske,
            ,Har rapporteringen fungerat enligt den kommungemensamma rutinen?,share,Nej,
            Väder,Har kartläggning av arbetsmiljön (arbetsmiljöronder) genomförts?,share,,
            """,
            (3, "står inte i avsnittet"), (4, "finns inte i formuläret"), (5, "regeln är any"), (6, "\"Kanske\" är inte ett svar"), (7, "upprepar rad 2"), (8, "svaret saknas"), (8, "\"Väder\"")),
        new("answers", "answers", """
            board;question;answer;basis
            Förskolenämnden;Har skyddsombud medverkat?;Ja;
            Förskolenämden;Har skyddsombud medverkat?;Ja;
            Socialnämnden;Har skyddsombuden medverkat?;Ja;
            Socialnämnden;Har skyddsombud medverkat?;Jo;gissat
            förskolenämnden;Har  skyddsombud medverkat?;Nej;
            Skolnämnden;Har skyddsombud medverkat?;Nej;
            Grundskolenämnden;Har skyddsombud medverkat?;Nej;
            Kommunstyrelsen,Har skyddsombud medverkat?,Nej,
            """,
            (3, "Menade du Förskolenämnden?"), (4, "finns inte i formuläret"), (5, "\"Jo\" är inte ett svar"), (5, "gissat"), (6, "upprepar rad 2"), (8, "upprepar rad 7"), (9, "1 fält")),
        new("answers, header", "answers", "nämnd;fråga;betyg\nSocialnämnden;Har skyddsombud medverkat?;5\n", (1, "\"answer\" saknas"), (1, "\"betyg\" är okänd")),
        new("texts", "texts", "Inledning\n# Sjukfrånvaro\nText.\n# Väder\nSol.\n# Sjukfrånvaro\nMer.\n#Personalomsättning\nBort.\n# Företagshälsovård\nEtt\u0007 pip.\n",
            (1, "före den första"), (4, "\"Väder\" finns inte"), (6, "två gånger"), (8, "mellanslag efter #"), (11, "styrtecken")),
    ];

    public static TheoryData<string> Kinds => [.. All.Select(file => file.Kind)];

    public byte[] Content => Encoding.UTF8.GetBytes(Text);

    public IRequest<ImportReport> Import => (Arguments, Kind) switch
    {
        ("organisation", _) => new ImportOrganisation("fel.csv", Content, null, DryRun: false),
        ("published", "published answers") => new ImportPublishedAnswers(ImportSample.Year, "fel.csv", Content, DryRun: false),
        ("published", _) => new ImportPublishedValues(ImportSample.Year, "fel.csv", Content, null, DryRun: false),
        ("answers", _) => new ImportAnswers(ImportSample.Year, "fel.csv", Content, DryRun: false),
        _ => new ImportTexts(ImportSample.Year, null, "fel.csv", Content, DryRun: false),
    };

    public static FaultyFile Of(string kind) => All.Single(file => file.Kind == kind);
}
