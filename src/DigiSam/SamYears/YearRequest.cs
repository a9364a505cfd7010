using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears;

/// <summary>A request about the SAM year of a unit.</summary>
public interface IYearRequest : IActsOn
{
    Guid UnitId { get; }

    int Year { get; }
}

/// <summary>A request about one step of the SAM year of a unit.</summary>
public interface IYearStepRequest : IYearRequest
{
    string StepKey { get; }
}

/// <summary>Loads what requests about a year need.</summary>
internal sealed class Years(DigiSamContext database, InstalledProcesses installed, ProcessHold hold)
{
    public async Task<SamYear> Find(IYearRequest request, CancellationToken stop) =>
        await database.SamYears.SingleOrDefaultAsync(year => year.UnitId == request.UnitId && year.Year == request.Year, stop)
        ?? throw new SamYearIsNotStarted(request.Year);

    /// <summary>
    /// The year, the definition of the step and where it stands; it must have opened. For commands: the year's process is held, so that
    /// it stands there until the command is done.
    /// </summary>
    public async Task<(SamYear Year, StepDefinition Step, StepState State)> FindOpened(IYearStepRequest request, CancellationToken stop)
    {
        var year = await Find(request, stop);
        await hold.Take([year.ProcessId], stop);
        var process = await database.Processes.AsNoTracking().Include(process => process.Steps).SingleAsync(process => process.Id == year.ProcessId, stop);
        var step = installed.Of(process).Steps.FirstOrDefault(step => step.Key == request.StepKey) ?? throw new StepIsUnknown();
        var state = process.Step(step.Key);
        return state.State == StepState.Waiting ? throw new StepHasNotOpened(step.Title, state.OpensOn) : (year, step, state.State);
    }

    /// <summary>Who closed the step; null while it is open or when they are gone.</summary>
    public Task<Person?> CloserOf(SamYear year, string step, CancellationToken stop) => (
        from closed in database.ProcessSteps
        join person in database.People on closed.ClosedBy equals person.Id
        where closed.ProcessId == year.ProcessId && closed.Key == step
        select person).AsNoTracking().SingleOrDefaultAsync(stop);

    /// <summary>The step that holds the yearly follow-up of the systematic work: the one with the guard that asks for it.</summary>
    public async Task<(SamYear Year, StepDefinition Step, StepState State)> FindFollowUp(IYearRequest request, CancellationToken stop)
    {
        var year = await Find(request, stop);
        var process = await database.Processes.AsNoTracking().SingleAsync(process => process.Id == year.ProcessId, stop);
        var step = installed.Of(process).Steps.First(step => step.Guards.Contains(Guards.YearGuards.FollowUp));
        return await FindOpened(new FollowUpStep(request, step.Key), stop);
    }

    private sealed record FollowUpStep(IYearRequest Of, string StepKey) : IYearStepRequest
    {
        public Guid UnitId => Of.UnitId;

        public int Year => Of.Year;

        public ActsOn Place => Of.Place;
    }
}

internal static class YearRules
{
    /// <summary>The unit and the year.</summary>
    public static void HasYear<T>(this AbstractValidator<T> validator)
        where T : IYearRequest
    {
        validator.RuleFor(request => request.UnitId).NotEmpty().WithName("Enheten");
        validator.RuleFor(request => request.Year).InclusiveBetween(2000, 2100).WithMessage("Året ska vara mellan 2000 och 2100.");
    }

    /// <summary>The unit, the year and the step.</summary>
    public static void HasStep<T>(this AbstractValidator<T> validator)
        where T : IYearStepRequest
    {
        validator.HasYear();
        validator.RuleFor(request => request.StepKey).NotEmpty().MaximumLength(100).WithName("Steget");
    }
}

/// <summary>Nothing can be done in a year that has not been started.</summary>
public sealed class SamYearIsNotStarted(int year) : BrokenRule($"SAM-året {year} är inte startat för enheten. HR startar året.");

/// <summary>The definition that the year runs by has no such step.</summary>
public sealed class StepIsUnknown() : BrokenRule("Steget finns inte i det här SAM-året. Ladda om sidan och försök igen.");

/// <summary>A step is worked with from the day it opens.</summary>
public sealed class StepHasNotOpened(string step, DateOnly opensOn)
    : BrokenRule($"Steget {step} har inte öppnat än. Det öppnar tidigast {Language.SwedishDate.Long(opensOn)}.");
