using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DigiSam.Persistence;

/// <summary>Gives every changed row its next <see cref="IRevised.Rev"/>.</summary>
internal sealed class RevisionInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Revise(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Revise(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Revise(DbContext? context)
    {
        foreach (var entry in context!.ChangeTracker.Entries<IRevised>())
        {
            var rev = entry.Property(revised => revised.Rev);
            if (entry.State == EntityState.Added)
                rev.CurrentValue = 1;
            else if (entry.State == EntityState.Modified)
                rev.CurrentValue = rev.OriginalValue + 1;
        }
    }
}
