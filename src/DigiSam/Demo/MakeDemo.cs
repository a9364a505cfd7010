using System.Text.Json.Serialization;
using DigiSam.Access;
using DigiSam.Demo.Telling;
using DigiSam.Demo.Writing;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Persistence.Sqlite;
using DigiSam.Processes;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Demo;

/// <summary>
/// Fills an empty database with Exempelkommunen: a municipality that does not exist, with years of history, and marks it as a
/// demo. All or nothing. The same seed makes the same rows on the same day. Fails with <see cref="DatabaseHoldsData"/>.
/// </summary>
/// <param name="Years">Whole years before the current one.</param>
[Needs(Permission.ManageOrganisation)]
public sealed record MakeDemo(int Units = MakeDemo.UsualUnits, int Years = MakeDemo.UsualYears, int Seed = MakeDemo.UsualSeed) : ICommand<DemoMade>
{
    public const int UsualUnits = 60;

    public const int UsualYears = 2;

    public const int UsualSeed = 1;

    public ActsOn Place => ActsOn.Municipality;

    /// <summary>Is told how many units are written.</summary>
    [JsonIgnore]
    public IProgress<int>? Progress { get; init; }
}

/// <summary>What was made, by number.</summary>
public sealed record DemoMade(
    string Municipality, int Boards, int Administrations, int Units, int People, int Rounds, int Observations, int Risks, int Measures, int Reports, int Rows, int FirstYear);

internal sealed class MakeDemoValidator : AbstractValidator<MakeDemo>
{
    public MakeDemoValidator()
    {
        RuleFor(command => command.Units).InclusiveBetween(12, 5000).WithMessage("Antalet enheter ska vara mellan 12 och 5 000: varje nämnd har minst en.");
        RuleFor(command => command.Years).InclusiveBetween(1, 10).WithMessage("Antalet år ska vara mellan 1 och 10.");
    }
}

internal sealed class MakeDemoHandler(
    DigiSamContext database, InstalledDefinitions definitions, InstalledProcesses processes, IEnumerable<IProcessWording> wordings, LockedDocuments documents, IEnumerable<IFollowsOrganisation> followers, TimeProvider clock)
    : IRequestHandler<MakeDemo, DemoMade>
{
    public async Task<DemoMade> Handle(MakeDemo request, CancellationToken cancellationToken)
    {
        if (await DemoState.HoldsData(database, cancellationToken))
            throw new DatabaseHoldsData();
        await using var cache = await RoomyCache.In(database, cancellationToken);
        var ground = new DemoGround(database, definitions, processes, [.. wordings], clock);
        var world = await ground.Clear(request, cancellationToken);
        await using var writer = new BulkWriter(database, world.Numbering);
        var organisation = new OrganisationTale(world, request.Units, InstallationSetup.Operator, InstallationSetup.Timekeeper);
        await ground.Write(writer, world, organisation, request, cancellationToken);

        var tally = new Tally(organisation);
        foreach (var unit in organisation.Units)
        {
            var records = UnitTale.Tell(world, unit);
            tally.Add(world, unit, records);
            await writer.Write(records.All(), cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            request.Progress?.Report(unit.Index + 1);
        }

        var higher = new HigherReportTale(world, organisation, tally.Of);
        higher.Tell();
        var figures = new FigureTale(world, organisation, organisation.Characters["strategist"].Person.Id);
        figures.Tell();
        await writer.Write([.. higher.Reports, .. higher.Others, .. figures.Rows], cancellationToken);
        await writer.Write(new AbsenceTale(world, organisation, organisation.Characters["strategist"].Person.Id).Tell(), cancellationToken);
        await writer.Write(new CountedTale(world, organisation, organisation.Characters["strategist"].Person.Id).Tell(), cancellationToken);
        await writer.Complete(cancellationToken);
        foreach (var follower in followers)
            await follower.Follow(cancellationToken);
        await writer.Write(await documents.Of(higher.Reports, world.Numbering, cancellationToken), cancellationToken);
        await writer.Complete(cancellationToken);
        return new DemoMade(
            organisation.Municipality.Name, organisation.Boards.Count, organisation.Administrations.Count, organisation.Units.Count, organisation.People.Count,
            tally.Rounds, tally.Observations, tally.Risks, tally.Measures, tally.Reports + higher.Reports.Count, writer.Rows, world.FirstYear);
    }
}

/// <summary>A demo is made in an empty database: it must never lie among what people have written.</summary>
public sealed class DatabaseHoldsData()
    : BrokenRule("Databasen innehåller redan en organisation eller konton, eller har en kommun som någon har gett namn. Demon skapas bara i en tom databas: ange en annan mapp med --data.");
