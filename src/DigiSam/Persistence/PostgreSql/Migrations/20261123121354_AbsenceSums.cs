using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.PostgreSql.Migrations
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
                    Table = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Age = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Headcount = table.Column<int>(type: "integer", nullable: false),
                    Scheduled = table.Column<long>(type: "bigint", nullable: false),
                    Short = table.Column<long>(type: "bigint", nullable: false),
                    Long = table.Column<long>(type: "bigint", nullable: false),
                    FromDay60 = table.Column<long>(type: "bigint", nullable: false)
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
