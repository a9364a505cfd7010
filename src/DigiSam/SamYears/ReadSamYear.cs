using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears;

/// <summary>Reads the SAM year of a unit: where each step stands and what is missing, the plan, the rounds and who took part.</summary>
[Needs(Permission.ReadSamYear)]
public sealed record ReadSamYear(Guid UnitId, int Year) : IQuery<SamYearReading>, IYearRequest
{
    public ActsOn Place => new(UnitId);
}

/// <summary>The year as it stands, or null for <paramref name="Detail"/> while nobody has started it.</summary>
public sealed record SamYearReading(Guid UnitId, string Unit, int Year, YearRights Rights, SamYearDetail? Detail);

/// <summary>What the one who reads may do here, so that the page offers nothing that would be denied.</summary>
public sealed record YearRights(bool Start, bool Run, bool StateInvolvement);

/// <summary>A year that has been started.</summary>
/// <param name="Pause">Why it stands still; null unless it does.</param>
/// <param name="Improvements">What last year's follow-up put into this year's plan.</param>
public sealed record SamYearDetail(
    Guid Id, Guid ProcessId, PauseWord? Pause, YearPlan Plan, IReadOnlyList<YearStep> Steps, IReadOnlyList<YearRound> Rounds, IReadOnlyList<Improvement> Improvements);

/// <summary>A step of the year.</summary>
/// <param name="Missing">The conditions that do not hold; empty unless the step is open.</param>
/// <param name="AsksForRep">The safety representative has a part in the step.</param>
/// <param name="NeedsRep">The step closes only when the representative has answered, or is explained to be absent.</param>
/// <param name="HasFollowUp">The yearly follow-up is answered in this step.</param>
/// <param name="WaitsFor">Titles of the steps that keep a waiting step from opening although its day has come.</param>
public sealed record YearStep(
    string Key,
    string Title,
    string Help,
    StepState State,
    DateOnly OpensOn,
    DateOnly DueOn,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? ClosedAt,
    string? ClosedBy,
    bool IsOverdue,
    bool AsksForRep,
    bool NeedsRep,
    bool HasFollowUp,
    IReadOnlyList<string> WaitsFor,
    IReadOnlyList<UnmetGuard> Missing,
    IReadOnlyList<RepWord> Words,
    AbsenceWord? Absence);

/// <summary>What a safety representative says of a step; the last word of each.</summary>
public sealed record RepWord(string Name, bool TookPart, string? DifferingView, DateTimeOffset At);

/// <summary>Why no safety representative is with, as the manager wrote it.</summary>
public sealed record AbsenceWord(string Name, string Reason, DateTimeOffset At);

/// <summary>A round of the year, as a dot in the wheel.</summary>
public sealed record YearRound(Guid Id, string Checklist, DateOnly Day, RoundStatus Status);

internal sealed class ReadSamYearValidator : AbstractValidator<ReadSamYear>
{
    public ReadSamYearValidator() => this.HasYear();
}

internal sealed class ReadSamYearHandler(DigiSamContext database, AccessCheck access, YearSteps steps) : IRequestHandler<ReadSamYear, SamYearReading>
{
    public async Task<SamYearReading> Handle(ReadSamYear request, CancellationToken cancellationToken)
    {
        var unit = await database.Set<Place>().Where(unit => unit.Id == request.UnitId).Select(unit => unit.Name).SingleAsync(cancellationToken);
        var rights = new YearRights(
            await access.Reaches(Permission.StartSamYear, request.UnitId, cancellationToken),
            await access.Reaches(Permission.RunSamYear, request.UnitId, cancellationToken),
            await access.Reaches(Permission.StateInvolvement, request.UnitId, cancellationToken));
        var year = await database.SamYears.AsNoTracking().SingleOrDefaultAsync(year => year.UnitId == request.UnitId && year.Year == request.Year, cancellationToken);
        return new SamYearReading(request.UnitId, unit, request.Year, rights, year is null ? null : await Detail(year, cancellationToken));
    }

    private async Task<SamYearDetail> Detail(SamYear year, CancellationToken stop)
    {
        var process = await database.Processes.AsNoTracking().Include(process => process.Steps).SingleAsync(process => process.Id == year.ProcessId, stop);
        var (first, last) = (new DateOnly(year.Year, 1, 1), new DateOnly(year.Year, 12, 31));
        var rounds = await (
            from round in database.SafetyRounds
            join version in database.ChecklistVersions on round.ChecklistVersionId equals version.Id
            where round.UnitId == year.UnitId && first <= round.PlannedFor && round.PlannedFor <= last
            orderby round.PlannedFor, round.Id
            select new YearRound(round.Id, version.Title, round.PlannedFor, round.Status)).ToListAsync(stop);
        return new SamYearDetail(
            year.Id,
            process.Id,
            await PauseWord.Of(database, process, stop),
            await database.YearPlans.AsNoTracking().SingleAsync(plan => plan.SamYearId == year.Id, stop),
            await steps.Of(year, process, stop),
            rounds,
            await database.Improvements.AsNoTracking().Where(improvement => improvement.UnitId == year.UnitId && improvement.ForYear == year.Year)
                .OrderBy(improvement => improvement.At).ThenBy(improvement => improvement.Id).ToListAsync(stop));
    }
}
