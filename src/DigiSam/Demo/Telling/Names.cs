using DigiSam.Access;
using DigiSam.Language;

namespace DigiSam.Demo.Telling;

/// <summary>Invents people, no two with the same name as long as there are names, with accounts that have no password.</summary>
internal sealed class Names(DemoWorld world)
{
    private readonly Dice _dice = world.DiceFor("names");
    private readonly HashSet<string> _taken = [.. world.Texts.People.Characters.Select(character => character.Name)];
    private readonly HashSet<string> _userNames = [];

    public List<Person> People { get; } = [];

    public List<Account> Accounts { get; } = [];

    public Person Invent(DateTimeOffset at)
    {
        var texts = world.Texts.People;
        for (var attempt = 0; ; attempt++)
        {
            var name = $"{_dice.Pick(_dice.Chance(68) ? texts.Women : texts.Men)} {_dice.Pick(texts.Surnames)}";
            if (attempt > 40)
                name = $"{name.Split(' ')[0]} {_dice.Pick(texts.Surnames)} {_dice.Pick(texts.Surnames)}";
            if (_taken.Add(name) || attempt > 60)
                return Known(name, at);
        }
    }

    public Person Known(string name, DateTimeOffset at)
    {
        var person = new Person(world.Numbering.Next(at), name);
        People.Add(person);
        return person;
    }

    /// <summary>An account that nobody can sign in to with a password: it has none.</summary>
    public void GiveAccount(Person person, DateTimeOffset at)
    {
        var plain = string.Join('.', SwedishText.Fold(person.Name).Split(' ', '-').Select(Ascii));
        var userName = plain;
        for (var number = 2; !_userNames.Add(userName); number++)
            userName = $"{plain}{number}";
        var account = world.Numbering.Give(new Account(person, userName), at);
        account.SecurityStamp = $"{_dice.Next64():X16}{_dice.Next64():X16}{_dice.Below(int.MaxValue):X8}";
        Accounts.Add(account);
    }

    private static string Ascii(string word) => string.Concat(word.Select(letter => letter switch
    {
        'å' or 'ä' => 'a',
        'ö' => 'o',
        'é' => 'e',
        _ => letter,
    }));
}
