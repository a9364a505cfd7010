using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Life;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.Web.Frame;

namespace DigiSam.Web.AnnualReports;

/// <summary>A report as someone looks at it, with what they may do with it.</summary>
public sealed record ReportView(ReportDetail Detail, IReadOnlySet<Permission> Permissions, Standpoint Where)
{
    public AnnualReport Report => Detail.Report;

    /// <summary>What there is to go by in the section that is open; null when none is.</summary>
    public SectionGround? Ground { get; init; }

    public Guid Actor => Where.Person.Id;

    /// <summary>A unit's report is written and completed by those who run the unit's year, whatever others may do above it.</summary>
    public bool May(Permission permission) => Permissions.Contains(permission)
        && (Report.Level != ReportLevel.Unit || permission is not (Permission.WriteReport or Permission.CompleteReport) || Permissions.Contains(Permission.RunSamYear));

    public bool MayWrite => Report.Status == ReportStatus.Draft && May(Permission.WriteReport);

    public string NameOf(Guid person) => Detail.People.GetValueOrDefault(person, "någon");
}

/// <summary>Reads a report for an address that names the report alone.</summary>
internal static class ReportReader
{
    /// <summary>Null when there is no such report in any place where the person holds a role.</summary>
    public static async Task<ReportView?> ReadReport(this RequestSender sender, Standpoint where, Guid reportId, string? section)
    {
        foreach (var place in where.Roles.Select(role => role.PlaceId).Prepend(where.Place.Id).Distinct())
        {
            if (await sender.Send(where.Person.Id, new FindReport(place, reportId)) is Outcome<Guid>.Done(var found)
                && await sender.Send(where.Person.Id, new ReadReport(found, reportId, section)) is Outcome<ReportDetail>.Done(var report)
                && await sender.Send(where.Person.Id, new ReadPlace(found)) is Outcome<PlaceView>.Done(var view))
            {
                var ground = section is null ? null : await sender.Send(where.Person.Id, new ReadSectionGround(found, reportId, section));
                return new ReportView(report, view.Permissions, where) { Ground = (ground as Outcome<SectionGround>.Done)?.Result };
            }
        }

        return null;
    }
}
