using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AbsenceSums : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AbsenceSum",
                columns: table => new
                {
                    Table = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sex = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Age = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Headcount = table.Column<int>(type: "INTEGER", nullable: false),
                    Scheduled = table.Column<long>(type: "INTEGER", nullable: false),
                    Short = table.Column<long>(type: "INTEGER", nullable: false),
                    Long = table.Column<long>(type: "INTEGER", nullable: false),
                    FromDay60 = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AbsenceSum", x => new { x.PlaceId, x.Table, x.Month, x.Sex, x.Age, x.ImportId });
                    table.ForeignKey(
                        name: "FK_AbsenceSum_ImportBatches_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AbsenceSum_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AbsenceSum_ImportId",
                table: "AbsenceSum",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_AbsenceSum_Month",
                table: "AbsenceSum",
                column: "Month");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AbsenceSum");
        }
    }
}
