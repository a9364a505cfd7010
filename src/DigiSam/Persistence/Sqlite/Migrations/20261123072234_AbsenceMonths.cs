using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AbsenceMonths : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "UndoneAt",
                table: "ImportBatches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UndoneBy",
                table: "ImportBatches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AbsenceExposure",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AbsenceExposure", x => x.Month);
                });

            migrationBuilder.CreateTable(
                name: "AbsenceMonth",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Table = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sex = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Age = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Position = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Headcount = table.Column<int>(type: "INTEGER", nullable: false),
                    Scheduled = table.Column<long>(type: "INTEGER", nullable: false),
                    Short = table.Column<long>(type: "INTEGER", nullable: false),
                    Long = table.Column<long>(type: "INTEGER", nullable: false),
                    FromDay60 = table.Column<long>(type: "INTEGER", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    ReplacedById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AbsenceMonth", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AbsenceMonth_ImportBatches_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AbsenceMonth_ImportBatches_ReplacedById",
                        column: x => x.ReplacedById,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AbsenceMonth_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AbsenceMonth_ImportId",
                table: "AbsenceMonth",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_AbsenceMonth_PlaceId",
                table: "AbsenceMonth",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_AbsenceMonth_ReplacedById",
                table: "AbsenceMonth",
                column: "ReplacedById",
                filter: "\"ReplacedById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AbsenceMonth_Table_PlaceId_Month_Sex_Age_Position",
                table: "AbsenceMonth",
                columns: new[] { "Table", "PlaceId", "Month", "Sex", "Age", "Position" },
                unique: true,
                filter: "\"ReplacedById\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AbsenceExposure");

            migrationBuilder.DropTable(
                name: "AbsenceMonth");

            migrationBuilder.DropColumn(
                name: "UndoneAt",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "UndoneBy",
                table: "ImportBatches");
        }
    }
}
