using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.ColumnMappings;

/// <summary>The choices of columns that hold, by name.</summary>
[Needs(Permission.ImportFigures)]
public sealed record ListColumnMappings : IQuery<IReadOnlyList<ColumnMappingRow>>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>A choice of columns in the list.</summary>
/// <param name="Table">What the table is called.</param>
public sealed record ColumnMappingRow(Guid Id, string Name, string Table, DateTimeOffset SavedAt, string Person);

internal sealed class ListColumnMappingsHandler(DigiSamContext database) : IRequestHandler<ListColumnMappings, IReadOnlyList<ColumnMappingRow>>
{
    public async Task<IReadOnlyList<ColumnMappingRow>> Handle(ListColumnMappings request, CancellationToken cancellationToken)
    {
        var rows =
            from mapping in database.Set<ColumnMapping>().AsNoTracking()
            join person in database.People on mapping.PersonId equals person.Id
            where mapping.EndedAt == null
            orderby mapping.Name, mapping.SavedAt
            select new { mapping.Id, mapping.Name, mapping.Table, mapping.SavedAt, Person = person.Name };
        return [.. (await rows.ToListAsync(cancellationToken)).Select(row => new ColumnMappingRow(row.Id, row.Name, ImportTable.Of(row.Table)?.Name ?? row.Table, row.SavedAt, row.Person))];
    }
}
