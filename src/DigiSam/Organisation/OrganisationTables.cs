using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Organisation;

internal sealed class PlaceTable : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.HasDiscriminator<string>("Kind")
            .HasValue<Municipality>(nameof(Municipality))
            .HasValue<Board>(nameof(Board))
            .HasValue<Administration>(nameof(Administration))
            .HasValue<Unit>(nameof(Unit));
        builder.Property("Kind").HasMaxLength(20);
        builder.Property(place => place.Name).HasMaxLength(Place.LongestName);
        builder.Property(place => place.Code).HasMaxLength(40);
        builder.Property(place => place.SortKey).HasMaxLength(400);
        builder.Property(place => place.FoldedName).HasMaxLength(200);
        builder.HasIndex("Kind", nameof(Place.SortKey));
        builder.HasIndex(place => place.FoldedName);
        builder.HasIndex(place => place.Code);
        builder.HasOne<Place>().WithMany().HasForeignKey(place => place.PredecessorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlaceAliasTable : IEntityTypeConfiguration<PlaceAlias>
{
    public void Configure(EntityTypeBuilder<PlaceAlias> builder)
    {
        builder.HasIndex(alias => new { alias.FoldedName, alias.PlaceId }).IsUnique();
        builder.HasOne<Place>().WithMany().HasForeignKey(alias => alias.PlaceId);
    }
}

internal sealed class PlaceLinkTable : IEntityTypeConfiguration<PlaceLink>
{
    public void Configure(EntityTypeBuilder<PlaceLink> builder)
    {
        builder.HasIndex(link => new { link.ParentId, link.ChildId, link.Kind, link.ValidFrom }).IsUnique();
        builder.HasOne<Place>().WithMany().HasForeignKey(link => link.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(link => link.ChildId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlaceScopeTable : IEntityTypeConfiguration<PlaceScope>
{
    public void Configure(EntityTypeBuilder<PlaceScope> builder)
    {
        builder.HasKey(scope => new { scope.AncestorId, scope.DescendantId, scope.ValidFrom, scope.ValidTo });
        builder.HasIndex(scope => new { scope.DescendantId, scope.AncestorId });
    }
}
