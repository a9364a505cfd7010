using DigiSam.AnnualReports.Building;
using DigiSam.AnnualReports.Checking;
using DigiSam.AnnualReports.Life;
using DigiSam.AnnualReports.Records;
using DigiSam.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.AnnualReports;

internal static class AnnualReportServices
{
    public static IServiceCollection AddAnnualReports(this IServiceCollection services) => services
        .AddScoped<ReportAnswers>()
        .AddScoped<ReportWritings>()
        .AddScoped<ReportsBelow>()
        .AddScoped<ChangedBelow>()
        .AddScoped<EvaluatesMeasures>()
        .AddScoped<ReadsRecords>()
        .AddScoped<CountsRecords>()
        .AddScoped<CountsRisks>()
        .AddScoped<FigureColumns>()
        .AddScoped<RestatedValues>()
        .AddScoped<Handlings>()
        .AddScoped<ReportBuilder>()
        .AddScoped<Reports>()
        .AddScoped<ReportChecks>()
        .AddScoped<ReportGuards>()
        .AddScoped<ReportCourse>()
        .AddScoped<IProcessOrigin>(services => services.GetRequiredService<ReportCourse>())
        .AddSingleton<IProcessWording, ReportWording>();
}
