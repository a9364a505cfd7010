using DigiSam.Checklists;
using DigiSam.Checklists.Life;
using DigiSam.Demo.Telling;
using DigiSam.Demo.Writing;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.SamYears;
using DigiSam.Workflows.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Demo;

/// <summary>
/// What an empty database holds since it was opened is made again: the municipality with its invented name, and the
/// checklists as if they had been published before the demo's first year.
/// </summary>
internal sealed class DemoGround(DigiSamContext database, InstalledDefinitions definitions, InstalledProcesses processes, IReadOnlyList<IProcessWording> wordings, TimeProvider clock)
{
    private readonly List<ChecklistVersion> _versions = [];

    public async Task<DemoWorld> Clear(MakeDemo request, CancellationToken stop)
    {
        await database.RoleAssignments.ExecuteDeleteAsync(stop);
        await database.PlaceScopes.ExecuteDeleteAsync(stop);
        await database.Places.ExecuteDeleteAsync(stop);
        await database.ChecklistVersions.ExecuteDeleteAsync(stop);

        var now = clock.GetUtcNow();
        var numbering = new Numbering(Dice.For(request.Seed, "ids"));
        var first = Language.SwedishDate.DateIn(now).Year - request.Years;
        var published = SwedishTime.ToUtc(new DateOnly(first - 1, 12, 4), new TimeOnly(9, 30));
        foreach (var checklist in definitions.Checklists)
        {
            var content = await File.ReadAllBytesAsync(Path.Combine(definitions.Folder, checklist.Key, $"{checklist.Version}.yaml"), stop);
            _versions.Add(numbering.Give(new ChecklistVersion(checklist, content, published), published));
        }

        return new DemoWorld
        {
            Seed = request.Seed,
            Now = now,
            Years = request.Years,
            Numbering = numbering,
            Checklists = [.. definitions.Checklists.GroupBy(checklist => checklist.Key).Select(versions => versions.MaxBy(version => version.Version)!)
                .Select(newest => new KeptChecklist(newest, _versions.Single(kept => kept.Key == newest.Key && kept.Version == newest.Version).Id))],
            Matrix = definitions.Matrices[^1],
            SamYear = processes.Newest(SamYearWording.Definition),
            Risk = processes.Newest(Risks.Life.RiskCourse.Definition),
            FollowUp = definitions.FollowUp,
            HealthFactors = definitions.HealthFactors,
            Wordings = wordings,
            FormFor = year => definitions.Forms.Any(form => form.Year <= year) ? definitions.FormFor(year) : null,
        };
    }

    /// <summary>Writes the organisation, its people, and that this is a demo.</summary>
    public async Task Write(BulkWriter writer, DemoWorld world, OrganisationTale organisation, MakeDemo request, CancellationToken stop)
    {
        await writer.Write(_versions, stop);
        await writer.Write([.. organisation.Places, .. organisation.Links, .. PlaceScope.Close(organisation.Places, organisation.Links)], stop);
        await writer.Write([.. organisation.People, .. organisation.Roles, .. organisation.Accounts], stop);
        var characters = world.Texts.People.Characters.Select((texts, position) =>
        {
            var (person, place) = organisation.Characters[texts.Key];
            return new DemoPerson(world.Numbering.Next(world.Now), position, person.Id, texts.Role, texts.Place ?? place, texts.Does);
        });
        await writer.Write([.. Reviews(world, organisation.Characters["strategist"].Person.Id)], stop);
        await writer.Write([new DemoMark(world.Numbering.Next(world.Now), request.Seed, request.Units, request.Years, world.Now), .. characters], stop);
    }

    /// <summary>Each checklist was looked over a year after it was published, and every year since.</summary>
    private IEnumerable<ChecklistReview> Reviews(DemoWorld world, Guid strategist)
    {
        foreach (var version in _versions)
        {
            for (var at = version.PublishedAt.AddDays(364); at < world.Now; at = at.AddDays(364))
            {
                var review = new ChecklistReview(Guid.Empty, version.Id, ReviewFinding.NoChange, "Gick igenom frågorna med huvudskyddsombudet. De stämmer, och bestämmelserna gäller.", strategist, at);
                yield return world.Numbering.Give(review, at);
            }
        }
    }
}
