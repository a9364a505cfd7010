using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ProcessVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Fault",
                table: "ProcessTimers",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "GivenUpAt",
                table: "ProcessTimers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Level",
                table: "ProcessTimers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "PlaceKind",
                table: "Processes",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SubjectId",
                table: "Processes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Processes_DefinitionKey_DefinitionVersion_Status",
                table: "Processes",
                columns: new[] { "DefinitionKey", "DefinitionVersion", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Processes_SubjectId",
                table: "Processes",
                column: "SubjectId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Processes_DefinitionKey_DefinitionVersion_Status",
                table: "Processes");

            migrationBuilder.DropIndex(
                name: "IX_Processes_SubjectId",
                table: "Processes");

            migrationBuilder.DropColumn(
                name: "Fault",
                table: "ProcessTimers");

            migrationBuilder.DropColumn(
                name: "GivenUpAt",
                table: "ProcessTimers");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "ProcessTimers");

            migrationBuilder.DropColumn(
                name: "PlaceKind",
                table: "Processes");

            migrationBuilder.DropColumn(
                name: "SubjectId",
                table: "Processes");
        }
    }
}
