using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class FigureSums : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CountedFigure_PlaceId",
                table: "CountedFigure");

            migrationBuilder.DropIndex(
                name: "IX_CountedFigure_Table_PlaceId_Period_Sex_Category",
                table: "CountedFigure");

            migrationBuilder.CreateTable(
                name: "FigureSum",
                columns: table => new
                {
                    Table = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<DateOnly>(type: "date", nullable: false),
                    Sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Category = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Basis = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Headcount = table.Column<int>(type: "integer", nullable: false),
                    First = table.Column<long>(type: "bigint", nullable: false),
                    Second = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FigureSum", x => new { x.PlaceId, x.Table, x.Period, x.Sex, x.Category, x.Basis, x.ImportId });
                    table.ForeignKey(
                        name: "FK_FigureSum_ImportBatches_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FigureSum_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CountedFigure_PlaceId_Table_Period_Sex_Category",
                table: "CountedFigure",
                columns: new[] { "PlaceId", "Table", "Period", "Sex", "Category" },
                unique: true,
                filter: "\"ReplacedById\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FigureSum_ImportId",
                table: "FigureSum",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_FigureSum_Period",
                table: "FigureSum",
                column: "Period");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FigureSum");

            migrationBuilder.DropIndex(
                name: "IX_CountedFigure_PlaceId_Table_Period_Sex_Category",
                table: "CountedFigure");

            migrationBuilder.CreateIndex(
                name: "IX_CountedFigure_PlaceId",
                table: "CountedFigure",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_CountedFigure_Table_PlaceId_Period_Sex_Category",
                table: "CountedFigure",
                columns: new[] { "Table", "PlaceId", "Period", "Sex", "Category" },
                unique: true,
                filter: "\"ReplacedById\" IS NULL");
        }
    }
}
