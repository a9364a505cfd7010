using System.Globalization;
using DigiSam.Measures;
using DigiSam.Requests;
using DigiSam.Web.Frame;

namespace DigiSam.Web.Measures;

/// <summary>What a form on a measure's page asks for, and the sentence that tells it is done.</summary>
internal sealed record MeasureAct(ICommand<Nothing> Command, string Notice)
{
    public static MeasureAct? Of(IFormCollection form, MeasureDetail measure, Guid checkId)
    {
        var (unit, id, reason) = (measure.UnitId, measure.Id, form["skal"].ToString());
        return form[ActForm.Field].ToString() switch
        {
            "klar" => new(new MarkDone(unit, id, MeasureForm.Day(form["dag"])), "Åtgärden är klarmarkerad. Kontrollera effekten när den har hunnit märkas."),
            "angra-klar" => new(new UndoDone(unit, id), "Klarmarkeringen är ångrad."),
            "flytta" => new(new MoveDueDate(unit, id, MeasureForm.Day(form["dag"]), reason), "Sista dagen är flyttad. Den gamla står kvar i historiken."),
            "kontrollera" => Check(form, unit, id, checkId),
            "stryk" => new(new CancelMeasure(unit, id, reason), "Åtgärden är struken."),
            "angra-struken" => new(new UndoCancel(unit, id), "Åtgärden är planerad igen."),
            "for-vidare" => new(
                new CarryOver(unit, id, int.TryParse(form["fran-ar"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0, reason), "Åtgärden är förd vidare till nästa år."),
            "koppla" => new(new LinkRisk(unit, id, MeasureForm.Person(form["mot"])), "Åtgärden gäller en risk till."),
            _ => null,
        };
    }

    private static MeasureAct Check(IFormCollection form, Guid unit, Guid id, Guid checkId)
    {
        MeasureEffect? effect = Enum.TryParse<MeasureEffect>(form["effekt"], out var answered) ? answered : null;
        var next = MeasureForm.Day(form["nasta-kontroll"]);
        return new(new CheckEffect(unit, id, checkId, effect, next == default ? null : next, form["anteckning"]), effect switch
        {
            MeasureEffect.No => "Effekten är bedömd: nej. Bedöm nu risken på nytt och planera en ny åtgärd.",
            MeasureEffect.NotYet => "Effekten kan inte bedömas ännu. Den dagen står åtgärden på din översikt igen.",
            _ => "Effekten är bedömd.",
        });
    }
}
