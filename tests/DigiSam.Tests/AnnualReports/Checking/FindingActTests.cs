using DigiSam.AnnualReports.Checking;
using DigiSam.Web.AnnualReports;
using DigiSam.Web.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DigiSam.Tests.AnnualReports.Checking;

/// <summary>What the forms beside the findings ask for, and where a refused reason stands again.</summary>
public sealed class FindingActTests
{
    private static readonly Finding Before = At("sick-leave", "Sjukfrånvaron är 6,8 procent.");

    [Fact]
    public void A_form_names_its_findings_and_the_reason_or_takes_them_back()
    {
        var accept = Act(FindingAct.Accept, "Skäl.", "a", "b")!;
        Assert.Equal(("a b", "Skäl.", "Det är godtaget, med din förklaring."), (string.Join(' ', accept.Keys), accept.Reason, accept.Notice));
        var back = Act(FindingAct.TakeBack, null, "a")!;
        Assert.Equal(("a", null, "Godtagandet är ångrat."), (string.Join(' ', back.Keys), back.Reason, back.Notice));
        Assert.Null(Act("annat", "Skäl.", "a"));
    }

    [Fact]
    public void A_refused_reason_stands_again_by_the_same_finding_or_by_the_one_that_took_its_place()
    {
        var act = Act(FindingAct.Accept, "Skäl.", Before.Key)!;
        var (other, changed) = (At("overtime", "Övertiden är 1 procent."), At("sick-leave", "Sjukfrånvaron är 6,7 procent."));
        Assert.Equal(Before, act.Again(Open(other, changed, Before)));
        Assert.Equal(changed, act.Again(Open(other, changed)));
        Assert.Null(act.Again(Open(other)));
        Assert.Null(act.Again(Open(changed with { Kind = FindingKind.Mend })));
        Assert.Null(act.Again(new CheckedReport([new JudgedFinding(Before, new Acceptance("Redan.", Guid.Empty, default))], 0)));
        Assert.Null(act.Again(null));
    }

    private static FindingAct? Act(string act, string? reason, params string[] keys) => FindingAct.Of(new FormCollection(new Dictionary<string, StringValues>
    {
        [ActForm.Field] = act,
        [FindingAct.KeyField] = keys,
        [FindingAct.SpotField] = FindingAct.SpotOf(Before),
        [FindingAct.ReasonField] = reason,
    }));

    private static CheckedReport Open(params Finding[] findings) => new([.. findings.Select(finding => new JudgedFinding(finding, null))], 0);

    private static Finding At(string section, string sentence) => new("number-against-table", FindingKind.MendOrAccept, section, 4, "Avsnitt", "Fel.", "Rätta.", null, sentence, [], null);
}
