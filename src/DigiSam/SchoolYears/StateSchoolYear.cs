using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SchoolYears;

/// <summary>
/// States a school year for a place and what lies below it, or changes one that is stated (<paramref name="Rev"/> as it was seen; null for a new one), and says
/// how many reminders it moves. Without terms the place follows none.
/// </summary>
[Needs(Permission.StateSchoolYears)]
public sealed record StateSchoolYear(Guid PlaceId, Guid SchoolYearId, int StartYear, int? Rev, Terms? Terms) : ICommand<int>
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>
/// Takes a school year away: the place goes by the one above it again. Says how many reminders it moves. Who has seen an older revision than there is changes nothing.
/// </summary>
[Needs(Permission.StateSchoolYears)]
public sealed record RemoveSchoolYear(Guid PlaceId, Guid SchoolYearId, int Rev) : ICommand<int>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class StateSchoolYearValidator : AbstractValidator<StateSchoolYear>
{
    public StateSchoolYearValidator()
    {
        RuleFor(command => command.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(command => command.SchoolYearId).NotEmpty().WithName("Läsåret");
        RuleFor(command => command.StartYear).InclusiveBetween(2000, 2099).WithMessage("Läsåret ska börja ett år mellan 2000 och 2099.");
        RuleForEach(command => command.Terms!.Breaks).ChildRules(one => one.RuleFor(named => named.Name)
            .NotEmpty().WithMessage("Skriv vad lovet heter.").MaximumLength(SchoolBreak.LongestName).WithName("Lovets namn")).When(command => command.Terms is not null);
    }
}

internal sealed class RemoveSchoolYearValidator : AbstractValidator<RemoveSchoolYear>
{
    public RemoveSchoolYearValidator()
    {
        RuleFor(command => command.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(command => command.SchoolYearId).NotEmpty().WithName("Läsåret");
    }
}

internal sealed class StateSchoolYearHandler(DigiSamContext database, MovedReminders reminders) : IRequestHandler<StateSchoolYear, int>
{
    public async Task<int> Handle(StateSchoolYear request, CancellationToken cancellationToken)
    {
        var before = await reminders.Stated(cancellationToken);
        var year = await Find(request, cancellationToken);
        if (request.Rev is { } seen && !year.Says(request.Terms))
        {
            // Breaks are rows of their own: the year counts as changed whatever of it is.
            var rev = database.Entry(year).Property(one => one.Rev);
            (rev.OriginalValue, rev.IsModified) = (seen, true);
        }

        year.State(request.Terms);
        return await reminders.Move(request.PlaceId, before, [.. before.Where(other => other.Id != year.Id), year], cancellationToken);
    }

    private async Task<SchoolYear> Find(StateSchoolYear request, CancellationToken stop)
    {
        var known = await database.SchoolYears.Include(year => year.Breaks).SingleOrDefaultAsync(year => year.Id == request.SchoolYearId, stop);
        if (known is not null)
            return known.PlaceId == request.PlaceId && known.StartYear == request.StartYear ? known : throw new SchoolYearIsUnknown();
        if (request.Rev is not null)
            throw new SchoolYearIsUnknown();
        if (await database.SchoolYears.AnyAsync(year => year.PlaceId == request.PlaceId && year.StartYear == request.StartYear, stop))
            throw new SchoolYearIsStated(await database.Places.Where(place => place.Id == request.PlaceId).Select(place => place.Name).SingleAsync(stop), request.StartYear);
        var made = new SchoolYear(request.SchoolYearId, request.PlaceId, request.StartYear);
        database.SchoolYears.Add(made);
        return made;
    }
}

internal sealed class RemoveSchoolYearHandler(DigiSamContext database, MovedReminders reminders) : IRequestHandler<RemoveSchoolYear, int>
{
    public async Task<int> Handle(RemoveSchoolYear request, CancellationToken cancellationToken)
    {
        var before = await reminders.Stated(cancellationToken);
        var year = await database.SchoolYears.Include(one => one.Breaks).SingleOrDefaultAsync(one => one.Id == request.SchoolYearId && one.PlaceId == request.PlaceId, cancellationToken)
            ?? throw new SchoolYearIsUnknown();
        database.Entry(year).Property(one => one.Rev).OriginalValue = request.Rev;
        database.SchoolYears.Remove(year);
        return await reminders.Move(request.PlaceId, before, [.. before.Where(other => other.Id != year.Id)], cancellationToken);
    }
}
