using DigiSam.Processes;
using DigiSam.SamYears.Guards;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.SamYears;

internal static class SamYearServices
{
    /// <summary>Registers what the requests about SAM years need.</summary>
    public static IServiceCollection AddSamYears(this IServiceCollection services)
    {
        services.AddSingleton<IProcessWording, SamYearWording>();
        services.AddScoped<Years>();
        services.AddScoped<YearUnits>();
        services.AddScoped<YearSteps>();
        services.AddScoped<YearGuards>();
        services.AddScoped<AnnualFacts>();
        services.AddScoped<SamYearStarter>();
        return services;
    }
}
