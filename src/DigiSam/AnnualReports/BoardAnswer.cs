using DigiSam.Imports;
using DigiSam.ReportForms;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.AnnualReports;

/// <summary>What an answer rests on: said by the board, read in its text, or made up to fit (test data only).</summary>
public enum AnswerBasis
{
    Declared,
    Documented,
    Constructed,
}

/// <summary>A board's answer (nämndens svar) to a question of a year's form, under the exact wording of that form.</summary>
public sealed class BoardAnswer : ImportedRow
{
    private BoardAnswer()
    {
    }

    internal BoardAnswer(int reportYear, Guid boardId, string questionKey, ReportAnswer answer, AnswerBasis basis, string? comment, string formSha256, Guid importId, int line)
        : base(reportYear, importId, line)
    {
        BoardId = boardId;
        QuestionKey = questionKey;
        Answer = answer;
        Basis = basis;
        Comment = comment;
        FormSha256 = formSha256;
    }

    public Guid BoardId { get; private init; }

    public string QuestionKey { get; private init; } = "";

    public ReportAnswer Answer { get; private init; }

    public AnswerBasis Basis { get; private init; }

    public string? Comment { get; private init; }

    /// <summary>SHA-256 of the form version whose wording was answered.</summary>
    public string FormSha256 { get; private init; } = "";

    internal bool SaysTheSameAs(BoardAnswer other) =>
        Answer == other.Answer && Basis == other.Basis && Comment == other.Comment && FormSha256 == other.FormSha256;
}

internal sealed class BoardAnswerTable : ImportedRowTable<BoardAnswer>
{
    public override void Configure(EntityTypeBuilder<BoardAnswer> builder)
    {
        builder.Property(answer => answer.QuestionKey).HasMaxLength(FormQuestion.LongestKey);
        Holds(builder, nameof(BoardAnswer.BoardId), nameof(BoardAnswer.QuestionKey));
    }
}
