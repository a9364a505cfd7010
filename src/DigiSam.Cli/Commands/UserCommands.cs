using System.CommandLine;
using DigiSam.Access;
using DigiSam.Cli.Terminal;
using DigiSam.Language;
using DigiSam.Organisation;

namespace DigiSam.Cli.Commands;

/// <summary><c>digisam user …</c>: who can sign in. The first administrator is made here.</summary>
internal static class UserCommands
{
    public static Command Create(DatabaseOptionSet where, Screen screen, PasswordReader passwords)
    {
        var user = new Option<string>("--user") { Description = "Användarnamnet att logga in med, till exempel anna.berg", HelpName = "NAMN", Required = true };
        var name = new Option<string>("--name") { Description = "Personens namn, som andra ser det.", HelpName = "NAMN", Required = true };
        var role = new Option<string>("--role")
        {
            Description = $"Personens roll, en av: {string.Join(", ", RoleNames.ForPeople.Select(known => $"{known.Code()} ({known.Swedish()})"))}.",
            HelpName = "ROLL",
            Required = true,
        };
        role.AcceptOnlyFromAmong([.. RoleNames.ForPeople.Select(known => known.Code())]);
        var place = new Option<string?>("--place") { Description = "Namnet på (eller koden för) platsen där rollen gäller: en nämnd, förvaltning eller enhet. Standard: kommunen.", HelpName = "NAMN" };
        var add = new Command("add", "Skapa en person med konto och roll. Lösenordet frågas efter två gånger, eller läses från första raden på standard in.") { user, name, role, place };
        add.SetAction((parsed, stop) => Session.Run(parsed, where, screen, stop, async session =>
        {
            Guid? placeId = null;
            if (parsed.GetValue(place) is { } placeName)
            {
                var (known, found, unknown) = await session.Send(new FindPlace(placeName), stop);
                if (!known)
                    return unknown;
                placeId = found;
            }

            if (passwords.Read($"minst {AddUser.ShortestPassword} tecken") is not { } password)
                return ExitCode.Refused;
            var given = RoleNames.ForPeople.Single(known => known.Code() == parsed.GetValue(role));
            var (done, added, exit) = await session.Send(new AddUser(parsed.GetValue(name)!, parsed.GetValue(user)!, password, given, placeId), stop);
            if (done)
                screen.Line($"{parsed.GetValue(name)} kan logga in som {added.UserName}. Roll: {given.Swedish()}, {added.PlaceName}, från och med {SwedishDate.Long(added.ValidFrom)}.");
            return exit;
        }));
        return new Command("user", "Konton att logga in med.") { add };
    }
}
