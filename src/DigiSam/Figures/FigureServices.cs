using DigiSam.Metrics;
using DigiSam.Organisation;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Figures;

internal static class FigureServices
{
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        foreach (var table in CountedSource.Tables)
            services.AddScoped<IFigureSource>(scope => new CountedSource(table, scope.GetRequiredService<CountedMetrics>()));
        return services.AddReading();
    }

    private static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddScoped<CountedBeside>()
        .AddScoped<CountedCorrections>()
        .AddScoped<CountedCoverage>()
        .AddScoped<CountedMetrics>()
        .AddScoped<FigureCrossCheck>()
        .AddScoped<FigureGrouping>()
        .AddScoped<FigureIntake>()
        .AddScoped<FigureReading>()
        .AddScoped<EventRegrouping>()
        .AddScoped<FigureSums>()
        .AddScoped<IFollowsOrganisation>(scope => scope.GetRequiredService<FigureSums>())
        .AddScoped<SurveyShield>()
        .AddScoped<IFollowsOrganisation>(scope => scope.GetRequiredService<SurveyShield>());
}
