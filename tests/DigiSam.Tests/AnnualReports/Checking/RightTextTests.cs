namespace DigiSam.Tests.AnnualReports.Checking;

/// <summary>What is right, or what no table can answer, passes without a word.</summary>
public sealed class RightTextTests
{
    [Theory]
    [InlineData("sick-leave", "Sjukfrånvaron är 6,4 procent, vilket är 0,5 procentenheter lägre än föregående år.")]
    [InlineData("sick-leave", "Sjukfrånvaron uppgår till 6,4 %.")]
    [InlineData("sick-leave", "Sjukfrånvaron har minskat från 6,9 till 6,4 procent.")]
    [InlineData("sick-leave", "Sjukfrånvaron är knappt 6,5 procent. Föregående år var den 6,9 procent.")]
    [InlineData("sick-leave", "Sjukfrånvaron är 6 procent.")]
    [InlineData("sick-leave", "Sjukfrånvaron har minskat med 7 procent.")]
    [InlineData("sick-leave", "Kvinnors sjukfrånvaro är 7,2 procent och mäns 4,1 procent.")]
    [InlineData("sick-leave", "För män är sjukfrånvaron oförändrad.")]
    [InlineData("sick-leave", "Korttidsfrånvaron är i stort sett oförändrad.")]
    [InlineData("sick-leave", "Sjukfrånvaron har inte ökat.")]
    [InlineData("sick-leave", "Den korta sjukfrånvaron har ökat något medan den långa sjukfrånvaron har minskat.")]
    [InlineData("sick-leave", "Målet är en sjukfrånvaro på högst 5,5 procent.")]
    [InlineData("sick-leave", "Arbetet med att minska sjukfrånvaron fortsätter, och sjukfrånvaron kan öka när vintern kommer.")]
    [InlineData("sick-leave", "Sjukfrånvaron har ökat i flera verksamheter.")]
    [InlineData("sick-leave", "I länet har sjukfrånvaron ökat till 6,8 procent.")]
    [InlineData("sick-leave", "Inom Grundskolenämnden är sjukfrånvaron 7,9 procent och har ökat.")]
    [InlineData("sick-leave", "Skillnaden mellan kvinnors och mäns sjukfrånvaro har ökat sedan 2019.")]
    [InlineData("sick-leave", "Under våren ökade sjukfrånvaron till 8,1 procent.")]
    [InlineData("sick-leave", "Av sjukfrånvaron är 60 procent längre än två veckor.")]
    [InlineData("sick-leave", "Kostnaden för sjukfrånvaron har ökat med 3 procent.")]
    [InlineData("sick-leave", "Sjukfrånvaron år 2021 var 7,9 procent.")]
    [InlineData("sick-leave", "Uppföljningen av sjukfrånvaron har ökat.")]
    [InlineData("sick-leave", "Den korta sjukfrånvaron, 2,5 procent, och den långa, 3,9 procent, utgör tillsammans 6,4 procent.")]
    [InlineData("sick-leave", "Målet om en sjukfrånvaro på 6,0 procent nåddes inte.")]
    [InlineData("sick-leave", "Sjukfrånvaron är 6,4 procent (6,9 procent föregående år).")]
    [InlineData("sick-leave", "Sjukfrånvaron är 2,1 procentenheter högre för kvinnor än för män. Trots att den har minskat är den högre än i andra kommuner.")]
    [InlineData("overtime", "Mertiden är 18 240 timmar och övertiden 9 905 timmar, totalt 28 145 timmar.")]
    [InlineData("overtime", "Mertid används främst vid sjukfrånvaro, som har ökat.")]
    [InlineData("overtime", "Mertiden ökade med drygt 3 000 timmar till 18 240 timmar.")]
    [InlineData("incidents", "Tillbud inom skolan har ökat, liksom rapporteringen av tillbud.")]
    [InlineData("turnover", "Personalomsättningen är 12 procent, en ökning med 1,9 procentenheter jämfört med 2024.")]
    [InlineData("turnover", "Under 2025 gick 41 medarbetare i pension.")]
    [InlineData("turnover", "Antalet avgångar uppgick till 412.")]
    [InlineData("overtime", "Mertiden har ökat markant, till 18 240 timmar, medan övertiden har minskat till 9 905 timmar.")]
    [InlineData("overtime", "Övertiden uppgick till knappt 10 000 timmar.")]
    [InlineData("overtime", "Tillsammans är mertid och övertid oförändrat i stort sett.")]
    [InlineData("overtime", "Övertiden minskade med 2 965 timmar jämfört med föregående år.")]
    [InlineData("incidents", "Under året rapporterades 311 arbetsskador och 540 tillbud.")]
    [InlineData("incidents", "Två tillbud gällde hot. Den 14 mars 2025 hölls en genomgång enligt AFS 2023:1 och 3 kap. 3 a §.")]
    [InlineData("summary", "Kultur- och fritidsnämndens verksamheter och Vård- och omsorgsnämnd har hållit ronder, liksom Ekskolan och Individnämnden.")]
    [InlineData("summary", "Valnämnden och fastighetsförvaltningen berörs inte. Högskolan i länet deltog.")]
    [InlineData("summary", "Ring växeln om dokument 2025:14. Mötet är den 3 april kl. 13.00.")]
    [InlineData("summary", "Två av tre chefer är certifierade, och var femte medarbetare har svarat.")]
    [InlineData("summary", "Den som är sjukskriven får ett samtal. Ingen är sjukskriven av det skälet. Personalen är inte sjuk oftare.")]
    public void It_is_let_through(string section, string text) =>
        Assert.Equal([], CheckedText.In(section, text).Select(finding => $"{finding.Rule}: {finding.Message}"));

    [Fact]
    public void Numbers_with_every_kind_of_space_are_one_number() =>
        Assert.All(" \u00A0\u202F\u2009", gap => Assert.Empty(CheckedText.In("overtime", $"Mertiden uppgick till 18{gap}240{gap}timmar.")));
}
