using DigiSam.Measures;
using DigiSam.Requests;
using DigiSam.Risks;
using MediatR;

namespace DigiSam.Tests.Risks.Life;

/// <summary>Every command on a risk in every stage.</summary>
public sealed class CommandsByStageTests : IAsyncLifetime
{
    private SchoolRisks _risks = null!;

    public async ValueTask InitializeAsync() => _risks = await SchoolRisks.Create();

    public ValueTask DisposeAsync() => _risks.DisposeAsync();

    public static TheoryData<string, string, string, string, string, string, string> Commands => new()
    {
        // command                identified             assessed               planned                acted                  followed up            closed
        { "assess",               "Assessed",            "Assessed",            "Planned",             "Acted",               "Assessed",            nameof(RiskIsClosed) },
        { "add a measure",        "Identified",          "Planned",             "Planned",             "Planned",             "Planned",             nameof(ClosedRiskTakesNoMeasure) },
        { "link a planned",       "Identified",          "Planned",             "Planned",             "Planned",             "Planned",             nameof(ClosedRiskTakesNoMeasure) },
        { "link a done",          "Identified",          "Acted",               "Planned",             "Acted",               "Acted",               nameof(ClosedRiskTakesNoMeasure) },
        { "link a checked",       "Identified",          "FollowedUp",          "Planned",             "Acted",               "FollowedUp",          nameof(ClosedRiskTakesNoMeasure) },
        { "link a struck",        "Identified",          "Assessed",            "Planned",             "Acted",               "FollowedUp",          nameof(ClosedRiskTakesNoMeasure) },
        { "move the day",         "",                    "",                    "Planned",             nameof(MeasureIsNot),  nameof(MeasureIsNot),  "" },
        { "done",                 "",                    "",                    "Acted",               "Acted",               nameof(MeasureIsNot),  "" },
        { "undo done",            "",                    "",                    "Planned",             "Planned",             nameof(MeasureIsNot),  "" },
        { "effect",               "",                    "",                    nameof(OnlyADoneMeasureIsChecked), "FollowedUp", "FollowedUp", "" },
        { "no effect",            "",                    "",                    nameof(OnlyADoneMeasureIsChecked), "FollowedUp", "FollowedUp", "" },
        { "not yet",              "",                    "",                    nameof(OnlyADoneMeasureIsChecked), "Acted",   "Acted",               "" },
        { "strike",               "",                    "",                    "Assessed",            nameof(MeasureIsNot),  nameof(MeasureIsNot),  "" },
        { "close",                nameof(UnassessedRiskStaysOpen), "Closed",    "Closed",              "Closed",              "Closed",              "Closed" },
        { "reopen",               "Identified",          "Assessed",            "Planned",             "Acted",               "FollowedUp",          "Identified" },
        { "lift",                 nameof(OnlyAnAssessedRiskIsLifted), "Assessed", "Planned",           "Acted",               "FollowedUp",          nameof(RiskIsClosed) },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_leads_from_every_stage_where_the_records_then_are(string command, string identified, string assessed, string planned, string acted, string followedUp, string closed)
    {
        foreach (var (stage, expected) in Enum.GetValues<RiskStage>().Zip([identified, assessed, planned, acted, followedUp, closed]).Where(pair => pair.Second.Length > 0))
        {
            var (risk, measure) = await _risks.In(stage);
            Assert.Equal(stage, await _risks.StageOf(risk));
            var request = await Named(command, risk, measure);
            if (!Enum.TryParse<RiskStage>(expected, out var then))
            {
                Assert.Equal((command, stage, expected), (command, stage, await Rule(request)));
                then = stage;
            }
            else
            {
                await Run(request);
            }

            Assert.Equal((command, stage, then), (command, stage, await _risks.StageOf(risk)));
        }
    }

    private Task<object> Run(object request) => request switch
    {
        IRequest<Nothing> command => Boxed(_risks.Do(command)),
        IRequest<Guid> command => Boxed(_risks.Do(command)),
        _ => throw new InvalidOperationException(),
    };

    private async Task<string> Rule(object request) => request switch
    {
        IRequest<Nothing> command => (await _risks.Refused(command)).Rule,
        _ => (await _risks.Refused((IRequest<Guid>)request)).Rule,
    };

    private static async Task<object> Boxed<T>(Task<T> task) => (await task)!;

    private async Task<object> Named(string command, Guid risk, Guid measure) => command switch
    {
        "assess" => _risks.Assess(risk),
        "add a measure" => _risks.Measure(45, risk),
        "link a planned" => new LinkRisk(_risks.Unit, (await _risks.In(RiskStage.Planned)).Measure, risk),
        "link a done" => new LinkRisk(_risks.Unit, (await _risks.In(RiskStage.Acted)).Measure, risk),
        "link a checked" => new LinkRisk(_risks.Unit, (await _risks.In(RiskStage.FollowedUp)).Measure, risk),
        "link a struck" => new LinkRisk(_risks.Unit, await Struck(), risk),
        "move the day" => new MoveDueDate(_risks.Unit, measure, SchoolRisks.Day.AddDays(90), "Det dröjer."),
        "done" => _risks.Done(measure),
        "undo done" => new UndoDone(_risks.Unit, measure),
        "effect" => _risks.Check(measure),
        "no effect" => _risks.Check(measure, MeasureEffect.No),
        "not yet" => _risks.Check(measure, MeasureEffect.NotYet, SchoolRisks.Day.AddDays(100)),
        "strike" => new CancelMeasure(_risks.Unit, measure, "Behövs inte."),
        "close" => new CloseRisk(_risks.Unit, risk, "Borta."),
        "reopen" => new ReopenRisk(_risks.Unit, risk),
        _ => new LiftRisk(_risks.Unit, risk, "Nämnden behöver veta."),
    };

    private async Task<Guid> Struck()
    {
        var (_, measure) = await _risks.In(RiskStage.Planned);
        await _risks.Do(new CancelMeasure(_risks.Unit, measure, "Behövs inte."));
        return measure;
    }
}
