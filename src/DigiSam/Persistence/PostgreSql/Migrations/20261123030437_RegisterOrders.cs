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
                name: "IX_Risks_Status_SortKey_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Measures_Status_SortKey_Id",
                table: "Measures");
        }
    }
}
