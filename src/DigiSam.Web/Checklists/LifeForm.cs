using System.Globalization;
using DigiSam.Checklists.Life;
using DigiSam.Language;
using DigiSam.Requests;
using DigiSam.Web.AnnualReports;
using DigiSam.Web.Frame;

namespace DigiSam.Web.Checklists;

/// <summary>What HR's forms on a checklist's page send.</summary>
internal sealed class LifeForm(IFormCollection form)
{
    /// <summary>Which act it is.</summary>
    public string Act => form[ActForm.Field].ToString();

    private Guid Id => IdOf("id");

    private Guid Draft => IdOf("utkast");

    private int Rev => Number("rev");

    private string Reason => form["skal"].ToString();

    /// <summary>The command, and what is told when it has been done.</summary>
    public (ICommand<Nothing> Command, string Notice) Command(string key, byte[] content) => Act switch
    {
        "byt-ut" => (new ReplaceDraft(Draft, Rev, content), "Utkastet har fått innehållet i filen."),
        "skicka" => (new SendForConsultation(Draft, Rev, Id), "Utkastet är skickat för samråd. Du får veta när svar har kommit."),
        "ta-tillbaka" => (new TakeBackDraft(Draft, IdOf("samrad")), "Utkastet är taget tillbaka och kan ändras. Svaren som har kommit står kvar."),
        "lagg-ner" => (new DropDraft(Draft, Rev, Reason), "Utkastet är nedlagt."),
        "publicera" when ReportDays.Read(form["dag"]) is var day => (new PublishDraft(Draft, Rev, day), $"Versionen är publicerad och gäller från {SwedishDate.Long(day)}."),
        "oversyn" => (new ReviewChecklist(Id, key, Number("version"), Finding, form["anteckning"].ToString()), "Översynen är antecknad. Nästa är om ett år."),
        "ta-ur-bruk" => (new RetireChecklist(Id, key, Reason), "Checklistan är ur bruk. Den kan inte väljas för nya ronder."),
        "ta-i-bruk" => (new RestoreChecklist(Id), "Checklistan är i bruk igen."),
        _ => (new StartNextVersion(Id, key), "Ett utkast till nästa version är påbörjat, med samma innehåll som den senaste."),
    };

    // What nobody chose is no finding: the request's own rules then refuse it.
    private ReviewFinding Finding => form["resultat"].ToString() switch
    {
        "inget" => ReviewFinding.NoChange,
        "ny-version" => ReviewFinding.NewVersion,
        _ => (ReviewFinding)(-1),
    };

    private Guid IdOf(string name) => Guid.TryParse(form[name], out var id) ? id : Guid.Empty;

    private int Number(string name) => int.TryParse(form[name], CultureInfo.InvariantCulture, out var number) ? number : 0;
}
