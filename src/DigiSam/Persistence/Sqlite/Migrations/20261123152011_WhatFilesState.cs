using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WhatFilesState : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "StatedFrom",
                table: "ImportBatches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatedTable",
                table: "ImportBatches",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StatedTo",
                table: "ImportBatches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SurveyExposure",
                columns: table => new
                {
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyExposure", x => new { x.PlaceId, x.Year, x.Category });
                    table.ForeignKey(
                        name: "FK_SurveyExposure_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SurveyExposure");

            migrationBuilder.DropColumn(
                name: "StatedFrom",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "StatedTable",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "StatedTo",
                table: "ImportBatches");
        }
    }
}
