using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>
/// Where the processes of a version stand: their open steps, those with the earliest last day first. Without <paramref name="Step"/>
/// all steps; <paramref name="Paused"/> for those that stand still instead of those that go.
/// </summary>
[Needs(Permission.ReadProcesses)]
public sealed record ListOpenSteps(string Definition, int Version, string? Step = null, bool Paused = false, int Page = 1) : IQuery<OpenStepList>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>A page of open steps.</summary>
/// <param name="Counts">How many are open of each step, by its key, whatever step is shown.</param>
public sealed record OpenStepList(PageOf<OpenStepRow> Page, IReadOnlyDictionary<string, int> Counts);

/// <summary>An open step of a process; <paramref name="DueOn"/> is null when it has no last day.</summary>
public sealed record OpenStepRow(Guid ProcessId, Guid PlaceId, string PlaceName, int Year, string StepKey, DateOnly? DueOn, bool IsLate);

internal sealed class ListOpenStepsValidator : AbstractValidator<ListOpenSteps>
{
    public ListOpenStepsValidator()
    {
        RuleFor(query => query.Definition).NotEmpty().MaximumLength(100).WithName("Processen");
        RuleFor(query => query.Page).GreaterThan(0).WithName("Sidan");
    }
}

internal sealed class ListOpenStepsHandler(DigiSamContext database, TimeProvider clock) : IRequestHandler<ListOpenSteps, OpenStepList>
{
    public async Task<OpenStepList> Handle(ListOpenSteps request, CancellationToken cancellationToken)
    {
        var (today, status) = (SwedishDate.Today(clock), request.Paused ? ProcessStatus.Suspended : ProcessStatus.Running);
        var open =
            from process in database.Processes
            join step in database.ProcessSteps on process.Id equals step.ProcessId
            where process.DefinitionKey == request.Definition && process.DefinitionVersion == request.Version && process.Status == status && step.State == StepState.Open
            select new { process.Id, process.PlaceId, process.Year, step.Key, step.DueOn };
        var counts = await open.GroupBy(step => step.Key).Select(same => new { same.Key, Count = same.Count() })
            .ToDictionaryAsync(same => same.Key, same => same.Count, cancellationToken);
        var rows =
            from step in open
            join place in database.Places on step.PlaceId equals place.Id
            where request.Step == null || step.Key == request.Step
            orderby step.DueOn, place.SortKey, step.Id, step.Key
            select new OpenStepRow(
                step.Id, place.Id, place.Name, step.Year, step.Key, step.DueOn == DateOnly.MaxValue ? null : step.DueOn, !request.Paused && step.DueOn < today);
        var count = request.Step is null ? counts.Values.Sum() : counts.GetValueOrDefault(request.Step);
        return new OpenStepList(await rows.Page(request.Page, count, cancellationToken), counts);
    }
}
