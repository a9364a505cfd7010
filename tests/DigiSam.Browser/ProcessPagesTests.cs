using System.Text.RegularExpressions;
using DigiSam.Browser.Paths;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DigiSam.Browser;

/// <summary>The pages about processes as HR, the administrator and those who have no business there meet them.</summary>
public sealed partial class ProcessPagesTests(Chromium chromium, DemoFolder demo) : IAsyncLifetime
{
    private readonly TemporaryFolder _workflows = new();
    private DemoInProcess _host = null!;

    /// <summary>Beside the definitions of the program a second version of the year, and a map in which a step has no image.</summary>
    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.GetFiles(DigiSamServices.WorkflowsFolder, "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_workflows.Path, Path.GetRelativePath(DigiSamServices.WorkflowsFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var year = Path.Combine(_workflows.Path, "sam-year");
        var first = await File.ReadAllTextAsync(Path.Combine(year, "1.json"));
        await File.WriteAllTextAsync(
            Path.Combine(year, "2.json"),
            LastDay().Replace(first.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal), "${before}20"));
        await File.WriteAllTextAsync(
            Path.Combine(year, "1-2.json"),
            """{ "format": 1, "key": "sam-year", "from": 1, "to": 2, "map": { "plan": "plan", "investigate": "investigate", "assess": "assess", "act": "act", "follow-up": "follow-up" } }""");
        _host = await DemoInProcess.Start(demo, processes: DigiSamServices.ReadWorkflows(_workflows.Path));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _workflows.Dispose();
    }

    [Fact]
    public async Task Hr_sees_what_a_move_would_do_and_then_moves_those_that_can_be_moved()
    {
        var (running, stuck, open) = await Years();
        Assert.True(running > stuck, "No year of the demo can be moved.");
        var samira = await Enter("Samira Haddad");
        await samira.Go("Processer");
        await samira.Look(thoroughly: true);
        Assert.Equal($"{running}", await samira.Page.GetByRole(AriaRole.Row, new() { Name = "SAM-året, version 1" }).Locator("[data-label=Pågår]").InnerTextAsync());
        await samira.Page.GetByRole(AriaRole.Row, new() { Name = "SAM-året, version 1" }).Locator("[data-label=Pågår] a").ClickAsync();
        await samira.Sees("SAM-året");
        Assert.Equal(await OpenSteps(), await samira.Main.Locator("table.running-steps tbody tr").CountAsync());
        await samira.Select("Steg", await samira.Page.Locator("#steg option").Nth(1).InnerTextAsync());
        await samira.Press("Visa");
        await samira.Look();
        await samira.Go("Processer");
        await samira.Page.GetByRole(AriaRole.Link, new() { Name = "Flytta till version 2" }).ClickAsync();
        await samira.Sees("Flytta SAM-året till version 2");
        await samira.Reads(stuck == 0 ? "kan flyttas" : "Kartan säger inte vad Förbättra arbetsmiljöarbetet blir i version 2.");
        var groups = samira.Main.Locator(".move-group");
        Assert.Equal(running, await groups.Locator("li").CountAsync());
        Assert.Equal(open, await groups.EvaluateAllAsync<int>("groups => groups.reduce((sum, group) => sum + group.querySelectorAll('strong').length * group.querySelectorAll('li').length, 0)"));
        await samira.Look(thoroughly: true);
        Assert.Equal((running, 0), (await Running(1), await Running(2)));

        await samira.Page.GetByRole(AriaRole.Button, new() { Name = "till version 2" }).ClickAsync();
        await Assertions.Expect(samira.Page.Locator(".notice")).ToContainTextAsync("till version 2.");
        Assert.Equal((stuck, running - stuck), (await Running(1), await Running(2)));
        samira.FoundNoFaults();
    }

    [Fact]
    public async Task Every_version_leads_to_its_picture_and_to_a_simulation_of_it()
    {
        var samira = await Enter("Samira Haddad");
        await samira.Go("Processer");
        var versions = await samira.Page.Locator("table.process-versions tbody th a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.Equal(7, versions.Length);
        foreach (var version in versions)
        {
            await samira.Open(version);
            Assert.Equal(1, await samira.Main.Locator("figure svg").CountAsync());
            Assert.Equal(await samira.Main.Locator("h3").CountAsync(), await samira.Main.Locator(".picture-words li").CountAsync());
        }

        await samira.Follow("Simulera");
        await samira.Sees("Simulera ett år");
        Assert.EndsWith(versions[^1].Replace("/processer/", "", StringComparison.Ordinal).Replace('/', '@'), await samira.Page.Locator("#process").InputValueAsync(), StringComparison.Ordinal);
        samira.FoundNoFaults();
    }

    [Fact]
    public async Task A_principal_is_refused_and_sees_nothing_of_it_in_the_menu()
    {
        var karin = await Enter("Karin Lindahl");
        Assert.Equal(0, await karin.Page.GetByRole(AriaRole.Link, new() { Name = "Processer" }).CountAsync());
        foreach (var address in new[] { "/processer", "/processer/sam-year/1", "/processer/sam-year/1/flytta/2" })
        {
            await karin.Open(address);
            await karin.Reads("Du har ingen roll som tillåter detta här.");
            Assert.Equal(0, await karin.Main.Locator("table, svg, form:visible").CountAsync());
        }

        var elsewhere = await _host.InDatabase(database => database.Processes.Where(process => process.SubjectId == null).Select(process => new { process.Id, process.PlaceId }).ToListAsync());
        var statuses = new List<int>();
        foreach (var process in elsewhere)
            statuses.Add(await karin.Open($"/processer/pagaende/{process.Id}?enhet={process.PlaceId}"));
        Assert.Equal([200, 404], statuses.Distinct().Order());
        Assert.True(statuses.Count(status => status == 200) <= 2, "She sees the years of other units than her own.");
    }

    [Fact]
    public async Task A_principal_follows_the_year_of_her_unit_which_hr_pauses_and_lets_go_on()
    {
        var karin = await Enter("Karin Lindahl");
        await karin.Go("SAM-året");
        await karin.Follow("Så går året, och vad som händer härnäst");
        await karin.Sees($"Så går året {DateTime.Today.Year}");
        await karin.Reads("Processen startade");
        await karin.Look(thoroughly: true);
        Assert.Equal(0, await karin.Page.Locator("#pausa").CountAsync());

        var samira = await Enter("Samira Haddad");
        var process = karin.Here;
        await samira.Open(process);
        await samira.Page.Locator("#pausa summary").ClickAsync();
        await samira.Write("Varför pausas processen?", "Skolan byggs om till hösten.");
        await samira.Press("Pausa processen");
        await samira.IsTold("Processen är pausad. Ingen påminns förrän du låter den fortsätta.");
        await samira.Look();

        await karin.Page.ReloadAsync();
        await karin.Reads("Skolan byggs om till hösten.");
        await karin.Reads("Samira Haddad");
        await karin.Go("SAM-året");
        await karin.Reads("SAM-året är pausat.");
        await karin.Reads("Skolan byggs om till hösten.");
        Assert.Equal(0, await karin.Page.GetByRole(AriaRole.Button, new() { Name = "Klarmarkera steget" }).CountAsync());
        await samira.Open("/sam-aret?visa=pausade");
        Assert.Equal(1, await samira.Main.Locator("table.years tbody tr").CountAsync());
        await samira.Reads("Pausat");
        await samira.Look();
        await samira.Open(process);
        await samira.Press("Låt processen fortsätta");
        await samira.IsTold("Processen fortsätter. Det som skulle ha hänt under pausen händer strax.");
        karin.FoundNoFaults();
        samira.FoundNoFaults();
    }

    [Fact]
    public async Task The_administrator_lets_digisam_try_again_what_it_had_given_up()
    {
        var timer = await _host.InDatabase(async database =>
        {
            var waiting = await database.ProcessTimers.Where(timer => timer.DoneAt == null && timer.Kind == TimerKind.Reminder).OrderBy(timer => timer.DueAt).Select(timer => timer.Id).FirstAsync();
            await database.ProcessTimers.Where(timer => timer.Id == waiting).ExecuteUpdateAsync(set => set
                .SetProperty(timer => timer.Failures, 10).SetProperty(timer => timer.GivenUpAt, DateTimeOffset.UtcNow).SetProperty(timer => timer.Fault, "Disken är full."));
            return waiting;
        });
        var ulf = await Enter("Ulf Granath");
        await ulf.Go("Processer");
        await ulf.Reads("Disken är full.");
        Assert.Equal(0, await ulf.Page.GetByRole(AriaRole.Link, new() { Name = "Flytta" }).CountAsync());
        await ulf.Look(thoroughly: true);
        await ulf.Page.GetByRole(AriaRole.Button, new() { Name = "Försök igen" }).ClickAsync();
        await ulf.IsTold("DigiSam försöker igen. Dyker raden upp på nytt har det gått fel en gång till.");
        await ulf.Reads("Allt som skulle hända av sig självt har hänt.");
        Assert.Equal((null, 0), await _host.InDatabase(async database =>
            await database.ProcessTimers.Where(row => row.Id == timer).Select(row => new { row.GivenUpAt, row.Failures }).SingleAsync() is var row ? (row.GivenUpAt, row.Failures) : default));
        ulf.FoundNoFaults();

        var samira = await Enter("Samira Haddad");
        await samira.Go("Processer");
        Assert.Equal(0, await samira.Page.Locator("#uppgivna").CountAsync());
    }

    private Task<Visitor> Enter(string person) => DemoTown.Enter(chromium, _host.Address, person);

    private Task<int> Running(int version) => _host.InDatabase(database =>
        database.Processes.CountAsync(process => process.DefinitionKey == "sam-year" && process.DefinitionVersion == version && process.Status == ProcessStatus.Running));

    private Task<int> OpenSteps() => _host.InDatabase(database => database.ProcessSteps.CountAsync(step => step.State == StepState.Open
        && database.Processes.Any(process => process.Id == step.ProcessId && process.DefinitionKey == "sam-year" && process.Status == ProcessStatus.Running)));

    /// <summary>How many years run, in how many the step without an image has begun, and how many steps are open in the others.</summary>
    private Task<(int Running, int Stuck, int Open)> Years() => _host.InDatabase(async database =>
    {
        var years = await database.Processes.AsNoTracking().Include(process => process.Steps)
            .Where(process => process.DefinitionKey == "sam-year" && process.Status == ProcessStatus.Running).ToListAsync();
        var movable = years.FindAll(year => year.Step("improve").State == StepState.Waiting);
        return (years.Count, years.Count - movable.Count, movable.Sum(year => year.Steps.Count(step => step.State == StepState.Open)));
    });

    /// <summary>The day of a step's last day, with what stands before it.</summary>
    [GeneratedRegex("(?<before>\"due\": \"[0-9]{2}-)[0-9]{2}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LastDay();
}
