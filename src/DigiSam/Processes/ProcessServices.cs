using DigiSam.Workflows.Running;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Processes;

internal static class ProcessServices
{
    /// <summary>Registers the engine, its rows and the pump.</summary>
    public static IServiceCollection AddProcesses(this IServiceCollection services, InstalledProcesses installed)
    {
        services.AddLogging();
        services.AddSingleton(installed);
        services.AddSingleton<IProcessEngine, ProcessEngine>();
        services.AddSingleton<TimerPump>();
        services.AddScoped<ManagersAbove>();
        services.AddScoped<ProcessHold>();
        services.AddScoped<InboxDesk>();
        services.AddScoped<QuietAndAway>();
        services.AddScoped<ProcessReading>();
        services.AddScoped<AddressedTasks>();
        services.AddScoped<IProcesses, ProcessesInDatabase>();
        return services;
    }
}
