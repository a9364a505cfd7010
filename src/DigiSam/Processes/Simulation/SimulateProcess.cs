using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.SchoolYears;
using DigiSam.Workflows.Running;
using DigiSam.Workflows.Simulation;
using FluentValidation;
using MediatR;

namespace DigiSam.Processes.Simulation;

/// <summary>
/// What a year of a process would bring to the units in a place and those above them, however people behave, on a copy of the
/// organisation. Nothing is written.
/// </summary>
/// <param name="Process">Key, or key and version: "sam-year", "sam-year@1".</param>
[Needs(Permission.StartSamYear)]
public sealed record SimulateProcess(Guid PlaceId, string Process, int Year) : IQuery<SimulationReading>
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>One result for each behaviour, in their order.</summary>
/// <param name="Versions">What can be simulated.</param>
public sealed record SimulationReading(IReadOnlyList<SimulatedVersion> Versions, IReadOnlyList<SimulationResult> Results);

/// <summary>A version of a definition: "sam-year@1" and what people call it.</summary>
public sealed record SimulatedVersion(string Name, string Title);

internal sealed class SimulateProcessValidator : AbstractValidator<SimulateProcess>
{
    public SimulateProcessValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Process).NotEmpty().WithName("Processen");
        RuleFor(query => query.Year).InclusiveBetween(2000, 2100).WithMessage("Året ska vara mellan 2000 och 2100.");
    }
}

internal sealed class SimulateProcessHandler(DigiSamContext database, InstalledProcesses installed, SchoolCalendars calendars, IProcessEngine engine, TimeProvider clock)
    : IRequestHandler<SimulateProcess, SimulationReading>
{
    public async Task<SimulationReading> Handle(SimulateProcess request, CancellationToken cancellationToken)
    {
        var definition = installed.Find(request.Process) ?? throw new ProcessIsNotInstalled(request.Process, installed);
        var organisation = await new OrganisationCopy(database, calendars).Take(definition, request.PlaceId, DayOf(request.Year), cancellationToken);
        return new SimulationReading(
            [.. installed.Definitions.Select(version => new SimulatedVersion($"{version.Key}@{version.Version}", $"{version.Title}, version {version.Version}"))],
            [.. Enum.GetValues<SimulatedBehaviour>().Select(behaviour => ProcessSimulation.Run(engine, definition, request.Year, organisation, behaviour, stop: cancellationToken))]);
    }

    /// <summary>The day of the year that is nearest to today: nobody knows the organisation of next year better.</summary>
    private DateOnly DayOf(int year)
    {
        var (today, first, last) = (SwedishDate.Today(clock), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return today < first ? first : today > last ? last : today;
    }
}

/// <summary>Only what is installed can be simulated in the host.</summary>
public sealed class ProcessIsNotInstalled(string process, InstalledProcesses installed)
    : BrokenRule($"Processen \"{process}\" finns inte. Välj bland {string.Join(", ", installed.Definitions.Select(version => $"{version.Key}@{version.Version}"))}.");
