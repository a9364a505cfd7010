using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Figures;

internal static class FigureServices
{
    public static IServiceCollection AddFigures(this IServiceCollection services) => services
        .AddScoped<CountedMetrics>()
        .AddScoped<FigureCrossCheck>()
        .AddScoped<FigureGrouping>()
        .AddScoped<FigureIntake>()
        .AddScoped<FigureReading>()
        .AddScoped<SurveyShield>();
}
