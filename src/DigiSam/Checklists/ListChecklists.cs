using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Checklists;

/// <summary>A checklist with its versions, newest first.</summary>
/// <param name="Newest">The version that rounds are planned with.</param>
public sealed record ChecklistOnShelf(Checklist Newest, IReadOnlyList<PublishedVersion> Versions);

public sealed record PublishedVersion(int Version, DateTimeOffset PublishedAt, string Sha256);

/// <summary>The published checklists for rounds, by title. They are the same in all places; the place says where one reads them.</summary>
[Needs(Permission.ReadChecklists)]
public sealed record ListChecklists(Guid PlaceId) : IQuery<IReadOnlyList<ChecklistOnShelf>>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ListChecklistsValidator : AbstractValidator<ListChecklists>
{
    public ListChecklistsValidator() => RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
}

internal sealed class ListChecklistsHandler(DigiSamContext database) : IRequestHandler<ListChecklists, IReadOnlyList<ChecklistOnShelf>>
{
    public async Task<IReadOnlyList<ChecklistOnShelf>> Handle(ListChecklists request, CancellationToken cancellationToken) =>
    [
        .. (await PublishedChecklists.All(database, cancellationToken)).GroupBy(version => version.Key)
            .Select(versions => new ChecklistOnShelf(
                ChecklistFile.Read(versions.First()),
                [.. versions.Select(version => new PublishedVersion(version.Version, version.PublishedAt, version.Sha256))]))
            .OrderBy(checklist => SwedishText.SortKey(checklist.Newest.Title), StringComparer.Ordinal),
    ];
}
