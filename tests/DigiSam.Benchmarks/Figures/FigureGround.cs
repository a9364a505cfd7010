using System.Globalization;
using System.Text;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Benchmarks.Figures;

/// <summary>The largest municipality, without figures yet, and files of seven years of monthly absence for it.</summary>
internal sealed class FigureGround : IAsyncDisposable
{
    public const int Units = 3000;
    public const int Boards = 10;
    private const int Months = 84;
    private const int PeopleOfUnit = 20;
    private const int Seed = 20261123;

    private static readonly DateOnly First = new(2019, 1, 1);

    private readonly ServiceProvider _services;

    private FigureGround(string folder)
    {
        Folder = folder;
        Database = DatabaseOptions.InFolder(Path.Combine(folder, "data"));
        Directory.CreateDirectory(Database.DataFolder!);
        _services = new ServiceCollection().AddDigiSam(Database, InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder)).BuildServiceProvider(validateScopes: true);
    }

    public static DateOnly Last => First.AddMonths(Months - 1);

    public string Folder { get; }

    public DatabaseOptions Database { get; }

    /// <summary>Months of units, a quarter of a million rows.</summary>
    public string UnitFile => Path.Combine(Folder, "enheter.csv");

    /// <summary>The same people by board, sex and age.</summary>
    public string BoardFile => Path.Combine(Folder, "namnder.csv");

    public static int UnitRows => Units * Months;

    public static async Task<FigureGround> Create()
    {
        var ground = new FigureGround(Directory.CreateTempSubdirectory("digisam-benchmark-").FullName);
        await ground._services.GetRequiredService<InstallationSetup>().Open("Exempelkommunen");
        var organisation = new StringBuilder("administration_code;administration;board;unit_code;unit\n");
        for (var unit = 0; unit < Units; unit++)
            organisation.Append(CultureInfo.InvariantCulture, $"F{unit % Boards};Förvaltning {unit % Boards};Nämnd {unit % Boards};E{unit};Enhet {unit}\n");
        await ground.Send(new ImportOrganisation("organisation.csv", Encoding.UTF8.GetBytes(organisation.ToString()), First, DryRun: false));
        await ground.WriteUnits(ground.UnitFile, Months);
        await ground.WriteBoards();
        return ground;
    }

    public async Task<T> Send<T>(IRequest<T> request) => await _services.GetRequiredService<RequestSender>().Send(InstallationSetup.Operator, request) switch
    {
        Outcome<T>.Done done => done.Result,
        var other => throw new InvalidOperationException($"{request.GetType().Name} was refused: {other}"),
    };

    public async Task<IReadOnlyList<Guid>> PlacesOf<TPlace>()
        where TPlace : Place
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DigiSamContext>().Set<TPlace>().Select(place => place.Id).ToListAsync();
    }

    /// <summary>Rows of units, with as many months as it takes.</summary>
    public async Task WriteUnits(string path, int months)
    {
        var chance = new Random(Seed);
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync("månad;enhet;antal;ordinarie_timmar;sjuk_timmar_1_14;sjuk_timmar_15;sjuk_timmar_60");
        for (var month = 0; month < months; month++)
        {
            for (var unit = 0; unit < Units; unit++)
                await file.WriteLineAsync(Row(month, $"E{unit}", PeopleOfUnit, chance));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task WriteBoards()
    {
        var chance = new Random(Seed);
        await using var file = new StreamWriter(BoardFile);
        await file.WriteLineAsync("månad;nämnd;kön;åldersgrupp;antal;ordinarie_timmar;sjuk_timmar_1_14;sjuk_timmar_15;sjuk_timmar_60");
        string[] groups = ["kvinnor;-29", "kvinnor;30-49", "kvinnor;50-", "män;-29", "män;30-49", "män;50-"];
        for (var month = 0; month < Months; month++)
        {
            for (var board = 0; board < Boards; board++)
            {
                foreach (var group in groups)
                    await file.WriteLineAsync(Row(month, $"Nämnd {board};{group}", PeopleOfUnit * Units / Boards / groups.Length, chance));
            }
        }
    }

    private static string Row(int month, string who, int people, Random chance)
    {
        var hours = people * 160m;
        var longer = hours * chance.Next(20, 60) / 1000;
        return string.Create(CultureInfo.GetCultureInfo("sv-SE"), $"{First.AddMonths(month):yyyy-MM};{who};{people};{hours};{hours * chance.Next(15, 50) / 1000:0.00};{longer:0.00};{longer / 2:0.00}");
    }
}
