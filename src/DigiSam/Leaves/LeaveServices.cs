using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Leaves;

internal static class LeaveServices
{
    public static IServiceCollection AddLeaves(this IServiceCollection services) =>
        services.AddScoped<LeaveDesk>().AddScoped<LeaveList>().AddScoped<AwayToday>();
}
