using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.SamYears.Guards;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears;

/// <summary>Reads the yearly follow-up of a unit: the questions, what is answered, what the records say, and next year's improvements.</summary>
[Needs(Permission.ReadSamYear)]
public sealed record ReadAnnualFollowUp(Guid UnitId, int Year) : IQuery<AnnualFollowUpReading>, IYearRequest
{
    public ActsOn Place => new(UnitId);
}

/// <summary>The follow-up as it stands.</summary>
/// <param name="Facts">What DigiSam knows already, in one Swedish sentence for each kind.</param>
/// <param name="MayAnswer">The one who reads may answer, and the step is open.</param>
public sealed record AnnualFollowUpReading(
    string Unit,
    string StepTitle,
    string StepKey,
    StepState State,
    DateOnly OpensOn,
    AnnualFollowUpForm Form,
    IReadOnlyDictionary<string, Provisions.Provision> Provisions,
    IReadOnlyDictionary<string, AnnualFollowUpAnswer> Answers,
    IReadOnlyDictionary<AnnualFact, string> Facts,
    IReadOnlyList<Improvement> Improvements,
    bool MayAnswer);

internal sealed class ReadAnnualFollowUpValidator : AbstractValidator<ReadAnnualFollowUp>
{
    public ReadAnnualFollowUpValidator() => this.HasYear();
}

internal sealed class ReadAnnualFollowUpHandler(
    DigiSamContext database, Years years, InstalledDefinitions definitions, InstalledProcesses installed, AnnualFacts facts, AccessCheck access)
    : IRequestHandler<ReadAnnualFollowUp, AnnualFollowUpReading>
{
    public async Task<AnnualFollowUpReading> Handle(ReadAnnualFollowUp request, CancellationToken cancellationToken)
    {
        var year = await years.Find(request, cancellationToken);
        var process = await database.Processes.AsNoTracking().Include(process => process.Steps).SingleAsync(process => process.Id == year.ProcessId, cancellationToken);
        var definition = installed.Of(process).Steps.First(step => step.Guards.Contains(YearGuards.FollowUp));
        var step = process.Step(definition.Key);
        var answers = await database.AnnualFollowUpAnswers.AsNoTracking().Where(answer => answer.SamYearId == year.Id).ToListAsync(cancellationToken);
        return new AnnualFollowUpReading(
            await database.Set<Place>().Where(unit => unit.Id == request.UnitId).Select(unit => unit.Name).SingleAsync(cancellationToken),
            definition.Title, step.Key, step.State, step.OpensOn,
            definitions.FollowUp,
            definitions.Provisions,
            AnnualFollowUpAnswer.Holding(answers),
            await facts.Of(year, cancellationToken),
            await database.Improvements.AsNoTracking().Where(improvement => improvement.SamYearId == year.Id)
                .OrderBy(improvement => improvement.At).ThenBy(improvement => improvement.Id).ToListAsync(cancellationToken),
            step.State == StepState.Open && await access.Reaches(Permission.RunSamYear, request.UnitId, cancellationToken));
    }
}
