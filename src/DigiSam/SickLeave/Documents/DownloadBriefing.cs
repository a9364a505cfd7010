using DigiSam.Access;
using DigiSam.AnnualReports.Documents;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.SickLeave.Documents;

/// <summary>Which document about sick leave.</summary>
public enum BriefingKind
{
    /// <summary>The monthly supplement to a board. It is public, so it names no unit but the one that it is about.</summary>
    Board,

    /// <summary>What a manager gets each third of a year, with questions to answer.</summary>
    Tertial,
}

/// <summary>A document about a place's sick leave as "docx" or "xlsx": what the page shows, and no more. Fails with <see cref="NothingToBriefOn"/>.</summary>
/// <param name="End">The first day of the last month.</param>
[Needs(Permission.ReadReport)]
public sealed record DownloadBriefing(Guid PlaceId, DateOnly End, BriefingKind Kind, string Format) : IQuery<BriefingFile>
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>The document as a file.</summary>
public sealed record BriefingFile(string FileName, string ContentType, byte[] Content);

internal sealed class DownloadBriefingValidator : AbstractValidator<DownloadBriefing>
{
    public DownloadBriefingValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.End).Must(RollingYear.CanEnd).WithMessage("Månaden finns inte.");
        RuleFor(query => query.Kind).IsInEnum().WithName("Dokumentet");
        RuleFor(query => query.Format).Must(format => format is "docx" or "xlsx").WithMessage("Dokumentet finns som docx och xlsx.");
    }
}

internal sealed class DownloadBriefingHandler(Briefing briefing) : IRequestHandler<DownloadBriefing, BriefingFile>
{
    public async Task<BriefingFile> Handle(DownloadBriefing request, CancellationToken cancellationToken)
    {
        var content = await briefing.Of(request.PlaceId, request.End, request.Kind, cancellationToken);
        var name = ReportFiles.Plain($"{(request.Kind == BriefingKind.Board ? "manadsbilaga" : "tertial")}-{request.End:yyyy-MM}-{content.Place}");
        return request.Format == "xlsx"
            ? new BriefingFile($"{name}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", BriefingXlsx.Write(content))
            : new BriefingFile($"{name}.docx", ReportFiles.ContentType("docx"), BriefingDocx.Write(content));
    }
}
