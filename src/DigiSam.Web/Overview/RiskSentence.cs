using DigiSam.Language;
using DigiSam.Risks;
using DigiSam.Risks.Life;
using DigiSam.Web.Processes;
using DigiSam.Web.Risks;

namespace DigiSam.Web.Overview;

/// <summary>What risks wait for, in a sentence for each unit and stage; what is late further down, in one for each place.</summary>
internal static class RiskSentence
{
    public static IEnumerable<WaitingSentence> About(RiskWork work, DateOnly today) =>
        [.. work.Stages.Select(stage => About(stage, today)), .. work.Late.Where(late => !late.IsAway).GroupBy(late => late.PlaceId).Select(place => About(place.Key, [.. place])), .. work.Late.Where(late => late.IsAway).Select(Away)];

    private static WaitingSentence InsteadOf(string? other, WaitingSentence sentence) => other is null ? sentence : sentence.For(other);

    private static WaitingSentence About(StageWork work, DateOnly today)
    {
        var reminder = work.IsReminded && !work.IsPart ? " Det här är en påminnelse." : "";
        return InsteadOf(work.InsteadOf, new(
            $"{Act(work)}{Until(work)}.{reminder}", work.Only is null ? "Visa riskerna" : "Öppna risken",
            work.Only is { } only ? $"/risker/{only.Id}" : RiskQuery.OfWaiting(work.UnitId, work.Stage, work.ButForLateMeasures), work.First, work.First < today));
    }

    private static string Act(StageWork work)
    {
        var risks = work.Only is { } only ? $"risken ”{only.Title}” på {work.Unit}" : $"{work.Count} risker på {work.Unit}";
        return (work.Stage, work.IsPart) switch
        {
            (RiskStage.Identified, false) => $"Bedöm {risks}",
            (RiskStage.Identified, true) => $"Var med och bedöm {risks}",
            (RiskStage.Assessed, false) => $"Bestäm vad ni gör åt {risks}",
            (RiskStage.Assessed, true) => $"Var med och bestäm vad ni gör åt {risks}",
            (RiskStage.Planned, false) => $"Genomför åtgärderna mot {risks}",
            (RiskStage.Planned, true) => $"Var med när åtgärderna mot {risks} genomförs",
            (RiskStage.Acted, false) => $"Kontrollera effekten av åtgärderna mot {risks}",
            (RiskStage.Acted, true) => $"Var med och kontrollera effekten av åtgärderna mot {risks}",
            (_, false) => $"Stäng {risks} som är {(work.Count == 1 ? "uppföljd" : "uppföljda")}, eller planera mer",
            _ => $"Var med och säg om åtgärderna mot {risks} räcker",
        };
    }

    private static string Until(StageWork work) => work switch
    {
        { First: not { } } => "",
        { First: { } first } when first == work.Last => $", senast {SwedishDate.Long(first)}",
        _ => $", den första senast {SwedishDate.Long(work.First!.Value)}",
    };

    /// <summary>One sentence for all that is late below a place: of one unit and stage what it is, of several how much and of what.</summary>
    private static WaitingSentence About(Guid place, IReadOnlyList<LateRisks> late)
    {
        var (oldest, count) = (late.Min(risks => risks.DueOn), late.Sum(risks => risks.Count));
        var (day, units) = (oldest is { } due ? SwedishDate.Long(due) : "", late.Select(risks => risks.UnitId).Distinct().Count());
        var where = units == 1 ? $"på {late[0].Unit}" : $"på {units} enheter";
        var text = late is [var only]
            ? $"{only.Unit} är försenad: {(count == 1 ? $"en risk skulle ha {Should(only.Stage)} {day}" : $"{count} risker skulle ha {Should(only.Stage)}, den första {day}")}. Prata med den ansvariga om vad som hindrar."
            : $"{count} risker {where} är försenade, den äldsta sedan {day}: {Listed(late)}. Prata med {(units == 1 ? "den ansvariga" : "de ansvariga")} om vad som hindrar.";
        return InsteadOf(late[0].InsteadOf, new(text, "Visa riskerna", late is [var one] ? RiskQuery.OfTold(one.UnitId, one.Stage, place, late: true) : RiskQuery.OfLate(place), oldest, Late: true));
    }

    private static WaitingSentence Away(LateRisks risks) => InsteadOf(risks.InsteadOf, new(
        $"{(risks.Count == 1 ? "En risk" : $"{risks.Count} risker")} på {risks.Unit} ska ha {Should(risks.Stage)}{(risks.DueOn is { } day ? $" senast {SwedishDate.Long(day)}" : "")}. Den som skulle ha påmints är ledig, och du är närmast ovanför.",
        "Visa riskerna", RiskQuery.OfTold(risks.UnitId, risks.Stage, risks.PlaceId, late: false), risks.DueOn, Late: false));

    private static string Listed(IReadOnlyList<LateRisks> late)
    {
        var parts = late.GroupBy(risks => risks.Stage).OrderBy(stage => stage.Key)
            .Select(stage => (Count: stage.Sum(risks => risks.Count), stage.Key)).Select(stage => $"{stage.Count} skulle ha {Should(stage.Key)}").ToList();
        return ProcessWords.Listed(parts);
    }

    private static string Should(RiskStage stage) => stage switch
    {
        RiskStage.Identified => "bedömts",
        RiskStage.Assessed => "fått åtgärder",
        RiskStage.Planned => "åtgärdats",
        RiskStage.Acted => "följts upp",
        _ => "stängts eller planerats vidare",
    };
}
