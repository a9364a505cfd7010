using DigiSam.Processes;
using Quartz;

namespace DigiSam.Web.Processes;

/// <summary>
/// Wakes the pump while the database is claimed by this host, and nothing else: what is due stands in the database, so the
/// clock needs no memory.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class PumpClock(TimerPump pump, PumpBeat beat, HostClaim claim) : IJob
{
    /// <summary>How often the pump is woken when the configuration says nothing.</summary>
    private const int StandardSeconds = 15;

    /// <summary>How often the pump is woken, in seconds.</summary>
    private const string Setting = "DigiSam:PumpSeconds";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (!await claim.Renew(cancellationToken))
            return;
        await pump.RunOnce(cancellationToken, beat.Beat);
        beat.Beat();
    }

    /// <summary>
    /// Starts the clock with the host: at once, for what fell due while no host ran, and then every so many seconds
    /// (<see cref="Setting"/>).
    /// </summary>
    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        var seconds = Math.Clamp(configuration.GetValue(Setting, StandardSeconds), 1, 3600);
        services.AddSingleton(host => new PumpBeat(host.GetRequiredService<TimeProvider>(), TimeSpan.FromSeconds(seconds)));
        services.AddQuartz(quartz => quartz.ScheduleJob<PumpClock>(trigger => trigger
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromSeconds(seconds)).RepeatForever())));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}
