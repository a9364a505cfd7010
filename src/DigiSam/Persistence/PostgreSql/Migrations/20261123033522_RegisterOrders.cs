using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class RegisterOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SafetyRounds_PlannedFor_Unjudged",
                table: "SafetyRounds");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_Category_Rank_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_Serious_Rank_Id",
                table: "Risks");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyRounds_Status_PlannedFor_Unjudged_UnitId_HeldOn_Id",
                table: "SafetyRounds",
                columns: new[] { "Status", "PlannedFor", "Unjudged", "UnitId", "HeldOn", "Id" },
                filter: "\"Unjudged\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Category_Rank_Id_Level",
                table: "Risks",
                columns: new[] { "Status", "Category", "Rank", "Id", "Level" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Serious_Rank_Id_Likelihood_Consequence",
                table: "Risks",
                columns: new[] { "Status", "Serious", "Rank", "Id", "Likelihood", "Consequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_SortKey_Id",
                table: "Risks",
                columns: new[] { "Status", "SortKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Measures_Status_SortKey_Id",
                table: "Measures",
                columns: new[] { "Status", "SortKey", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SafetyRounds_Status_PlannedFor_Unjudged_UnitId_HeldOn_Id",
                table: "SafetyRounds");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_Category_Rank_Id_Level",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_Serious_Rank_Id_Likelihood_Consequence",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_SortKey_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Measures_Status_SortKey_Id",
                table: "Measures");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyRounds_PlannedFor_Unjudged",
                table: "SafetyRounds",
                columns: new[] { "PlannedFor", "Unjudged" },
                filter: "\"Unjudged\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Category_Rank_Id",
                table: "Risks",
                columns: new[] { "Status", "Category", "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Serious_Rank_Id",
                table: "Risks",
                columns: new[] { "Status", "Serious", "Rank", "Id" });
        }
    }
}
