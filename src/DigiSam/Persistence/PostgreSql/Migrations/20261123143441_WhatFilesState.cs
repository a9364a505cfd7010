using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.PostgreSql.Migrations
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
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatedTable",
                table: "ImportBatches",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateOnly>(
                name: "StatedTo",
                table: "ImportBatches",
                type: "date",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
