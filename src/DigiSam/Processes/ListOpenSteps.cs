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
/// <param name="SubjectId">What the process runs for besides place and year; null when those say it all.</param>
/// <param name="Thing">Its name, for kinds that have one.</param>
public sealed record OpenStepRow(Guid ProcessId, Guid PlaceId, string PlaceName, int Year, Guid? SubjectId, string? Thing, string StepKey, DateOnly? DueOn, bool IsLate);

internal sealed class ListOpenStepsValidator : AbstractValidator<ListOpenSteps>
{
    public ListOpenStepsValidator()
    {
        RuleFor(query => query.Definition).NotEmpty().MaximumLength(100).WithName("Processen");
        RuleFor(query => query.Page).GreaterThan(0).WithName("Sidan");
    }
}

internal sealed class ListOpenStepsHandler(DigiSamContext database, IEnumerable<INamesThings> names, TimeProvider clock) : IRequestHandler<ListOpenSteps, OpenStepList>
{
    public async Task<OpenStepList> Handle(ListOpenSteps request, CancellationToken cancellationToken)
    {
        var (today, status) = (SwedishDate.Today(clock), request.Paused ? ProcessStatus.Suspended : ProcessStatus.Running);
        var open =
            from process in database.Processes
            join step in database.ProcessSteps on process.Id equals step.ProcessId
            where process.DefinitionKey == request.Definition && process.DefinitionVersion == request.Version && process.Status == status && step.State == StepState.Open
            select new { process.Id, process.PlaceId, process.Year, process.SubjectId, step.Key, step.DueOn };
        var counts = await open.GroupBy(step => step.Key).Select(same => new { same.Key, Count = same.Count() })
            .ToDictionaryAsync(same => same.Key, same => same.Count, cancellationToken);
        var rows =
            from step in open
            join place in database.Places on step.PlaceId equals place.Id
            where request.Step == null || step.Key == request.Step
            orderby step.DueOn, step.Id, step.Key
            select new OpenStepRow(
                step.Id, place.Id, place.Name, step.Year, step.SubjectId, null, step.Key, step.DueOn == DateOnly.MaxValue ? null : step.DueOn, !request.Paused && step.DueOn < today);
        var count = request.Step is null ? counts.Values.Sum() : counts.GetValueOrDefault(request.Step);
        var page = await rows.Page(request.Page, count, cancellationToken);
        return new OpenStepList(page with { Rows = await Named(request.Definition, page.Rows, cancellationToken) }, counts);
    }

    private async Task<IReadOnlyList<OpenStepRow>> Named(string definition, IReadOnlyList<OpenStepRow> rows, CancellationToken stop)
    {
        var subjects = rows.Select(row => row.SubjectId).OfType<Guid>().ToList();
        var found = await database.Risks.Where(risk => subjects.Contains(risk.Id)).Select(risk => new { risk.Id, risk.Title }).ToDictionaryAsync(risk => risk.Id, risk => risk.Title, stop);
        if (names.FirstOrDefault(naming => naming.DefinitionKey == definition) is { } naming)
        {
            foreach (var subject in subjects.Where(subject => !found.ContainsKey(subject)))
            {
                if (await naming.Name(subject, stop) is { } thing)
                    found[subject] = thing.Name;
            }
        }

        return [.. rows.Select(row => row.SubjectId is { } subject ? row with { Thing = found.GetValueOrDefault(subject) } : row)];
    }
}
