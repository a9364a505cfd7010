using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SafetyRounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ChecklistVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecklistVersions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SafetyRounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChecklistVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlannedFor = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CompletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelledBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Rev = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SafetyRounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SafetyRounds_ChecklistVersions_ChecklistVersionId",
                        column: x => x.ChecklistVersionId,
                        principalTable: "ChecklistVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SafetyRounds_Places_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoundAnswer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundAnswer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoundAnswer_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundAnswer_SafetyRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "SafetyRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RoundParticipant",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TookPart = table.Column<bool>(type: "INTEGER", nullable: true),
                    DifferingView = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    StatedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundParticipant", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoundParticipant_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundParticipant_SafetyRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "SafetyRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistVersions_Key_Version",
                table: "ChecklistVersions",
                columns: new[] { "Key", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoundAnswer_PersonId",
                table: "RoundAnswer",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_RoundAnswer_RoundId",
                table: "RoundAnswer",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_RoundParticipant_PersonId",
                table: "RoundParticipant",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_RoundParticipant_RoundId",
                table: "RoundParticipant",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyRounds_ChecklistVersionId",
                table: "SafetyRounds",
                column: "ChecklistVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyRounds_UnitId_PlannedFor",
                table: "SafetyRounds",
                columns: new[] { "UnitId", "PlannedFor" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RoundAnswer");

            migrationBuilder.DropTable(
                name: "RoundParticipant");

            migrationBuilder.DropTable(
                name: "SafetyRounds");

            migrationBuilder.DropTable(
                name: "ChecklistVersions");
        }
    }
}
