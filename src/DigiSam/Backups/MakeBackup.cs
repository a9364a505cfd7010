using System.Text.Json.Serialization;
using DigiSam.Access;
using DigiSam.Audit;
using DigiSam.Persistence;
using DigiSam.Persistence.Sqlite;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Backups;

/// <summary>
/// Copies everything that the installation holds into one file, beside a host that runs, and reads it again to see that it
/// can be used. The file is there whole or not at all. A database that is older than the program is copied as it is.
/// Neither command nor query: it would hold its transaction while it copies, so it notes itself in the audit log, before
/// and after.
/// </summary>
/// <param name="Replace">Whether a file of that name may be replaced.</param>
[Needs(Permission.BackUp)]
public sealed record MakeBackup(string File, bool Replace = false) : IRequest<BackupMade>, IActsOn
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>A backup that is written and verified; <see cref="Sha256"/> is of the whole file.</summary>
public sealed record BackupMade(string File, long Bytes, string Sha256)
{
    [JsonIgnore]
    public BackupManifest Manifest { get; init; } = null!;

    /// <summary>Blobs that are left out because their content is not what their name says.</summary>
    public IReadOnlyList<string> Damaged { get; init; } = [];
}

internal sealed class MakeBackupValidator : AbstractValidator<MakeBackup>
{
    public MakeBackupValidator() => RuleFor(backup => backup.File).NotEmpty().WithMessage("Ange filen som säkerhetskopian ska skrivas till.");
}

internal sealed class MakeBackupHandler(DigiSamContext database, DatabaseOptions options, WriteGate gate, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<MakeBackup, BackupMade>
{
    public async Task<BackupMade> Handle(MakeBackup request, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(request.File);
        var source = BackedUpDatabase.PathOf(options);
        RefuseWrongPlace(path, request.Replace);
        await using var file = DurableFile.Begin(path);
        await Note(request, cancellationToken);

        var copy = $"{path}{DurableFile.Unfinished}.db";
        try
        {
            var manifest = await Copy(source, copy, cancellationToken);
            var (written, damaged) = await BackupWriter.Write(file.Stream, copy, Path.Combine(BackedUpDatabase.FolderOf(options), BackupNames.Blobs), manifest, cancellationToken);
            await Verify(file.Stream, path, copy, cancellationToken);
            file.Stream.Position = 0;
            var made = new BackupMade(path, file.Stream.Length, await BackupWriter.HashOf(file.Stream, cancellationToken)) { Manifest = written, Damaged = damaged };
            await file.Finish(request.Replace, cancellationToken);
            await Note(made, cancellationToken);
            return made;
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private async Task<BackupManifest> Copy(string source, string copy, CancellationToken stop)
    {
        File.Delete(copy);
        var ownerOnly = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            ownerOnly.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await new FileStream(copy, ownerOnly).DisposeAsync();
        var madeAt = clock.GetUtcNow();
        var municipality = await database.Municipalities.Select(place => place.Name).SingleAsync(stop);
        await SqliteFile.CopyTo(source, copy, stop);
        var holdings = await SqliteFile.Inspect(copy, stop);
        return holdings.Fault is { } fault
            ? throw new BackupFailed(fault)
            : new BackupManifest
            {
                Format = BackupManifest.NewestFormat,
                Version = ProductVersion.Text,
                Migration = holdings.Migrations[^1],
                MadeAt = madeAt,
                Municipality = municipality,
                Tables = holdings.Rows,
                Files = [],
            };
    }

    /// <summary>Reads the archive as a restore would, and puts its database where the copy was.</summary>
    private static async Task Verify(Stream content, string path, string copy, CancellationToken stop)
    {
        content.Position = 0;
        using var archive = BackupArchive.Open(content, path);
        await archive.Unpack(file => file.Name == BackupNames.Database ? copy : null, stop);
        await archive.Check(copy, stop);
    }

    private void RefuseWrongPlace(string path, bool replace)
    {
        var folder = Path.GetDirectoryName(path);
        if (Directory.Exists(path))
            throw new BackupPlaceIsWrong($"{path} är en mapp. Ange en fil i den, till exempel {Path.Combine(path, "digisam.zip")}.");
        if (!Directory.Exists(folder))
            throw new BackupPlaceIsWrong($"Mappen {folder} finns inte. Skapa den och kör kommandot igen.");
        if ($"{folder}{Path.DirectorySeparatorChar}".StartsWith($"{BackedUpDatabase.FolderOf(options)}{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            throw new BackupPlaceIsWrong($"{path} ligger i datamappen. Välj en annan mapp, helst på en annan disk: en säkerhetskopia som går förlorad med sin databas är ingen.");
        if (File.Exists(path) && !replace)
            throw new BackupFileExists(path);
    }

    private async Task Note(object what, CancellationToken stop)
    {
        using var turn = await gate.Enter(stop);
        audit.Record(what);
        await database.SaveChangesAsync(stop);
    }
}
