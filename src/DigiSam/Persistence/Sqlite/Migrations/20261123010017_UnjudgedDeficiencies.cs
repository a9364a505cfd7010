using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class UnjudgedDeficiencies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Unjudged",
                table: "SafetyRounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // A round that was completed before says how many of its deficiencies nobody has judged.
            migrationBuilder.Sql("""
                UPDATE "SafetyRounds" SET "Unjudged" = (
                    SELECT COUNT(*) FROM "RoundAnswer" AS found
                    WHERE found."RoundId" = "SafetyRounds"."Id" AND found."Value" IN ('No', 'Partly')
                        AND NOT EXISTS (SELECT 1 FROM "Risks" AS risk WHERE risk."RoundId" = found."RoundId" AND risk."QuestionKey" = found."QuestionKey")
                        AND NOT EXISTS (SELECT 1 FROM "DeficiencyDismissals" AS made WHERE made."RoundId" = found."RoundId" AND made."QuestionKey" = found."QuestionKey")
                        AND NOT EXISTS (SELECT 1 FROM "RoundAnswer" AS later WHERE later."RoundId" = found."RoundId" AND later."QuestionKey" = found."QuestionKey"
                            AND (later."At" > found."At" OR (later."At" = found."At" AND later."Id" > found."Id"))))
                WHERE "Status" = 'Completed'
                """);

            migrationBuilder.CreateIndex(
                name: "IX_SafetyRounds_PlannedFor_Unjudged",
                table: "SafetyRounds",
                columns: new[] { "PlannedFor", "Unjudged" },
                filter: "\"Unjudged\" > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SafetyRounds_PlannedFor_Unjudged",
                table: "SafetyRounds");

            migrationBuilder.DropColumn(
                name: "Unjudged",
                table: "SafetyRounds");
        }
    }
}
