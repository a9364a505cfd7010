using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears;

/// <summary>
/// Puts an improvement of the systematic work into next year's plan, mostly because of a shortcoming in the yearly follow-up.
/// The client makes <paramref name="Id"/>: sent twice it counts once. A question has one improvement; a second text replaces it.
/// </summary>
[Needs(Permission.RunSamYear)]
public sealed record AddImprovement(Guid UnitId, int Year, Guid Id, string? QuestionKey, string Text) : ICommand<Nothing>, IYearRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class AddImprovementValidator : AbstractValidator<AddImprovement>
{
    public AddImprovementValidator(InstalledDefinitions definitions)
    {
        this.HasYear();
        RuleFor(command => command.Id).NotEmpty().WithName("Förbättringens nummer");
        RuleFor(command => command.QuestionKey)
            .Must(key => key is null || definitions.FollowUp.Questions.Any(question => question.Key == key))
            .WithMessage("Frågan finns inte i den årliga uppföljningen. Ladda om sidan och försök igen.");
        RuleFor(command => command.Text).NotEmpty().WithMessage("Skriv vad ni ska göra bättre nästa år.").MaximumLength(2000).WithName("Förbättringen");
    }
}

internal sealed class AddImprovementHandler(DigiSamContext database, Years years, CurrentActor actor, TimeProvider clock) : IRequestHandler<AddImprovement, Nothing>
{
    public async Task<Nothing> Handle(AddImprovement request, CancellationToken cancellationToken)
    {
        var (year, _, _) = await years.FindFollowUp(request, cancellationToken);
        var text = request.Text.Trim();
        var known = await database.Improvements
            .Where(other => other.SamYearId == year.Id && (other.Id == request.Id || (request.QuestionKey != null && other.QuestionKey == request.QuestionKey)))
            .FirstOrDefaultAsync(cancellationToken);
        if (known is null)
            database.Improvements.Add(new Improvement(request.Id, year, request.QuestionKey, text, actor.PersonId, clock.GetUtcNow()));
        else if (known.Text != text)
            known.Reword(text);
        return Nothing.Value;
    }
}
