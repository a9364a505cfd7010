using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OrdersAndProcessVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SafetyRounds_PlannedFor_Unjudged",
                table: "SafetyRounds");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_Category_Rank_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_Serious_Rank_Id",
                table: "Risks");

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
                name: "IX_SafetyRounds_Status_PlannedFor_Unjudged_UnitId_HeldOn_Id",
                table: "SafetyRounds",
                columns: new[] { "Status", "PlannedFor", "Unjudged", "UnitId", "HeldOn", "Id" },
                filter: "\"Unjudged\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Category_Rank_Id_Level",
                table: "Risks",
                columns: new[] { "Status", "Category", "Rank", "Id", "Level" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Serious_Rank_Id_Likelihood_Consequence",
                table: "Risks",
                columns: new[] { "Status", "Serious", "Rank", "Id", "Likelihood", "Consequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_SortKey_Id",
                table: "Risks",
                columns: new[] { "Status", "SortKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ProcessTimers_GivenUpAt",
                table: "ProcessTimers",
                column: "GivenUpAt",
                filter: "\"GivenUpAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Processes_DefinitionKey_DefinitionVersion_Status",
                table: "Processes",
                columns: new[] { "DefinitionKey", "DefinitionVersion", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Processes_SubjectId",
                table: "Processes",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_Status_SortKey_Id",
                table: "Measures",
                columns: new[] { "Status", "SortKey", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SafetyRounds_Status_PlannedFor_Unjudged_UnitId_HeldOn_Id",
                table: "SafetyRounds");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_Category_Rank_Id_Level",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_Serious_Rank_Id_Likelihood_Consequence",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Status_SortKey_Id",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_ProcessTimers_GivenUpAt",
                table: "ProcessTimers");

            migrationBuilder.DropIndex(
                name: "IX_Processes_DefinitionKey_DefinitionVersion_Status",
                table: "Processes");

            migrationBuilder.DropIndex(
                name: "IX_Processes_SubjectId",
                table: "Processes");

            migrationBuilder.DropIndex(
                name: "IX_Measures_Status_SortKey_Id",
                table: "Measures");

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

            migrationBuilder.CreateIndex(
                name: "IX_SafetyRounds_PlannedFor_Unjudged",
                table: "SafetyRounds",
                columns: new[] { "PlannedFor", "Unjudged" },
                filter: "\"Unjudged\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Category_Rank_Id",
                table: "Risks",
                columns: new[] { "Status", "Category", "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Serious_Rank_Id",
                table: "Risks",
                columns: new[] { "Status", "Serious", "Rank", "Id" });
        }
    }
}
