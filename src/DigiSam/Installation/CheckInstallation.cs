using DigiSam.Access;
using DigiSam.Backups;
using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Installation;

public enum FindingSeverity
{
    Fine,
    Note,
    Fault,
}

/// <summary>One thing that was checked, in Swedish, and what to do when it is not fine.</summary>
public sealed record InstallationFinding(FindingSeverity Severity, string Text);

/// <summary>Holds the installation up against what it should be: database, references, definitions, organisation, figures.</summary>
[Needs(Permission.CheckInstallation)]
public sealed record CheckInstallation : IQuery<IReadOnlyList<InstallationFinding>>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class CheckInstallationHandler(DigiSamContext database, DatabaseEngine engine, InstalledDefinitions definitions, TimeProvider clock)
    : IRequestHandler<CheckInstallation, IReadOnlyList<InstallationFinding>>
{
    private static readonly TimeSpan LongWithoutBackup = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<InstallationFinding>> Handle(CheckInstallation request, CancellationToken cancellationToken) =>
    [
        .. (await engine.Check(database, cancellationToken)).Select(check => new InstallationFinding(check.Fine ? FindingSeverity.Fine : FindingSeverity.Fault, check.Text)),
        new(FindingSeverity.Fine, $"Definitioner: {definitions.Forms.Count} rapportformulär ({string.Join(", ", definitions.Forms.Select(form => form.Year))}), {definitions.Metrics.Metrics.Count} mått, {definitions.Provisions.Count} bestämmelser."),
        await CheckOrganisation(cancellationToken),
        .. await CheckYears(cancellationToken),
        .. await CheckBackup(cancellationToken),
        CheckOffice(),
    ];

    private async Task<InstallationFinding> CheckOrganisation(CancellationToken stop)
    {
        var places = await database.Places.AsNoTracking().ToListAsync(stop);
        var links = await database.PlaceLinks.AsNoTracking().ToListAsync(stop);
        var stored = (await database.PlaceScopes.AsNoTracking().ToListAsync(stop)).Select(Key).ToHashSet();
        if (!stored.SetEquals(PlaceScope.Close(places, links).Select(Key)))
            return new InstallationFinding(FindingSeverity.Fault, "Organisationens räckvidder stämmer inte med dess länkar. Importera organisationen igen eller återställ senaste säkerhetskopian.");
        var homeless = HomelessUnits.Among(places, links);
        if (homeless.Count > 0)
            return new InstallationFinding(FindingSeverity.Fault, $"{Number(homeless.Count, "enhet", "enheter")} hör inte till en förvaltning och minst en nämnd: {string.Join(", ", homeless.Take(10))}{(homeless.Count > 10 ? " …" : "")}. Importera dem med rätt förvaltning och nämnd och ange från och med vilken dag med --valid-from.");
        var municipality = places.OfType<Municipality>().Single();
        var (boards, administrations, units) = (Current<Board>(), Current<Administration>(), Current<Organisation.Unit>());
        return boards == 0
            ? new InstallationFinding(FindingSeverity.Note, $"{municipality.Name} har ingen organisation än. Importera den: digisam import organisation FIL")
            : new InstallationFinding(FindingSeverity.Fine, $"{municipality.Name}: {Number(boards, "nämnd", "nämnder")}, {Number(administrations, "förvaltning", "förvaltningar")}, {Number(units, "enhet", "enheter")}.");

        int Current<TPlace>()
            where TPlace : Place => places.OfType<TPlace>().Count(place => place.IsCurrent);

        static string Number(int count, string one, string several) => $"{count} {(count == 1 ? one : several)}";

        static (Guid, Guid, DateOnly, DateOnly) Key(PlaceScope scope) => (scope.AncestorId, scope.DescendantId, scope.ValidFrom, scope.ValidTo);
    }

    private async Task<IReadOnlyList<InstallationFinding>> CheckYears(CancellationToken stop)
    {
        var values = await database.MetricValues.Where(value => value.ReplacedById == null).GroupBy(value => value.ReportYear)
            .Select(year => new { Year = year.Key, Count = year.Count() }).ToDictionaryAsync(year => year.Year, year => year.Count, stop);
        var answers = await database.BoardAnswers.Where(answer => answer.ReplacedById == null).GroupBy(answer => answer.ReportYear)
            .Select(year => new { Year = year.Key, Count = year.Count() }).ToDictionaryAsync(year => year.Year, year => year.Count, stop);
        return [.. values.Keys.Union(answers.Keys).Order().Select(year => new InstallationFinding(
            FindingSeverity.Fine, $"Rapport {year}: {values.GetValueOrDefault(year)} värden, {answers.GetValueOrDefault(year)} svar."))];
    }

    /// <summary>A server's backups are its own, and unknown here.</summary>
    private async Task<IReadOnlyList<InstallationFinding>> CheckBackup(CancellationToken stop)
    {
        if (engine.Options.Kind != DatabaseKind.Sqlite)
            return [];
        var newest = await database.AuditEntries.Where(entry => entry.Request == nameof(BackupMade)).OrderByDescending(entry => entry.At)
            .Select(entry => (DateTimeOffset?)entry.At).FirstOrDefaultAsync(stop);
        return newest is not { } at
            ? [new InstallationFinding(FindingSeverity.Note, "Ingen säkerhetskopia är gjord med digisam backup.")]
            : [new InstallationFinding(
                clock.GetUtcNow() - at > LongWithoutBackup ? FindingSeverity.Note : FindingSeverity.Fine,
                $"Senaste säkerhetskopian med digisam backup: {SwedishDate.Long(SwedishDate.DateIn(at))} kl. {SwedishDate.Time(at)}.")];
    }

    private static InstallationFinding CheckOffice() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "soffice")))
            ? new InstallationFinding(FindingSeverity.Fine, "LibreOffice finns; du kan göra PDF av rapporterna med det.")
            : new InstallationFinding(FindingSeverity.Note, "LibreOffice saknas. Rapporter byggs ändå; paketet libreoffice-writer-nogui behövs för att göra PDF av dem.");
}
