using DigiSam.Access;
using DigiSam.Cli;
using DigiSam.Organisation;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Backups;

/// <summary>Backups taken while others write: each is of one instant, and nobody waits for it.</summary>
public sealed class OnlineBackupTests : IAsyncLifetime
{
    private const int Backups = 3;

    private const int MostWrites = 20_000;

    private readonly TemporaryFolder _folder = new();

    private Installed _installed = null!;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.Create();
        using (DigiSam.Persistence.DataFolderLock.TryTake(_installed.Folder))
            await _installed.Do(new ImportOrganisation("organisation.csv", HuddingeFiles.Organisation, null, DryRun: false));
    }

    public async ValueTask DisposeAsync()
    {
        await _installed.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_backup_beside_a_host_that_writes_holds_whole_transactions_of_one_instant()
    {
        using var host = DigiSam.Persistence.DataFolderLock.TryTake(_installed.Folder);
        var place = await _installed.InDatabase(database => database.Municipalities.Select(municipality => municipality.Id).SingleAsync());
        var before = await _installed.Count<Person>();
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            var written = 0;
            while (!enough.IsCancellationRequested && written < MostWrites)
                written = await Write(place, written) + 1;
            return written;
        });
        var counts = new List<int>();
        for (var backup = 0; backup < Backups; backup++)
        {
            var run = await CliRun.Of("backup", _folder.Of($"{backup}.zip"), "--data", _installed.Folder);
            Assert.True(run.Exit == ExitCode.Ok, run.All);
            Assert.Equal(ExitCode.Ok, (await CliRun.Of("restore", _folder.Of($"{backup}.zip"), "--data", _folder.Of($"{backup}"))).Exit);
            var copied = DatabaseContents.Read(_folder.Of($"{backup}"));
            Assert.Equal(copied["People"].Count, copied["RoleAssignments"].Count);
            counts.Add(copied["People"].Count);
        }

        await enough.CancelAsync();
        var after = before + await writing;
        Assert.Equal(after, await _installed.Count<Person>());
        Assert.Equal([before, .. counts, after], counts.Prepend(before).Append(after).Order());
        Assert.True(counts[0] < counts[^1], "Nothing was written while backups were made.");
    }

    [Fact]
    public async Task A_blob_that_comes_while_the_others_are_copied_does_no_harm_and_every_earlier_one_is_there()
    {
        var earlier = Enumerable.Range(0, 50).Select(number => BlobFolder.Add(_installed.Folder, $"tidigare {number}")).ToList();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() =>
        {
            var later = new List<string>();
            while (!stop.IsCancellationRequested && later.Count < 5000)
                later.Add(BlobFolder.AddWhole(_installed.Folder, $"senare {later.Count}"));
            return later;
        });
        var run = await CliRun.Of("backup", _folder.Of("b.zip"), "--data", _installed.Folder);
        await stop.CancelAsync();
        var known = earlier.Concat(await writing).ToHashSet();

        Assert.True(run.Exit == ExitCode.Ok, run.All);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("restore", _folder.Of("b.zip"), "--data", _folder.Data)).Exit);
        Assert.Superset(earlier.ToHashSet(), BlobFolder.Names(_folder.Data).ToHashSet());
        Assert.Subset(known, BlobFolder.Names(_folder.Data).ToHashSet());
    }

    private Task<int> Write(Guid place, int number) => _installed.InDatabase(async database =>
    {
        await using var transaction = await database.Database.BeginTransactionAsync();
        var person = new Person($"Person {number}");
        database.People.Add(person);
        await database.SaveChangesAsync();
        database.RoleAssignments.Add(new RoleAssignment(person.Id, Role.Employee, place, DateOnly.MinValue));
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return number;
    });
}
