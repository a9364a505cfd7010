using DigiSam.Processes;
using Quartz;

namespace DigiSam.Web.Processes;

/// <summary>Wakes the pump, and nothing else: what is due stands in the database, so the clock needs no memory.</summary>
[DisallowConcurrentExecution]
internal sealed class PumpClock(TimerPump pump) : IJob
{
    /// <summary>How often the pump is woken when the configuration says nothing.</summary>
    private const int StandardSeconds = 15;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await pump.RunOnce(cancellationToken);

    /// <summary>
    /// Starts the clock with the host: at once, for what fell due while no host ran, and then every so many seconds
    /// (<c>DigiSam:PumpSeconds</c>).
    /// </summary>
    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        var seconds = Math.Clamp(configuration.GetValue("DigiSam:PumpSeconds", StandardSeconds), 1, 3600);
        services.AddQuartz(quartz => quartz.ScheduleJob<PumpClock>(trigger => trigger
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromSeconds(seconds)).RepeatForever())));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}
