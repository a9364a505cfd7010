using System.CommandLine;
using DigiSam.Cli.Terminal;
using DigiSam.Demo;
using DigiSam.Language;

namespace DigiSam.Cli.Commands;

/// <summary><c>digisam demo</c>: an invented municipality in an empty database.</summary>
internal static class DemoCommand
{
    public static Command Create(DatabaseOptionSet where, Screen screen)
    {
        var units = new Option<int>("--units") { Description = $"Antal enheter. Standard: {MakeDemo.UsualUnits}", HelpName = "ANTAL", DefaultValueFactory = _ => MakeDemo.UsualUnits };
        var years = new Option<int>("--years") { Description = $"Antal hela år före det som pågår. Standard: {MakeDemo.UsualYears}", HelpName = "ANTAL", DefaultValueFactory = _ => MakeDemo.UsualYears };
        var seed = new Option<int>("--seed") { Description = $"Ett tal: samma tal ger samma demo samma dag. Standard: {MakeDemo.UsualSeed}", HelpName = "TAL", DefaultValueFactory = _ => MakeDemo.UsualSeed };
        var demo = new Command("demo", "Skapa Exempelkommunen, en påhittad kommun med flera års historia, i en tom databas. Går inte ihop med --municipality.") { units, years, seed };
        demo.SetAction((parsed, stop) => parsed.GetValue(where.Municipality) is not null ? Named(screen) : Session.Run(parsed, where, screen, alone: true, stop, async session =>
        {
            var asked = parsed.GetValue(units);
            var (done, made, exit) = await screen.Counting("Skapar Exempelkommunen", "enhet {0:N0} av {1:N0}", "förvaltningarnas och nämndernas rapporter", asked, progress =>
                session.Send(new MakeDemo(asked, parsed.GetValue(years), parsed.GetValue(seed)) { Progress = progress }, stop));
            if (done)
                Tell(screen, made, parsed.GetValue(where.Db) is not null ? $"--db \"{where.Chosen(parsed).ShownConnection}\"" : $"--data {parsed.GetValue(where.Data)}");
            return exit;
        }));
        return demo;
    }

    /// <summary>Said before a database is made, which would keep the name and refuse the demo.</summary>
    private static Task<int> Named(Screen screen)
    {
        screen.Error("Demons kommun heter Exempelkommunen. Kör kommandot utan --municipality.");
        return Task.FromResult(ExitCode.Usage);
    }

    private static void Tell(Screen screen, DemoMade made, string place)
    {
        screen.Line($"{made.Municipality} är skapad: {made.Boards} nämnder, {made.Administrations} förvaltningar, {made.Units} enheter och {Number(made.People)} personer, från {made.FirstYear} till i dag.");
        screen.Line($"{Number(made.Rounds)} ronder, {Number(made.Observations)} observationer, {Number(made.Risks)} risker, {Number(made.Measures)} åtgärder och {Number(made.Reports)} rapporter. Alla namn och händelser är påhittade.");
        screen.Line("Starta DigiSam på den här datorn, så står personerna att logga in som på inloggningssidan. Det behövs inget lösenord:");
        screen.Line($"  dotnet run --project src/DigiSam.Web -- {place}");
    }

    private static string Number(int number) => SwedishNumber.Show(number, 0);
}
