using DigiSam.Checklists.Life;
using DigiSam.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Checklists;

internal static class ChecklistServices
{
    public static IServiceCollection AddChecklists(this IServiceCollection services) => services
        .AddScoped<ChecklistDrafts>()
        .AddScoped<DraftBeginning>()
        .AddScoped<ChecklistCourse>()
        .AddScoped<IProcessOrigin>(services => services.GetRequiredService<ChecklistCourse>())
        .AddScoped<INamesThings, ChecklistNames>()
        .AddSingleton<IProcessWording, ChecklistWording>();
}
