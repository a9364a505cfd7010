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
                name: "IX_Measures_SortKey_Id",
                table: "Measures",
                columns: new[] { "SortKey", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "IX_Measures_SortKey_Id",
                table: "Measures");

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
