using DigiSam.AnnualReports.Content;
using DigiSam.Language;

namespace DigiSam.AnnualReports.Documents;

/// <summary>What safety representatives and committees have said of the report, word for word.</summary>
internal static class HandlingChapter
{
    public static bool Has(AnnualReportContent content) => content.Handling is { } said && said.Involvement.Count + said.Treatments.Count > 0;

    public static void Write(ReportFlow flow, AnnualReportContent content)
    {
        if (!Has(content))
            return;
        flow.Chapter(Chapters.Handling, newPage: false);
        foreach (var said in content.Handling!.Involvement)
        {
            flow.Text($"{PlainText.OneLine(said.Place)}: skyddsombudet {(said.TookPart ? "har medverkat" : "avstår från att medverka")}.{(said.DifferingView is null ? "" : " Annan uppfattning:")}");
            if (said.DifferingView is { } view)
                flow.Styled("Quote", view);
        }

        foreach (var treatment in content.Handling.Treatments)
        {
            flow.Text($"Samverkan i {PlainText.OneLine(treatment.Committee)} {SwedishDate.Long(treatment.Date)}{(treatment.ProtocolReference is null ? "" : $" ({PlainText.OneLine(treatment.ProtocolReference)})")}.");
            if (treatment.Views is { } views)
                flow.Styled("Quote", views);
        }
    }
}
