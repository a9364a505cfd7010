using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RiskStages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Processes_SubjectId",
                table: "Processes");

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "Risks",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Identified");

            migrationBuilder.AddColumn<DateOnly>(
                name: "StageDueOn",
                table: "Risks",
                type: "TEXT",
                nullable: true);

            // Of rows from before there were stages: as the records have it. Their processes are started when the host runs.
            migrationBuilder.Sql("""
                UPDATE "Risks" SET "Stage" = CASE
                    WHEN "Status" = 'Closed' THEN 'Closed'
                    WHEN "AssessedOn" IS NULL THEN 'Identified'
                    WHEN EXISTS (SELECT 1 FROM "RiskEvent" AS back WHERE back."RiskId" = "Risks"."Id" AND back."Kind" = 'Reopened'
                        AND NOT EXISTS (SELECT 1 FROM "RiskEvent" AS later WHERE later."RiskId" = back."RiskId" AND later."Kind" = 'Assessed' AND later."Number" > back."Number")) THEN 'Identified'
                    WHEN EXISTS (SELECT 1 FROM "MeasureRisk" AS served JOIN "Measures" AS measure ON measure."Id" = served."MeasureId"
                        WHERE served."RiskId" = "Risks"."Id" AND measure."Status" = 'Planned') THEN 'Planned'
                    WHEN EXISTS (SELECT 1 FROM "MeasureRisk" AS served JOIN "Measures" AS measure ON measure."Id" = served."MeasureId"
                        WHERE served."RiskId" = "Risks"."Id" AND measure."Status" = 'Done') THEN 'Acted'
                    WHEN EXISTS (SELECT 1 FROM "MeasureRisk" AS served JOIN "Measures" AS measure ON measure."Id" = served."MeasureId"
                        WHERE served."RiskId" = "Risks"."Id" AND measure."Status" = 'Checked')
                        AND NOT (SELECT MAX(made."At") FROM "RiskAssessment" AS made WHERE made."RiskId" = "Risks"."Id")
                            > (SELECT MAX(seen."At") FROM "EffectCheck" AS seen JOIN "MeasureRisk" AS served ON served."MeasureId" = seen."MeasureId"
                                JOIN "Measures" AS measure ON measure."Id" = served."MeasureId" WHERE served."RiskId" = "Risks"."Id" AND measure."Status" = 'Checked') THEN 'FollowedUp'
                    ELSE 'Assessed' END
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Stage_Rank_Id",
                table: "Risks",
                columns: new[] { "Stage", "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_StageDueOn_Id",
                table: "Risks",
                columns: new[] { "Status", "StageDueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_UnitId_Stage_StageDueOn",
                table: "Risks",
                columns: new[] { "UnitId", "Stage", "StageDueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Processes_SubjectId_DefinitionKey",
                table: "Processes",
                columns: new[] { "SubjectId", "DefinitionKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Risks_Stage_Rank_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_StageDueOn_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_UnitId_Stage_StageDueOn",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Processes_SubjectId_DefinitionKey",
                table: "Processes");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "StageDueOn",
                table: "Risks");

            migrationBuilder.CreateIndex(
                name: "IX_Processes_SubjectId",
                table: "Processes",
                column: "SubjectId");
        }
    }
}
