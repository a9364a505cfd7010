using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks;

/// <summary>
/// Makes a deficiency of a completed round a risk: its note is the description, its question gives the category. Without a
/// title the note's first sentence is one. A deficiency becomes one risk only: asked again, the answer is the risk that it is.
/// </summary>
[Needs(Permission.WriteRisks)]
public sealed record AddRiskFromDeficiency(Guid UnitId, Guid RoundId, string QuestionKey, Guid RiskId, string? Title = null)
    : ICommand<Guid>, IRiskRequest, IDeficiencyRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class AddRiskFromDeficiencyValidator : AbstractValidator<AddRiskFromDeficiency>
{
    public AddRiskFromDeficiencyValidator()
    {
        this.HasDeficiency();
        RuleFor(command => command.RiskId).NotEmpty().WithName("Risken");
        RuleFor(command => command.Title).MaximumLength(Risk.LongestTitle).WithName("Rubriken");
    }
}

internal sealed class AddRiskFromDeficiencyHandler(RiskRegister register) : IRequestHandler<AddRiskFromDeficiency, Guid>
{
    private const int LongestSentence = 90;

    public async Task<Guid> Handle(AddRiskFromDeficiency request, CancellationToken cancellationToken)
    {
        var database = register.Database;
        var (round, answer, question) = await Deficiencies.Find(database, request, cancellationToken);
        var known = await database.Risks.Where(risk => risk.RoundId == request.RoundId && risk.QuestionKey == request.QuestionKey)
            .Select(risk => (Guid?)risk.Id).SingleOrDefaultAsync(cancellationToken);
        if (known is { } id)
            return id;
        if (await database.DeficiencyDismissals.AnyAsync(dismissal => dismissal.RoundId == request.RoundId && dismissal.QuestionKey == request.QuestionKey, cancellationToken))
            throw new DeficiencyIsDismissed();
        if (await register.Has(request, cancellationToken))
            throw new RiskIsUnknown();
        var note = answer.Note ?? question.Text;
        await register.Add(
            new Risk(
                request.RiskId, request.UnitId, string.IsNullOrWhiteSpace(request.Title) ? FirstSentence(note) : request.Title, note, question.Category,
                new RiskOrigin(RiskSource.Round, request.RoundId, request.QuestionKey), FoundOn(round, answer), register.Actor, register.Now),
            cancellationToken);
        await Deficiencies.Wait(database, request.RoundId, -1, cancellationToken);
        return request.RiskId;
    }

    /// <summary>"Dörren går inte att låsa" of "Dörren går inte att låsa. Vaktmästaren vet om det."; a long sentence ends at a word.</summary>
    internal static string FirstSentence(string note)
    {
        var end = note.AsSpan().IndexOfAny(['.', '!', '?', '\n']);
        var sentence = (end < 0 ? note : note[..end]).Trim();
        if (sentence.Length == 0)
            sentence = note.Trim();
        if (sentence.Length <= LongestSentence)
            return sentence;
        var space = sentence.LastIndexOf(' ', LongestSentence);
        return $"{sentence[..(space > 0 ? space : LongestSentence)]} …";
    }

    private static DateOnly FoundOn(SafetyRound round, RoundAnswer answer) => round.HeldOn ?? SwedishDate.DateIn(answer.At);
}
