using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RegisterByKey : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Risks_FoundOn",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_SortKey",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_Value_Serious_Id",
                table: "Risks");

            migrationBuilder.AddColumn<int>(
                name: "Rank",
                table: "Risks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql("""UPDATE "Risks" SET "Rank" = 2 * "Value" + "Serious" WHERE "Value" IS NOT NULL""");

            migrationBuilder.AddColumn<string>(
                name: "SortKey",
                table: "Measures",
                type: "TEXT",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyRounds_CompletedAt",
                table: "SafetyRounds",
                column: "CompletedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyRounds_PlannedFor_UnitId_Status",
                table: "SafetyRounds",
                columns: new[] { "PlannedFor", "UnitId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_SafetyRounds_Status_PlannedFor_UnitId",
                table: "SafetyRounds",
                columns: new[] { "Status", "PlannedFor", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_CreatedAt",
                table: "Risks",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Risks_FoundOn_Id",
                table: "Risks",
                columns: new[] { "FoundOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Rank_Id",
                table: "Risks",
                columns: new[] { "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_SortKey_Id",
                table: "Risks",
                columns: new[] { "SortKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Category_Rank_Id",
                table: "Risks",
                columns: new[] { "Status", "Category", "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_FoundOn_Id",
                table: "Risks",
                columns: new[] { "Status", "FoundOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Level_Rank_Id",
                table: "Risks",
                columns: new[] { "Status", "Level", "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Rank_Id",
                table: "Risks",
                columns: new[] { "Status", "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Serious_Rank_Id",
                table: "Risks",
                columns: new[] { "Status", "Serious", "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_UnitId_Status_Rank_Id",
                table: "Risks",
                columns: new[] { "UnitId", "Status", "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskAssessment_At",
                table: "RiskAssessment",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_DoneOn",
                table: "Measures",
                column: "DoneOn");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_DueOn_Id",
                table: "Measures",
                columns: new[] { "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Measures_SortKey_Id",
                table: "Measures",
                columns: new[] { "SortKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MeasureEvent_Kind_At",
                table: "MeasureEvent",
                columns: new[] { "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_MeasureDueDate_From_MeasureId",
                table: "MeasureDueDate",
                columns: new[] { "From", "MeasureId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SafetyRounds_CompletedAt",
                table: "SafetyRounds");

            migrationBuilder.DropIndex(
                name: "IX_SafetyRounds_PlannedFor_UnitId_Status",
                table: "SafetyRounds");

            migrationBuilder.DropIndex(
                name: "IX_SafetyRounds_Status_PlannedFor_UnitId",
                table: "SafetyRounds");

            migrationBuilder.DropIndex(
                name: "IX_Risks_CreatedAt",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_FoundOn_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Rank_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_SortKey_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_Category_Rank_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_FoundOn_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_Level_Rank_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_Rank_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_Serious_Rank_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_UnitId_Status_Rank_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_RiskAssessment_At",
                table: "RiskAssessment");

            migrationBuilder.DropIndex(
                name: "IX_Measures_DoneOn",
                table: "Measures");

            migrationBuilder.DropIndex(
                name: "IX_Measures_DueOn_Id",
                table: "Measures");

            migrationBuilder.DropIndex(
                name: "IX_Measures_SortKey_Id",
                table: "Measures");

            migrationBuilder.DropIndex(
                name: "IX_MeasureEvent_Kind_At",
                table: "MeasureEvent");

            migrationBuilder.DropIndex(
                name: "IX_MeasureDueDate_From_MeasureId",
                table: "MeasureDueDate");

            migrationBuilder.DropColumn(
                name: "Rank",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "SortKey",
                table: "Measures");

            migrationBuilder.CreateIndex(
                name: "IX_Risks_FoundOn",
                table: "Risks",
                column: "FoundOn");

            migrationBuilder.CreateIndex(
                name: "IX_Risks_SortKey",
                table: "Risks",
                column: "SortKey");

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Value_Serious_Id",
                table: "Risks",
                columns: new[] { "Status", "Value", "Serious", "Id" });
        }
    }
}
