using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;

namespace DigiSam.Tests.AnnualReports.Documents;

/// <summary>The sections of the sample report: text alone, figures with and without gaps, answers with and without overrides.</summary>
internal static class SampleSections
{
    private const string AnswerRule =
        "Nej om någon nämnd svarar Nej, annars Delvis om någon svarar Delvis, annars Ja";

    public static IReadOnlyList<SectionContent> Create() =>
        [LastYear(), Summary(), Injuries(), SickLeave(), Turnover(), Rounds(), Allocation(), Inspections()];

    private static SectionContent LastYear() => new(
        "forra-aret", 1, "Bedömning och utvärdering av föregående års åtgärder", [], [], [],
        new NarrativeContent(true,
        [
            Paragraph("Av de 24 åtgärder som planerades förra året är 19 genomförda och 5 pågår. De som pågår gäller ventilation "
                + "i två skolor, bemanning på kvällar inom hemtjänsten och belysning på gångvägar till tre förskolor."),
            new TextBlock(TextBlockKind.Heading, "Vad som gav effekt"),
            Bullet("Fasta team inom hemtjänsten: färre byten av arbetsplats under dagen."),
            Bullet("Utbildning i lågaffektivt bemötande: färre tillbud på de fyra skolor som deltog."),
        ]));

    private static SectionContent Summary() => new(
        "sammanfattning", 2, "Sammanfattande bedömning och analys", [], [], [],
        new NarrativeContent(true,
        [
            Paragraph("Arbetsmiljöarbetet har följt årsplanen i de flesta nämnder. Sjukfrånvaron har minskat, mest den korta. "
                + "Hot och våld är fortsatt den risk som flest nämnder lyfter, följd av hög arbetsbelastning för första linjens chefer."),
            Paragraph("Två nämnder saknar fullständiga underlag. Bedömningen av deras arbete är därför försiktig."),
        ]));

    private static SectionContent Injuries()
    {
        var count = Origin("Antal händelser med händelsedatum under perioden", "2023", "handelser-2023.csv", 'a', 1240, [2, 3, 5]);
        var table = new TableContent(
            "arbetsskador", "Arbetsskador och tillbud", "Arbetsskador och tillbud", ["Föregående år"],
            [
                Row("Antal rapporterade arbetsskador", SampleReport.Figure(412, "412", count)),
                Row("Antal rapporterade tillbud", SampleReport.Figure(828, "828", count)),
                Row("Antal händelser i Miljönämnden", SampleReport.Hidden(count)),
                Row("Antal klarmarkerade händelser", new CellContent(CellState.Missing, null, "uppgift saknas", null)),
            ],
            []);
        return new SectionContent(
            "arbetsskador", 3, "Arbetsskador och tillbud", [table],
            [
                Question("rutin", "Har rapporteringen fungerat enligt den kommungemensamma rutinen?", ReportAnswer.Yes),
                Question("aterrapport", "Har anmälda arbetsskador och tillbud återrapporterats till medarbetarna under året?", ReportAnswer.Undetermined)
                    with { Answered = 7, NotAnswered = ["Socialnämnden", "Tekniska nämnden"] },
            ],
            [], new NarrativeContent(true, [Paragraph("Antalet tillbud har ökat, vilket nämnderna förklarar med att fler känner till hur man anmäler.")]));
    }

    private static SectionContent SickLeave()
    {
        var table = new TableContent(
            "sjukfranvaro", "Sjukfrånvaro, procent", "Sjukfrånvaro", ["R12 2023-12", "R12 2022-12", "Skillnad"],
            [
                Percent("Total sjukfrånvaro", 0, 7.4m, 8.2m, 2),
                Percent("Kvinnor", 1, 8.1m, 9.0m, 3),
                Percent("Män", 1, 4.8m, 5.1m, 4),
                new RowContent("Kort sjukfrånvaro (0–14 dagar)", 0, true, []),
                Percent("Totalt", 0, 3.1m, 3.9m, 5),
                Percent("Kvinnor", 1, 3.3m, 4.1m, 6),
                Percent("Män", 1, 2.7m, 3.2m, 7),
                new RowContent("Lång sjukfrånvaro (15– dagar)", 0, true, []),
                Percent("Totalt", 0, 4.3m, 4.3m, 8),
                Percent("Kvinnor", 1, 4.8m, 4.9m, 9),
                Percent("Män", 1, 2.1m, 1.9m, 10),
            ],
            [
                "Kort och lång sjukfrånvaro summerar inte alltid till den totala: talen är avrundade var för sig.",
                "Från 2023-04 räknas karensavdraget som kort sjukfrånvaro. Jämförelser över den tidpunkten är osäkra.",
            ]);
        return new SectionContent(
            "sjukfranvaro", 4, "Sjukfrånvaro", [table], [],
            [
                "Den totala sjukfrånvaron är 7,4 procent, 0,8 procentenheter lägre än året före.",
                "Störst är minskningen i den korta sjukfrånvaron bland kvinnor.",
            ],
            new NarrativeContent(true,
            [
                Paragraph("Minskningen finns i alla nämnder utom en. Den korta sjukfrånvaron har minskat mest i förskolan, där vikarier nu bokas centralt."),
                new TextBlock(TextBlockKind.Heading, "Rehabilitering"),
                Paragraph("Antalet avslutade rehabiliteringar är oförändrat."),
            ]));
    }

    private static SectionContent Turnover()
    {
        var rule = Origin("Antal externa avgångar delat med medelantalet tillsvidareanställda", null, "personalomsattning.csv", 'c', 64, [2, 14]);
        var table = new TableContent(
            "personalomsattning", "Personalomsättning, externa avgångar", "Personalomsättning", ["2023", "2022", "2021", "2020"],
            [
                Row("Totalt, procent", SampleReport.Figure(10.4m, "10,4", rule), SampleReport.Figure(11.2m, "11,2", rule), SampleReport.Figure(9.8m, "9,8", rule), SampleReport.Hidden(rule)),
                Row("Antal avgångar", SampleReport.Figure(1626, "1 626", rule), SampleReport.Figure(1660, "1 660", rule), SampleReport.Figure(1498, "1 498", rule), SampleReport.Hidden(rule)),
            ],
            []);
        return new SectionContent(
            "personalomsattning", 5, "Personalomsättning", [table], [],
            ["Pensionsavgångar ingår i personalomsättningen."], new NarrativeContent(true, []));
    }

    private static SectionContent Rounds() => new(
        "ronder", 6, "Arbetsmiljöronder och arbetsmiljöarbete", [],
        [
            Question("kartlaggning", "Har kartläggning av arbetsmiljön (arbetsmiljöronder) genomförts?", ReportAnswer.Yes)
                with
                {
                    Computed = ReportAnswer.Partly,
                    Override = new OverrideContent(
                        ReportAnswer.Yes,
                        "Kommunstyrelsens återstående rond hölls i november, efter det att nämnden hade svarat",
                        ReportAnswer.Partly,
                        new DateTimeOffset(2024, 2, 20, 9, 0, 0, TimeSpan.Zero),
                        new ProvenanceSource("faststallda-svar.csv", SampleReport.Hash('e'), 3, [2])),
                    Deviations = [new DeviationContent("Kommunstyrelsen", ReportAnswer.Partly, "Den fysiska ronden hölls i november")],
                },
            Question("rutiner", "Har rutiner och instruktioner för arbetsmiljöarbetet följts?", ReportAnswer.Partly)
                with
                {
                    Deviations =
                    [
                        new DeviationContent("Grundskolenämnden", ReportAnswer.Yes, null),
                        new DeviationContent("Miljönämnden", ReportAnswer.Yes, null),
                        new DeviationContent("Socialnämnden", ReportAnswer.No, null),
                    ],
                },
            Question("skyddsombud", "Har skyddsombud medverkat?", ReportAnswer.Yes),
            Question("aterkoppling", "Har åtgärder återrapporterats till medarbetarna?", ReportAnswer.No) with { Answered = 8, NotAnswered = ["Tekniska nämnden"] },
        ],
        ["212 av 230 planerade ronder har hållits."],
        new NarrativeContent(false, [Paragraph("Ronderna har blivit en del av vardagen. Det som brister är återkopplingen: åtgärder genomförs utan att medarbetarna får veta det.")]));

    private static SectionContent Allocation() => new(
        "vidarefordelning", 7, "Vidarefördelning av arbetsmiljöuppgifter och certifiering", [],
        [
            Question("skriftlig", "Har alla med ansvar för arbetsmiljöuppgifter fått en skriftlig vidarefördelning?", ReportAnswer.No),
            Question("certifierade", "Är samtliga chefer i verksamheten certifierade?", ReportAnswer.NotApplicable),
        ],
        [], new NarrativeContent(false, []));

    private static SectionContent Inspections() => new(
        "inspektioner", 8, "Inspektioner från Arbetsmiljöverket", [], [], [],
        new NarrativeContent(false, [Paragraph("Arbetsmiljöverket har inspekterat två skolor. Båda ärendena är avslutade.")]));

    private static RowContent Percent(string label, int level, decimal now, decimal before, int line)
    {
        const string Rule = "Sjukfrånvarotimmar delat med ordinarie arbetstid i timmar, avrundat till en decimal";
        var difference = now - before;
        return new RowContent(label, level, false,
        [
            SampleReport.Figure(now, Shown(now), Origin(Rule, "R12 2023-12", "sjukfranvaro-r12.csv", 'b', 18, [line])),
            SampleReport.Figure(before, Shown(before), Origin(Rule, "R12 2022-12", "sjukfranvaro-r12.csv", 'b', 18, [line + 9])),
            SampleReport.Figure(difference, Shown(difference), new Provenance(
                $"Skillnaden mellan de visade procenttalen: {Shown(now)} − {Shown(before)}", "Hela kommunen", "R12 2023-12 och R12 2022-12",
                [new ProvenanceSource("sjukfranvaro-r12.csv", SampleReport.Hash('b'), 18, [line, line + 9])], SampleReport.NewestInput)),
        ]);
    }

    private static string Shown(decimal value) => value < 0
        ? FormattableString.Invariant($"\u2212{-value}").Replace('.', ',')
        : FormattableString.Invariant($"{value}").Replace('.', ',');

    private static QuestionContent Question(string key, string text, ReportAnswer answer) => new(
        key, text, AnswerRule, answer, answer, null, 9, 9, null, [], [], Origin(AnswerRule, "2024", "svar-2024.csv", 'e', 90, [2, 12, 22, 32, 33, 34]));

    private static Provenance Origin(string rule, string? period, string file, char hash, int rows, int[] lines) =>
        new(rule, "Hela kommunen", period, [new ProvenanceSource(file, SampleReport.Hash(hash), rows, lines)], SampleReport.NewestInput);

    private static RowContent Row(string label, params CellContent[] cells) => new(label, 0, false, cells);

    private static TextBlock Paragraph(string text) => new(TextBlockKind.Paragraph, text);

    private static TextBlock Bullet(string text) => new(TextBlockKind.Bullet, text);
}
