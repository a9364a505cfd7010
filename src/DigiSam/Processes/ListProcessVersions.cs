using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>The process definitions of this installation, version by version, with how many processes run by each.</summary>
[Needs(Permission.ReadProcesses)]
public sealed record ListProcessVersions : IQuery<IReadOnlyList<ProcessVersion>>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>A version and what goes by it.</summary>
/// <param name="IsNewest">New processes start with it.</param>
/// <param name="Running">Those that are not ended; suspended ones are counted apart.</param>
/// <param name="MoveTo">The versions that running processes can be moved to.</param>
public sealed record ProcessVersion(ProcessDefinition Definition, bool IsNewest, int Running, int Suspended, int Ended, IReadOnlyList<int> MoveTo);

internal sealed class ListProcessVersionsValidator : AbstractValidator<ListProcessVersions>;

internal sealed class ListProcessVersionsHandler(DigiSamContext database, InstalledProcesses installed)
    : IRequestHandler<ListProcessVersions, IReadOnlyList<ProcessVersion>>
{
    public async Task<IReadOnlyList<ProcessVersion>> Handle(ListProcessVersions request, CancellationToken cancellationToken)
    {
        var counts = await database.Processes.GroupBy(process => new { process.DefinitionKey, process.DefinitionVersion, process.Status })
            .Select(same => new { same.Key, Count = same.Count() }).ToListAsync(cancellationToken);
        return [.. installed.Definitions.Select(definition => new ProcessVersion(
            definition, installed.Newest(definition.Key).Version == definition.Version,
            Count(definition, ProcessStatus.Running), Count(definition, ProcessStatus.Suspended),
            Count(definition, ProcessStatus.Completed, ProcessStatus.Cancelled),
            [.. installed.MapsFrom(definition.Key, definition.Version).Select(map => map.To)]))];

        int Count(ProcessDefinition definition, params ProcessStatus[] statuses) => counts
            .Where(same => same.Key.DefinitionKey == definition.Key && same.Key.DefinitionVersion == definition.Version && statuses.Contains(same.Key.Status))
            .Sum(same => same.Count);
    }
}
