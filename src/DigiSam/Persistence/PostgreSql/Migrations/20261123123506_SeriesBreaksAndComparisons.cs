using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class SeriesBreaksAndComparisons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ComparisonValue",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Measure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Group = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    Area = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    FoldedArea = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Period = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false, collation: "C"),
                    Value = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    ReplacedById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComparisonValue", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ComparisonValue_ImportBatches_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ComparisonValue_ImportBatches_ReplacedById",
                        column: x => x.ReplacedById,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SeriesBreak",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Measure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeriesBreak", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ComparisonValue_ImportId",
                table: "ComparisonValue",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_ComparisonValue_Measure_Group_FoldedArea_Period",
                table: "ComparisonValue",
                columns: new[] { "Measure", "Group", "FoldedArea", "Period" },
                unique: true,
                filter: "\"ReplacedById\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ComparisonValue_ReplacedById",
                table: "ComparisonValue",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_SeriesBreak_Measure_Month",
                table: "SeriesBreak",
                columns: new[] { "Measure", "Month" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ComparisonValue");

            migrationBuilder.DropTable(
                name: "SeriesBreak");
        }
    }
}
