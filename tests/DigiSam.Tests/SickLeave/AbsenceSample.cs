using System.Globalization;
using System.Text;
using DigiSam.Imports;
using DigiSam.Organisation;
using DigiSam.SickLeave;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.SickLeave;

/// <summary>Months of absence in an invented organisation of five units, two boards and an administration that serves both.</summary>
internal static class AbsenceSample
{
    public const string UnitHeader = "månad;enhet;antal;ordinarie_timmar;sjuk_timmar_1_14;sjuk_timmar_15;sjuk_timmar_60";

    public const string BoardHeader = "månad;nämnd;kön;åldersgrupp;antal;ordinarie_timmar;sjuk_timmar_1_14;sjuk_timmar_15;sjuk_timmar_60";

    public const string PositionHeader = "månad;befattning;kön;antal;ordinarie_timmar;sjuk_timmar_1_14;sjuk_timmar_15;sjuk_timmar_60";

    public static readonly string[] Units = ["Björkskolan", "Ekskolan", "Ängens äldreboende", "Åkerns förskola", "Centralköket"];

    public static readonly string[] Boards = ["Grundskolenämnden", "Omsorgsnämnden"];

    public static async Task<Installed> Ready()
    {
        var installed = await Installed.Create(municipality: "Exempelkommunen");
        await installed.Do(new ImportOrganisation(
            "organisation.csv",
            """
            administration_code;administration;board;unit_code;unit
            BUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E1;Björkskolan
            BUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E2;Ekskolan
            BUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E3;Åkerns förskola
            BUF;Barn- och utbildningsförvaltningen;Omsorgsnämnden;K1;Centralköket
            OMS;Omsorgsförvaltningen;Omsorgsnämnden;H1;Ängens äldreboende

            """u8.ToArray(),
            new DateOnly(2020, 1, 1),
            DryRun: false));
        return installed;
    }

    public static Task<ImportReport> Take(this Installed installed, string content, string name = "franvaro.csv", bool dryRun = false) =>
        installed.Do(new ImportAbsence(Source(content, name), dryRun));

    public static ImportSource Source(string content, string name = "franvaro.csv") => ImportSource.FromBytes(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Rows of all units for so many months up to and with the last one, different from each other and with decimals.</summary>
    public static string UnitTable(DateOnly last, int months, int seed = 1) => Table(UnitHeader, last, months, seed, people: 11, Units.Select(unit => unit));

    public static string BoardTable(DateOnly last, int months, int seed = 2) => Table(
        BoardHeader, last, months, seed, people: 200,
        from board in Boards from sex in new[] { "kvinnor", "män" } from age in new[] { "-29", "30-49", "50-" } select $"{board};{sex};{age}");

    private static string Table(string header, DateOnly last, int months, int seed, int people, IEnumerable<string> groups)
    {
        var dice = new Random(seed);
        var lines = new StringBuilder(header).Append('\n');
        foreach (var month in Enumerable.Range(0, months).Select(back => last.AddMonths(-back)))
        {
            foreach (var group in groups)
            {
                var scheduled = 200_000 + dice.Next(900_000);
                var (brief, lasting) = (dice.Next(scheduled / 20), dice.Next(scheduled / 10));
                var from60 = dice.Next(lasting + 1);
                lines.Append(CultureInfo.InvariantCulture, $"{month:yyyy-MM};{group};{people + dice.Next(80)};{Hours(scheduled)};{Hours(brief)};{Hours(lasting)};{Hours(from60)}\n");
            }
        }

        return lines.ToString();
    }

    private static string Hours(int hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');
}
