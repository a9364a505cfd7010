using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.SchoolYears;

internal static class SchoolYearServices
{
    public static IServiceCollection AddSchoolYears(this IServiceCollection services) => services.AddScoped<SchoolCalendars>().AddScoped<MovedReminders>();
}
