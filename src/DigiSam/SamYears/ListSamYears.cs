using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears;

/// <summary>Which units a list of SAM years shows.</summary>
public enum SamYearFilter
{
    All,

    /// <summary>An open step is past its last day, and the year is not paused.</summary>
    Behind,
    Paused,
    NotStarted,
}

/// <summary>The SAM years of the units in a place, one page of rows in Swedish order, with a cell for each step.</summary>
[Needs(Permission.ReadSamYear)]
public sealed record ListSamYears(Guid PlaceId, int Year, SamYearFilter Filter = SamYearFilter.All, int Page = 1) : IQuery<SamYearList>
{
    public const int PageSize = 50;

    public ActsOn Place => new(PlaceId);
}

/// <summary>A page of rows.</summary>
/// <param name="Titles">What the steps are called, in their order.</param>
/// <param name="Total">How many units there are with this filter.</param>
/// <param name="NotStarted">How many units here have not started the year, whatever the filter.</param>
/// <param name="MayStart">The one who reads may start the year here.</param>
public sealed record SamYearList(IReadOnlyList<string> Titles, IReadOnlyList<SamYearRow> Rows, int Total, int NotStarted, bool MayStart);

/// <summary>A unit with a cell for each step, in their order; none while its year has not been started.</summary>
/// <param name="IsPaused">HR lets the year stand still: nothing in it is late.</param>
public sealed record SamYearRow(Guid UnitId, string Unit, bool IsPaused, IReadOnlyList<SamYearCell> Cells);

public sealed record SamYearCell(string StepKey, StepState State, DateOnly OpensOn, DateOnly DueOn, DateTimeOffset? ClosedAt, bool IsOverdue);

internal sealed class ListSamYearsValidator : AbstractValidator<ListSamYears>
{
    public ListSamYearsValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Year).InclusiveBetween(2000, 2100).WithMessage("Året ska vara mellan 2000 och 2100.");
        RuleFor(query => query.Filter).IsInEnum().WithMessage("Urvalet finns inte.");
        RuleFor(query => query.Page).InclusiveBetween(1, 10000).WithMessage("Sidan finns inte.");
    }
}

internal sealed class ListSamYearsHandler(DigiSamContext database, YearUnits units, InstalledProcesses installed, AccessCheck access, TimeProvider clock)
    : IRequestHandler<ListSamYears, SamYearList>
{
    public async Task<SamYearList> Handle(ListSamYears request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var years = database.SamYears.Where(year => year.Year == request.Year);
        var listed = request.Filter switch
        {
            SamYearFilter.Behind => units.In(request.PlaceId, request.Year).Where(unit => years.Any(year => year.UnitId == unit.Id
                && !database.Processes.Any(process => process.Id == year.ProcessId && process.Status == ProcessStatus.Suspended)
                && database.ProcessSteps.Any(step => step.ProcessId == year.ProcessId && step.State == StepState.Open && step.DueOn < today))),
            SamYearFilter.Paused => units.In(request.PlaceId, request.Year).Where(unit => years.Any(year => year.UnitId == unit.Id
                && database.Processes.Any(process => process.Id == year.ProcessId && process.Status == ProcessStatus.Suspended))),
            SamYearFilter.NotStarted => units.In(request.PlaceId, request.Year).Where(unit => !years.Any(year => year.UnitId == unit.Id)),
            _ => units.In(request.PlaceId, request.Year),
        };
        var rows = await listed
            .OrderBy(unit => unit.SortKey).ThenBy(unit => unit.Id)
            .Skip((request.Page - 1) * ListSamYears.PageSize).Take(ListSamYears.PageSize)
            .Select(unit => new
            {
                unit.Id,
                unit.Name,
                IsPaused = years.Any(year => year.UnitId == unit.Id && database.Processes.Any(process => process.Id == year.ProcessId && process.Status == ProcessStatus.Suspended)),
                Steps = (from year in years
                         join step in database.ProcessSteps on year.ProcessId equals step.ProcessId
                         where year.UnitId == unit.Id
                         orderby step.Position
                         select new { step.Key, step.State, step.OpensOn, step.DueOn, step.ClosedAt }).ToList(),
            })
            .ToListAsync(cancellationToken);
        return new SamYearList(
            [.. installed.Newest(SamYearWording.Definition).Steps.Select(step => step.Title)],
            [.. rows.Select(row => new SamYearRow(row.Id, row.Name, row.IsPaused,
                [.. row.Steps.Select(step => new SamYearCell(step.Key, step.State, step.OpensOn, step.DueOn, step.ClosedAt, step.State == StepState.Open && step.DueOn < today && !row.IsPaused))]))],
            await listed.CountAsync(cancellationToken),
            await units.In(request.PlaceId, request.Year).CountAsync(unit => !years.Any(year => year.UnitId == unit.Id), cancellationToken),
            await access.Reaches(Permission.StartSamYear, request.PlaceId, cancellationToken));
    }
}
