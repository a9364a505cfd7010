using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.PostgreSql.Migrations
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
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UndoneBy",
                table: "ImportBatches",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AbsenceExposure",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AbsenceExposure", x => x.Month);
                });

            migrationBuilder.CreateTable(
                name: "AbsenceMonth",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Table = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Age = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Position = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Headcount = table.Column<int>(type: "integer", nullable: false),
                    Scheduled = table.Column<long>(type: "bigint", nullable: false),
                    Short = table.Column<long>(type: "bigint", nullable: false),
                    Long = table.Column<long>(type: "bigint", nullable: false),
                    FromDay60 = table.Column<long>(type: "bigint", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    ReplacedById = table.Column<Guid>(type: "uuid", nullable: true)
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
