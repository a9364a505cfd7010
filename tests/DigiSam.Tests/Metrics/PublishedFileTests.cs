using System.Text;
using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Metrics;

public sealed class PublishedFileTests
{
    public static TheoryData<string, char, char> Forms => new MatrixTheoryData<string, char, char>(TableForm.Encodings, [';', ','], ['.', ',']);

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_same_table_has_the_same_figures_however_it_is_written(string encoding, char delimiter, char sign)
    {
        foreach (var end in new[] { "\n", "\r\n", "\r" })
        {
            foreach (var thousands in new[] { "", " ", "\u00A0" })
            {
                var form = new TableForm(encoding, delimiter, sign, end, thousands, BlankLines: end.Length);
                Assert.Equal(
                    [
                        "2: Exempelkommunen|sick-leave-total|alla|Current|R12 2023-12|7.7|", "2: Exempelkommunen|sick-leave-total|alla|Comparison|R12 2022-12|8.5|",
                        "3: Exempelkommunen|sick-leave-total|kvinnor|Current|R12 2023-12|8.6|", "3: Exempelkommunen|sick-leave-total|kvinnor|Comparison|R12 2022-12|9.3|",
                        "4: Exempelkommunen|sick-leave-total|män|Current|R12 2023-12|5.0|", "4: Exempelkommunen|sick-leave-total|män|Comparison|R12 2022-12|5.5|",
                        "5: Förskolenämnden|sick-leave-total|alla|Current|R12 2023-12|9.1|1240", "5: Förskolenämnden|sick-leave-total|alla|Comparison|R12 2022-12|9.4|1240",
                        "6: Socialnämnden|sick-leave-total|alla|Current|R12 2023-12|8.0|2418",
                        "7: Kommunstyrelsen|sick-leave-total|alla|Current|R12 2023-12|3.3|10", "7: Kommunstyrelsen|sick-leave-total|alla|Comparison|R12 2022-12|2.9|10",
                    ],
                    Figures(form.Write(ImportSample.Of("published values").Rows)));
                Assert.Equal(
                    ["24054", "30281.5", "29485", "36191", "53539", "66472"],
                    Figures(form.Write(ImportSample.Of("published hours").Rows)).Select(figure => figure.Split('|')[5]));
            }
        }
    }

    [Fact]
    public void Headers_are_known_whatever_their_case_spaces_and_quotes() =>
        Assert.Equal(["2: |near-misses|alla|Current||748|"], Figures("\" Measure \";PUBLISHED_VALUE\nantal  rapporterade TILLBUD;748\n"));

    [Fact]
    public void Position_groups_that_differ_in_case_only_are_the_same_row_twice()
    {
        var file = Read("position,headcount,share_women_percent,total_percent,short_1_14_percent,long_15_percent\nKock,20,75,16.9,4.8,12.2\nkock,21,75,16.9,4.8,12.2\n");
        Assert.Equal("rad 3: raden upprepar rad 2", Assert.Single(Assert.Throws<FileRefused>(file.Faults.ThrowIfAny).Details));
    }

    [Theory]
    [InlineData("span,group,r12_2023_12,r12_2022_12,r12_2021_12\ntotal,alla,1,2,3\n", "\"r12_2021_12\" är okänd")]
    [InlineData("span,group,r12_2023_13\ntotal,alla,1\n", "r12_ÅÅÅÅ_MM")]
    [InlineData("span,group,r12_2023_12,r12_2023_12\ntotal,alla,1,2\n", "finns 2 gånger")]
    [InlineData("span,r12_2023_12\ntotal,1\n", "\"group\" saknas")]
    [InlineData("measure,value\nAntal rapporterade tillbud,1\n", "känns inte igen")]
    [InlineData("position,share_women_percent,total_percent,short_1_14_percent,long_15_percent\nKock,75,16.9,4.8,12.2\n", "\"headcount\" saknas")]
    [InlineData("board,question,answer\nSocialnämnden,Har solen skinit?,Ja\n", "digisam import answers")]
    [InlineData("administration_code,administration,board\nSOF,Socialförvaltningen,Socialnämnden\n", "digisam import organisation")]
    public void A_header_that_no_kind_of_file_has_is_refused_on_line_1(string text, string reason)
    {
        var refused = Assert.Throws<FileRefused>(() => Read(text));
        Assert.Contains(refused.Details, detail => detail.StartsWith("rad 1: ", StringComparison.Ordinal) && detail.Contains(reason, StringComparison.Ordinal));
    }

    private static PublishedFile Read(string text) => PublishedFile.Read("fil.csv", Encoding.UTF8.GetBytes(text), Installed.Definitions.Metrics, null);

    private static IEnumerable<string> Figures(string text) => Figures(Encoding.UTF8.GetBytes(text));

    private static IEnumerable<string> Figures(byte[] content)
    {
        var file = PublishedFile.Read("fil.csv", content, Installed.Definitions.Metrics, null);
        file.Faults.ThrowIfAny();
        return file.Figures.Select(figure => FormattableString.Invariant(
            $"{figure.Line}: {figure.Board}|{figure.Metric}|{figure.Group}|{figure.Slot}|{figure.Period}|{figure.Value}|{figure.Headcount}"));
    }
}
