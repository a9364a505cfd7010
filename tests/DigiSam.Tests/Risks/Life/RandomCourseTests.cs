using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.Requests;
using DigiSam.Risks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Risks.Life;

/// <summary>Whatever is done in whatever order, the register says what one finds by telling each risk's story from the beginning.</summary>
public sealed class RandomCourseTests : IAsyncLifetime
{
    private readonly Random _random = new(20260316);
    private readonly List<Guid> _found = [];
    private readonly List<Guid> _planned = [];
    private SchoolRisks _risks = null!;

    public async ValueTask InitializeAsync() => _risks = await SchoolRisks.Create();

    public ValueTask DisposeAsync() => _risks.DisposeAsync();

    [Fact]
    public async Task The_stage_is_what_the_story_tells_after_any_sequence_of_commands()
    {
        for (var i = 0; i < 6; i++)
            _found.Add(await _risks.Found($"Risk {i}"));
        var (done, refused, seen) = (0, 0, new HashSet<RiskStage>());
        for (var turn = 0; turn < 400; turn++)
        {
            _risks.School.Installed.Clock.Advance(TimeSpan.FromMinutes(_random.Next(1, 600)));
            if (await Send(Any()))
                done++;
            else
                refused++;
            if (turn % 8 == 0)
                seen.UnionWith(await Compare());
        }

        await Compare();
        Assert.Equal(Enum.GetValues<RiskStage>(), seen.Order());
        Assert.True(done > 150 && refused > 30, $"{done} done, {refused} refused");
    }

    private async Task<IReadOnlyList<RiskStage>> Compare()
    {
        var stages = new List<RiskStage>();
        foreach (var risk in _found)
        {
            var (stage, due) = await Slowly(risk);
            Assert.Equal((risk, stage), (risk, await _risks.StageOf(risk)));
            if (due is not null)
                Assert.Equal((risk, due), (risk, await _risks.DueOf(risk)));
            stages.Add(stage);
        }

        return stages;
    }

    /// <summary>All that has happened to the risk and to the measures against it, told in its order.</summary>
    private Task<(RiskStage, DateOnly?)> Slowly(Guid id) => _risks.School.Installed.InDatabase(async database =>
    {
        var risk = await database.Risks.AsNoTracking().Include(risk => risk.Events).SingleAsync(risk => risk.Id == id);
        var measures = await database.Measures.AsNoTracking().Include(measure => measure.EffectChecks).Where(measure => measure.Risks.Any(served => served.RiskId == id)).ToListAsync();
        var story = risk.Events.Select(happened => (happened.At, What: $"{happened.Kind}"))
            .Concat(measures.SelectMany(measure => measure.EffectChecks).Where(check => check.Effect != MeasureEffect.NotYet).Select(check => (check.At, What: "Checked"))).OrderBy(happened => happened.At);
        var (open, assessed, judged) = (true, false, false);
        foreach (var (_, what) in story)
        {
            (open, assessed, judged) = what switch
            {
                "Assessed" => (open, true, false),
                "Checked" => (open, assessed, true),
                "Closed" => (false, assessed, judged),
                "Reopened" => (true, false, judged),
                _ => (open, assessed, judged),
            };
        }

        var toDo = measures.FindAll(measure => measure.Status == MeasureStatus.Planned);
        var toCheck = measures.FindAll(measure => measure.Status == MeasureStatus.Done);
        return (open, assessed) switch
        {
            (false, _) => (RiskStage.Closed, null),
            (_, false) => (RiskStage.Identified, (DateOnly?)null),
            _ when toDo.Count > 0 => (RiskStage.Planned, toDo.Max(measure => measure.DueOn)),
            _ when toCheck.Count > 0 => (RiskStage.Acted, toCheck.Min(measure => measure.NextCheckOn ?? measure.DoneOn!.Value.AddDays(60))),
            _ => (judged && measures.Exists(measure => measure.Status == MeasureStatus.Checked) ? RiskStage.FollowedUp : RiskStage.Assessed, null),
        };
    });

    private object Any()
    {
        var (unit, risk, today) = (_risks.Unit, Pick(_found), SwedishDate.Today(_risks.School.Installed.Clock));
        var add = new AddMeasure(
            unit, Guid.CreateVersion7(), [.. _found.OrderBy(_ => _random.Next()).Take(_random.Next(1, 3))], "Lägg en matta", MeasureKind.AtSource, _risks.School.Manager, today.AddDays(_random.Next(-20, 90)), null);
        if (_planned.Count == 0 || _random.Next(9) == 0)
            return add;
        var measure = Pick(_planned);
        return _random.Next(11) switch
        {
            0 or 1 => _risks.Assess(risk),
            2 => new CloseRisk(unit, risk, "Borta."),
            3 => new ReopenRisk(unit, risk),
            4 => new LinkRisk(unit, measure, risk),
            5 => new MoveDueDate(unit, measure, today.AddDays(_random.Next(-10, 120)), "Det dröjer."),
            6 => new CancelMeasure(unit, measure, "Behövs inte."),
            7 => new UndoCancel(unit, measure),
            8 => new UndoDone(unit, measure),
            9 => new CheckEffect(unit, measure, Guid.CreateVersion7(), Pick(Enum.GetValues<MeasureEffect>()), today.AddDays(_random.Next(1, 80)), null),
            _ => new MarkDone(unit, measure, today.AddDays(-_random.Next(30))),
        };
    }

    private async Task<bool> Send(object request)
    {
        if (request is not AddMeasure add)
            return await _risks.School.Installed.SendAs(_risks.School.Manager, (IRequest<Nothing>)request) is Outcome<Nothing>.Done;
        if (await _risks.School.Installed.SendAs(_risks.School.Manager, add) is not Outcome<Guid>.Done(var id))
            return false;
        _planned.Add(id);
        return true;
    }

    private T Pick<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];
}
