using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CountedFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CountedFigure",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Table = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Period = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sex = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Headcount = table.Column<int>(type: "INTEGER", nullable: true),
                    First = table.Column<long>(type: "INTEGER", nullable: false),
                    Second = table.Column<long>(type: "INTEGER", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    ReplacedById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountedFigure", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CountedFigure_ImportBatches_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CountedFigure_ImportBatches_ReplacedById",
                        column: x => x.ReplacedById,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CountedFigure_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CountedFigure_ImportId",
                table: "CountedFigure",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_CountedFigure_PlaceId",
                table: "CountedFigure",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_CountedFigure_ReplacedById",
                table: "CountedFigure",
                column: "ReplacedById",
                filter: "\"ReplacedById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CountedFigure_Table_Period_Category",
                table: "CountedFigure",
                columns: new[] { "Table", "Period", "Category" },
                filter: "\"ReplacedById\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CountedFigure_Table_PlaceId_Period_Sex_Category",
                table: "CountedFigure",
                columns: new[] { "Table", "PlaceId", "Period", "Sex", "Category" },
                unique: true,
                filter: "\"ReplacedById\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CountedFigure");
        }
    }
}
