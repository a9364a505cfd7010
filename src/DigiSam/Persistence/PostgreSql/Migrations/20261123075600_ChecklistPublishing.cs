using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ChecklistPublishing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "PublishedById",
                table: "ChecklistVersions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidFrom",
                table: "ChecklistVersions",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            // What was published before there were days of validity holds since it was published.
            migrationBuilder.Sql("UPDATE \"ChecklistVersions\" SET \"ValidFrom\" = (to_timestamp((\"PublishedAt\" - 621355968000000000) / 10000000) AT TIME ZONE 'UTC')::date;");

            migrationBuilder.CreateTable(
                name: "ChecklistDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    StartedById = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<long>(type: "bigint", nullable: false),
                    ChangedById = table.Column<Guid>(type: "uuid", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    Answers = table.Column<int>(type: "integer", nullable: false),
                    DroppedBecause = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    DroppedAt = table.Column<long>(type: "bigint", nullable: true),
                    Rev = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecklistDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChecklistDrafts_People_ChangedById",
                        column: x => x.ChangedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChecklistDrafts_People_StartedById",
                        column: x => x.StartedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChecklistRetirements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    UndoneById = table.Column<Guid>(type: "uuid", nullable: true),
                    UndoneAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecklistRetirements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChecklistRetirements_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChecklistRetirements_People_UndoneById",
                        column: x => x.UndoneById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChecklistReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Finding = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecklistReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChecklistReviews_ChecklistVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "ChecklistVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChecklistReviews_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChecklistConsultations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DraftId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    SentById = table.Column<Guid>(type: "uuid", nullable: false),
                    SentAt = table.Column<long>(type: "bigint", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecklistConsultations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChecklistConsultations_ChecklistDrafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "ChecklistDrafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ChecklistConsultations_People_SentById",
                        column: x => x.SentById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChecklistReplies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConsultationId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecklistReplies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChecklistReplies_ChecklistConsultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "ChecklistConsultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ChecklistReplies_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistConsultations_DraftId",
                table: "ChecklistConsultations",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistConsultations_SentById",
                table: "ChecklistConsultations",
                column: "SentById");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistDrafts_ChangedById",
                table: "ChecklistDrafts",
                column: "ChangedById");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistDrafts_Key",
                table: "ChecklistDrafts",
                column: "Key",
                unique: true,
                filter: "\"Status\" IN ('Draft', 'Consulted')");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistDrafts_StartedById",
                table: "ChecklistDrafts",
                column: "StartedById");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistReplies_ConsultationId",
                table: "ChecklistReplies",
                column: "ConsultationId");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistReplies_PersonId",
                table: "ChecklistReplies",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistRetirements_Key",
                table: "ChecklistRetirements",
                column: "Key",
                unique: true,
                filter: "\"UndoneAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistRetirements_PersonId",
                table: "ChecklistRetirements",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistRetirements_UndoneById",
                table: "ChecklistRetirements",
                column: "UndoneById");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistReviews_PersonId",
                table: "ChecklistReviews",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistReviews_VersionId",
                table: "ChecklistReviews",
                column: "VersionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChecklistReplies");

            migrationBuilder.DropTable(
                name: "ChecklistRetirements");

            migrationBuilder.DropTable(
                name: "ChecklistReviews");

            migrationBuilder.DropTable(
                name: "ChecklistConsultations");

            migrationBuilder.DropTable(
                name: "ChecklistDrafts");

            migrationBuilder.DropColumn(
                name: "PublishedById",
                table: "ChecklistVersions");

            migrationBuilder.DropColumn(
                name: "ValidFrom",
                table: "ChecklistVersions");
        }
    }
}
