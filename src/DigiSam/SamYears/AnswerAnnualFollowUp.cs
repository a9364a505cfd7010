using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears;

/// <summary>An answer as it is given to one question.</summary>
public sealed record GivenFollowUpAnswer(string QuestionKey, AnnualFollowUpValue Answer, string? Note);

/// <summary>
/// Answers questions of the yearly follow-up, some or all at once. What is said already is not said again, so a second click
/// changes nothing; an earlier answer stays as history.
/// </summary>
[Needs(Permission.RunSamYear)]
public sealed record AnswerAnnualFollowUp(Guid UnitId, int Year, IReadOnlyList<GivenFollowUpAnswer> Answers) : ICommand<Nothing>, IYearRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class AnswerAnnualFollowUpValidator : AbstractValidator<AnswerAnnualFollowUp>
{
    public AnswerAnnualFollowUpValidator(InstalledDefinitions definitions)
    {
        this.HasYear();
        RuleFor(command => command.Answers).NotEmpty().WithMessage("Svara på minst en fråga.");
        RuleForEach(command => command.Answers).ChildRules(answer =>
        {
            answer.RuleFor(given => given.QuestionKey)
                .Must(key => definitions.FollowUp.Questions.Any(question => question.Key == key))
                .WithMessage("Frågan finns inte i den årliga uppföljningen. Ladda om sidan och försök igen.");
            answer.RuleFor(given => given.Answer).IsInEnum().WithName("Svaret");
            answer.RuleFor(given => given.Note).MaximumLength(4000).WithName("Anteckningen");
        });
    }
}

internal sealed class AnswerAnnualFollowUpHandler(DigiSamContext database, Years years, InstalledDefinitions definitions, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<AnswerAnnualFollowUp, Nothing>
{
    public async Task<Nothing> Handle(AnswerAnnualFollowUp request, CancellationToken cancellationToken)
    {
        var (year, step, state) = await years.FindFollowUp(request, cancellationToken);
        if (state == StepState.Closed)
            throw new FollowUpIsClosed(step.Title);
        var given = await database.AnnualFollowUpAnswers.AsNoTracking().Where(answer => answer.SamYearId == year.Id).ToListAsync(cancellationToken);
        var holding = AnnualFollowUpAnswer.Holding(given);
        foreach (var (key, value, note) in request.Answers.DistinctBy(answer => answer.QuestionKey))
        {
            var answer = new AnnualFollowUpAnswer(year.Id, definitions.FollowUp.Version, key, value, note, actor.PersonId, clock.GetUtcNow());
            if (!holding.TryGetValue(key, out var said) || (said.Answer, said.Note) != (answer.Answer, answer.Note))
                database.AnnualFollowUpAnswers.Add(answer);
        }

        return Nothing.Value;
    }
}

/// <summary>The answers of a closed follow-up stand.</summary>
public sealed class FollowUpIsClosed(string step)
    : BrokenRule($"Steget {step} är klarmarkerat och svaren kan inte ändras. Öppna steget igen om något ska rättas.");
