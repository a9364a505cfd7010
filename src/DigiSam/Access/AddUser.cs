using System.Text.RegularExpressions;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Access;

/// <summary>
/// Makes a person, their account and their first role. Without a place the role holds in the whole municipality, without a
/// day from today. Fails with <see cref="UserNameIsTaken"/> or <see cref="NoSuchPlaceThatDay"/>.
/// </summary>
[Needs(Permission.ManageAccounts)]
public sealed record AddUser(string Name, string UserName, Secret Password, Role Role, Guid? PlaceId = null, DateOnly? ValidFrom = null) : ICommand<AddedUser>
{
    public const int ShortestPassword = 12;

    public ActsOn Place => new(PlaceId);
}

/// <summary>Who can sign in now, and what they are where.</summary>
public sealed record AddedUser(Guid PersonId, string UserName, string PlaceName, DateOnly ValidFrom);

internal sealed partial class AddUserValidator : AbstractValidator<AddUser>
{
    public AddUserValidator()
    {
        RuleFor(command => command.Name).NotEmpty().MaximumLength(200).WithName("Namnet");
        RuleFor(command => command.UserName).Cascade(CascadeMode.Stop)
            .NotEmpty().MaximumLength(Account.LongestUserName).WithName("Användarnamnet")
            .Must(name => Allowed().IsMatch(name.Trim()))
            .WithMessage("Användarnamnet ska börja med en bokstav eller siffra och får innehålla bokstäver, siffror, punkt, bindestreck, understreck och @.");
        RuleFor(command => command.Password)
            .Must(password => password?.Reveal().Length >= AddUser.ShortestPassword)
            .WithMessage($"Lösenordet ska ha minst {AddUser.ShortestPassword} tecken. Flera ord efter varandra är lätta att minnas och svåra att gissa.")
            .Must(password => password is null || password.Reveal().Length <= 200)
            .WithMessage("Lösenordet får ha högst 200 tecken.");
        RuleFor(command => command.Role).IsInEnum().WithMessage("Rollen finns inte.")
            .NotEqual(Role.Operator).WithMessage("Rollen driftoperatör hör till kommandoraden och kan inte delas ut.");
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}._@-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Allowed();
}

internal sealed class AddUserHandler(DigiSamContext database, IPasswordHasher<Account> hasher, TimeProvider clock) : IRequestHandler<AddUser, AddedUser>
{
    public async Task<AddedUser> Handle(AddUser request, CancellationToken cancellationToken)
    {
        var normalised = Account.Normalise(request.UserName);
        if (await database.Accounts.AnyAsync(other => other.NormalizedUserName == normalised, cancellationToken))
            throw new UserNameIsTaken(request.UserName.Trim());
        var place = request.PlaceId is { } id
            ? await database.Places.SingleAsync(found => found.Id == id, cancellationToken)
            : await database.Municipalities.SingleAsync(cancellationToken);
        var from = request.ValidFrom ?? SwedishDate.Today(clock);
        if (!place.ExistsOn(from))
            throw new NoSuchPlaceThatDay(place.Name, from);

        var person = new Person(request.Name.Trim());
        var account = new Account(person, request.UserName);
        account.PasswordHash = hasher.HashPassword(account, request.Password.Reveal());
        database.AddRange(person, account, new RoleAssignment(person.Id, request.Role, place.Id, from));
        return new AddedUser(person.Id, account.UserName!, place.Name, from);
    }
}

/// <summary>Another account has the user name, written in small or capital letters.</summary>
public sealed class UserNameIsTaken(string userName)
    : BrokenRule($"Användarnamnet {userName} är upptaget. Välj ett annat.");

/// <summary>A role cannot begin in a place that does not exist that day.</summary>
public sealed class NoSuchPlaceThatDay(string place, DateOnly day)
    : BrokenRule($"{place} finns inte den {SwedishDate.Long(day)}. Välj en plats som finns då, eller en annan dag.");
