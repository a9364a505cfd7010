using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DigiSam.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Request = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: true),
                    Values = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChecklistVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    PublishedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecklistVersions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DemoMarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Seed = table.Column<int>(type: "integer", nullable: false),
                    Units = table.Column<int>(type: "integer", nullable: false),
                    Years = table.Column<int>(type: "integer", nullable: false),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemoMarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false, collation: "C"),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    ReportYear = table.Column<int>(type: "integer", nullable: true),
                    ImportedAt = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Rev = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Places",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    SortKey = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    FoldedName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: false),
                    PredecessorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Rev = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Places", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Places_Places_PredecessorId",
                        column: x => x.PredecessorId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlaceScopes",
                columns: table => new
                {
                    AncestorId = table.Column<Guid>(type: "uuid", nullable: false),
                    DescendantId = table.Column<Guid>(type: "uuid", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaceScopes", x => new { x.AncestorId, x.DescendantId, x.ValidFrom, x.ValidTo });
                });

            migrationBuilder.CreateTable(
                name: "ProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Xml = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Rev = table.Column<int>(type: "integer", nullable: false),
                    UserName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    NormalizedUserName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    PasswordHash = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    SecurityStamp = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    LockoutEnd = table.Column<long>(type: "bigint", nullable: true),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DemoPeople",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Does = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemoPeople", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DemoPeople_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AnnualReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportYear = table.Column<int>(type: "integer", nullable: false),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Completion = table.Column<int>(type: "integer", nullable: false),
                    Locking = table.Column<int>(type: "integer", nullable: false),
                    CaseNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    CompletedAt = table.Column<long>(type: "bigint", nullable: true),
                    CompletedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    SubmittedAt = table.Column<long>(type: "bigint", nullable: true),
                    SubmittedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    LockedAt = table.Column<long>(type: "bigint", nullable: true),
                    LockedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Rev = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnualReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnnualReports_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AnswerOverrides",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ComputedThen = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    ReportYear = table.Column<int>(type: "integer", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    ReplacedById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerOverrides", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnswerOverrides_ImportBatches_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnswerOverrides_ImportBatches_ReplacedById",
                        column: x => x.ReplacedById,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnswerOverrides_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BoardAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BoardId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Comment = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FormSha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReportYear = table.Column<int>(type: "integer", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    ReplacedById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BoardAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BoardAnswers_ImportBatches_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BoardAnswers_ImportBatches_ReplacedById",
                        column: x => x.ReplacedById,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BoardAnswers_Places_BoardId",
                        column: x => x.BoardId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Measures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    ResponsibleId = table.Column<Guid>(type: "uuid", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Cost = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: true),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CancelledBecause = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    Effect = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    NextCheckOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SearchText = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    SortKey = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    Rev = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Measures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Measures_People_CreatedBy",
                        column: x => x.CreatedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measures_People_ResponsibleId",
                        column: x => x.ResponsibleId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measures_Places_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MetricValues",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Metric = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Group = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Slot = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Period = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    Value = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    Suppressed = table.Column<bool>(type: "boolean", nullable: false),
                    Headcount = table.Column<int>(type: "integer", nullable: true),
                    FileKind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    ReportYear = table.Column<int>(type: "integer", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    ReplacedById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MetricValues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MetricValues_ImportBatches_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MetricValues_ImportBatches_ReplacedById",
                        column: x => x.ReplacedById,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MetricValues_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Observations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    Spot = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    ReportedAt = table.Column<long>(type: "bigint", nullable: false),
                    ReporterId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReceiptCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    RiskId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reply = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    RepliedAt = table.Column<long>(type: "bigint", nullable: true),
                    RepliedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Rev = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Observations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Observations_People_RepliedBy",
                        column: x => x.RepliedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Observations_People_ReporterId",
                        column: x => x.ReporterId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Observations_Places_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlaceAliases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FoldedName = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaceAliases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlaceAliases_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlaceLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChildId = table.Column<Guid>(type: "uuid", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaceLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlaceLinks_Places_ChildId",
                        column: x => x.ChildId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlaceLinks_Places_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Processes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DefinitionKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    DefinitionVersion = table.Column<int>(type: "integer", nullable: false),
                    DefinitionHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Processes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Processes_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoleAssignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleAssignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoleAssignments_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoleAssignments_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SafetyRounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChecklistVersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlannedFor = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CompletedAt = table.Column<long>(type: "bigint", nullable: true),
                    CancelledBecause = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    CancelledAt = table.Column<long>(type: "bigint", nullable: true),
                    Rev = table.Column<int>(type: "integer", nullable: false)
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
                name: "SectionTexts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    SectionKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Markdown = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReportYear = table.Column<int>(type: "integer", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    ReplacedById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SectionTexts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SectionTexts_ImportBatches_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SectionTexts_ImportBatches_ReplacedById",
                        column: x => x.ReplacedById,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SectionTexts_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AnnualReportDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Locking = table.Column<int>(type: "integer", nullable: false),
                    Format = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false, collation: "C"),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnualReportDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnnualReportDocuments_AnnualReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "AnnualReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AnnualReportEvent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnualReportEvent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnnualReportEvent_AnnualReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "AnnualReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AnnualReportEvent_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AnnualReportInvolvement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Completion = table.Column<int>(type: "integer", nullable: false),
                    TookPart = table.Column<bool>(type: "boolean", nullable: false),
                    DifferingView = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnualReportInvolvement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnnualReportInvolvement_AnnualReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "AnnualReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AnnualReportInvolvement_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AnswerOverrideVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    ComputedThen = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerOverrideVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnswerOverrideVersions_AnnualReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "AnnualReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AnswerOverrideVersions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BoardDecision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Locking = table.Column<int>(type: "integer", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Paragraph = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BoardDecision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BoardDecision_AnnualReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "AnnualReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BoardDecision_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommitteeTreatment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Committee = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Views = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true, collation: "C"),
                    ProtocolReference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitteeTreatment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommitteeTreatment_AnnualReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "AnnualReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CommitteeTreatment_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportAnswerVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Comment = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    Derived = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    IsTakenFromRecords = table.Column<bool>(type: "boolean", nullable: false),
                    FormSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportAnswerVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportAnswerVersions_AnnualReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "AnnualReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReportAnswerVersions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SectionTextVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    SectionKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Markdown = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SectionTextVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SectionTextVersions_AnnualReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "AnnualReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SectionTextVersions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EffectCheck",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Effect = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    NextCheckOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    CheckedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EffectCheck", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EffectCheck_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EffectCheck_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeasureCarryOver",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromYear = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureCarryOver", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureCarryOver_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MeasureCarryOver_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeasureDueDate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureDueDate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureDueDate_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MeasureDueDate_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeasureEvent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureEvent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureEvent_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MeasureEvent_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InboxTasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: true),
                    ProcessId = table.Column<Guid>(type: "uuid", nullable: true),
                    StepKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    Link = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboxTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InboxTasks_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InboxTasks_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InboxTasks_Processes_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "Processes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ProcessEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProcessId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    StepKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Detail = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcessEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProcessEvents_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProcessEvents_Processes_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProcessSteps",
                columns: table => new
                {
                    ProcessId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    OpensOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    IsOverdue = table.Column<bool>(type: "boolean", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcessSteps", x => new { x.ProcessId, x.Key });
                    table.ForeignKey(
                        name: "FK_ProcessSteps_Processes_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProcessTimers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProcessId = table.Column<Guid>(type: "uuid", nullable: false),
                    StepKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    DoneAt = table.Column<long>(type: "bigint", nullable: true),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    RetryAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcessTimers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProcessTimers_Processes_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SamYears",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    ProcessId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SamYears", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SamYears_Places_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SamYears_Processes_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeficiencyDismissals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeficiencyDismissals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeficiencyDismissals_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeficiencyDismissals_SafetyRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "SafetyRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Risks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    Category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: true),
                    QuestionKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    ObservationId = table.Column<Guid>(type: "uuid", nullable: true),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedBecause = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    LiftedBecause = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    LiftedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Likelihood = table.Column<int>(type: "integer", nullable: true),
                    Consequence = table.Column<int>(type: "integer", nullable: true),
                    Value = table.Column<int>(type: "integer", nullable: true),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    MatrixVersion = table.Column<int>(type: "integer", nullable: true),
                    Serious = table.Column<bool>(type: "boolean", nullable: true),
                    AssessedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    SearchText = table.Column<string>(type: "character varying(4201)", maxLength: 4201, nullable: false, collation: "C"),
                    SortKey = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Rev = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Risks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Risks_Observations_ObservationId",
                        column: x => x.ObservationId,
                        principalTable: "Observations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Risks_People_CreatedBy",
                        column: x => x.CreatedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Risks_Places_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Risks_SafetyRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "SafetyRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoundAnswer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    TookPart = table.Column<bool>(type: "boolean", nullable: true),
                    DifferingView = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true, collation: "C"),
                    StatedAt = table.Column<long>(type: "bigint", nullable: true)
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

            migrationBuilder.CreateTable(
                name: "AnnualFollowUpAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SamYearId = table.Column<Guid>(type: "uuid", nullable: false),
                    FormVersion = table.Column<int>(type: "integer", nullable: false),
                    QuestionKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnualFollowUpAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnnualFollowUpAnswers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnnualFollowUpAnswers_SamYears_SamYearId",
                        column: x => x.SamYearId,
                        principalTable: "SamYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Improvements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    SamYearId = table.Column<Guid>(type: "uuid", nullable: false),
                    ForYear = table.Column<int>(type: "integer", nullable: false),
                    QuestionKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Rev = table.Column<int>(type: "integer", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Improvements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Improvements_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Improvements_Places_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Improvements_SamYears_SamYearId",
                        column: x => x.SamYearId,
                        principalTable: "SamYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StepAbsences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SamYearId = table.Column<Guid>(type: "uuid", nullable: false),
                    StepKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StepAbsences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StepAbsences_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepAbsences_SamYears_SamYearId",
                        column: x => x.SamYearId,
                        principalTable: "SamYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StepInvolvements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SamYearId = table.Column<Guid>(type: "uuid", nullable: false),
                    StepKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    TookPart = table.Column<bool>(type: "boolean", nullable: false),
                    DifferingView = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StepInvolvements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StepInvolvements_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepInvolvements_SamYears_SamYearId",
                        column: x => x.SamYearId,
                        principalTable: "SamYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "YearPlans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SamYearId = table.Column<Guid>(type: "uuid", nullable: false),
                    OsaGoal = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    HealthFactors = table.Column<string[]>(type: "text[]", maxLength: 1000, nullable: false),
                    MeetingMonths = table.Column<int[]>(type: "integer[]", maxLength: 100, nullable: false),
                    Rev = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_YearPlans_SamYears_SamYearId",
                        column: x => x.SamYearId,
                        principalTable: "SamYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeasureRisk",
                columns: table => new
                {
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    RiskId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureRisk", x => new { x.MeasureId, x.RiskId });
                    table.ForeignKey(
                        name: "FK_MeasureRisk_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MeasureRisk_Risks_RiskId",
                        column: x => x.RiskId,
                        principalTable: "Risks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RiskAssessment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RiskId = table.Column<Guid>(type: "uuid", nullable: false),
                    MatrixVersion = table.Column<int>(type: "integer", nullable: false),
                    Likelihood = table.Column<int>(type: "integer", nullable: false),
                    Consequence = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<int>(type: "integer", nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Serious = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    AssessedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AssessedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskAssessment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RiskAssessment_People_AssessedBy",
                        column: x => x.AssessedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RiskAssessment_Risks_RiskId",
                        column: x => x.RiskId,
                        principalTable: "Risks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RiskEvent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RiskId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskEvent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RiskEvent_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RiskEvent_Risks_RiskId",
                        column: x => x.RiskId,
                        principalTable: "Risks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_NormalizedUserName",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_PersonId",
                table: "Accounts",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnnualFollowUpAnswers_PersonId",
                table: "AnnualFollowUpAnswers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualFollowUpAnswers_SamYearId",
                table: "AnnualFollowUpAnswers",
                column: "SamYearId");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReportDocuments_ReportId_Locking_Format",
                table: "AnnualReportDocuments",
                columns: new[] { "ReportId", "Locking", "Format" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReportEvent_PersonId",
                table: "AnnualReportEvent",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReportEvent_ReportId",
                table: "AnnualReportEvent",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReportInvolvement_PersonId",
                table: "AnnualReportInvolvement",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReportInvolvement_ReportId",
                table: "AnnualReportInvolvement",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReports_PlaceId",
                table: "AnnualReports",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReports_ReportYear_PlaceId",
                table: "AnnualReports",
                columns: new[] { "ReportYear", "PlaceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnswerOverrides_ImportId",
                table: "AnswerOverrides",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerOverrides_PlaceId",
                table: "AnswerOverrides",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerOverrides_ReplacedById",
                table: "AnswerOverrides",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerOverrides_ReportYear_PlaceId_QuestionKey",
                table: "AnswerOverrides",
                columns: new[] { "ReportYear", "PlaceId", "QuestionKey" },
                unique: true,
                filter: "\"ReplacedById\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerOverrideVersions_PersonId",
                table: "AnswerOverrideVersions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerOverrideVersions_ReportId_QuestionKey_Number",
                table: "AnswerOverrideVersions",
                columns: new[] { "ReportId", "QuestionKey", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_BoardAnswers_BoardId",
                table: "BoardAnswers",
                column: "BoardId");

            migrationBuilder.CreateIndex(
                name: "IX_BoardAnswers_ImportId",
                table: "BoardAnswers",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_BoardAnswers_ReplacedById",
                table: "BoardAnswers",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_BoardAnswers_ReportYear_BoardId_QuestionKey",
                table: "BoardAnswers",
                columns: new[] { "ReportYear", "BoardId", "QuestionKey" },
                unique: true,
                filter: "\"ReplacedById\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_BoardDecision_PersonId",
                table: "BoardDecision",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_BoardDecision_ReportId",
                table: "BoardDecision",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistVersions_Key_Version",
                table: "ChecklistVersions",
                columns: new[] { "Key", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeTreatment_PersonId",
                table: "CommitteeTreatment",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeTreatment_ReportId",
                table: "CommitteeTreatment",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_DeficiencyDismissals_PersonId",
                table: "DeficiencyDismissals",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_DeficiencyDismissals_RoundId_QuestionKey",
                table: "DeficiencyDismissals",
                columns: new[] { "RoundId", "QuestionKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DemoPeople_PersonId",
                table: "DemoPeople",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_EffectCheck_MeasureId",
                table: "EffectCheck",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_EffectCheck_PersonId",
                table: "EffectCheck",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_Kind_ReportYear_ImportedAt",
                table: "ImportBatches",
                columns: new[] { "Kind", "ReportYear", "ImportedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Improvements_PersonId",
                table: "Improvements",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Improvements_SamYearId",
                table: "Improvements",
                column: "SamYearId");

            migrationBuilder.CreateIndex(
                name: "IX_Improvements_UnitId_ForYear",
                table: "Improvements",
                columns: new[] { "UnitId", "ForYear" });

            migrationBuilder.CreateIndex(
                name: "IX_InboxTasks_PersonId_DoneAt",
                table: "InboxTasks",
                columns: new[] { "PersonId", "DoneAt" });

            migrationBuilder.CreateIndex(
                name: "IX_InboxTasks_PlaceId_Role_DoneAt",
                table: "InboxTasks",
                columns: new[] { "PlaceId", "Role", "DoneAt" });

            migrationBuilder.CreateIndex(
                name: "IX_InboxTasks_ProcessId",
                table: "InboxTasks",
                column: "ProcessId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureCarryOver_MeasureId_FromYear",
                table: "MeasureCarryOver",
                columns: new[] { "MeasureId", "FromYear" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasureCarryOver_PersonId",
                table: "MeasureCarryOver",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureDueDate_From_MeasureId",
                table: "MeasureDueDate",
                columns: new[] { "From", "MeasureId" });

            migrationBuilder.CreateIndex(
                name: "IX_MeasureDueDate_MeasureId",
                table: "MeasureDueDate",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureDueDate_PersonId",
                table: "MeasureDueDate",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureEvent_Kind_At",
                table: "MeasureEvent",
                columns: new[] { "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_MeasureEvent_MeasureId",
                table: "MeasureEvent",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureEvent_PersonId",
                table: "MeasureEvent",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureRisk_RiskId",
                table: "MeasureRisk",
                column: "RiskId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_CreatedBy",
                table: "Measures",
                column: "CreatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_DoneOn",
                table: "Measures",
                column: "DoneOn");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_DueOn_Id",
                table: "Measures",
                columns: new[] { "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Measures_ResponsibleId_Status_DueOn",
                table: "Measures",
                columns: new[] { "ResponsibleId", "Status", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Measures_SortKey_Id",
                table: "Measures",
                columns: new[] { "SortKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Measures_Status_DueOn_Id",
                table: "Measures",
                columns: new[] { "Status", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Measures_UnitId_Status_DueOn",
                table: "Measures",
                columns: new[] { "UnitId", "Status", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_MetricValues_ImportId",
                table: "MetricValues",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_MetricValues_PlaceId",
                table: "MetricValues",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_MetricValues_ReplacedById",
                table: "MetricValues",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_MetricValues_ReportYear_PlaceId_Metric_GroupKind_Group_Slot",
                table: "MetricValues",
                columns: new[] { "ReportYear", "PlaceId", "Metric", "GroupKind", "Group", "Slot" },
                unique: true,
                filter: "\"ReplacedById\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Observations_ReceiptCode",
                table: "Observations",
                column: "ReceiptCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Observations_RepliedBy",
                table: "Observations",
                column: "RepliedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Observations_ReporterId",
                table: "Observations",
                column: "ReporterId");

            migrationBuilder.CreateIndex(
                name: "IX_Observations_UnitId_Status_ReportedAt",
                table: "Observations",
                columns: new[] { "UnitId", "Status", "ReportedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PlaceAliases_FoldedName_PlaceId",
                table: "PlaceAliases",
                columns: new[] { "FoldedName", "PlaceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlaceAliases_PlaceId",
                table: "PlaceAliases",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaceLinks_ChildId",
                table: "PlaceLinks",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaceLinks_ParentId_ChildId_Kind_ValidFrom",
                table: "PlaceLinks",
                columns: new[] { "ParentId", "ChildId", "Kind", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Places_Code",
                table: "Places",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_Places_FoldedName",
                table: "Places",
                column: "FoldedName");

            migrationBuilder.CreateIndex(
                name: "IX_Places_Kind_SortKey",
                table: "Places",
                columns: new[] { "Kind", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Places_PredecessorId",
                table: "Places",
                column: "PredecessorId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaceScopes_DescendantId_AncestorId",
                table: "PlaceScopes",
                columns: new[] { "DescendantId", "AncestorId" });

            migrationBuilder.CreateIndex(
                name: "IX_Processes_PlaceId_Year",
                table: "Processes",
                columns: new[] { "PlaceId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_ProcessEvents_PersonId",
                table: "ProcessEvents",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ProcessEvents_ProcessId",
                table: "ProcessEvents",
                column: "ProcessId");

            migrationBuilder.CreateIndex(
                name: "IX_ProcessSteps_State_DueOn",
                table: "ProcessSteps",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ProcessTimers_DoneAt_DueAt",
                table: "ProcessTimers",
                columns: new[] { "DoneAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProcessTimers_ProcessId",
                table: "ProcessTimers",
                column: "ProcessId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportAnswerVersions_PersonId",
                table: "ReportAnswerVersions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportAnswerVersions_ReportId_QuestionKey_Number",
                table: "ReportAnswerVersions",
                columns: new[] { "ReportId", "QuestionKey", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RiskAssessment_AssessedBy",
                table: "RiskAssessment",
                column: "AssessedBy");

            migrationBuilder.CreateIndex(
                name: "IX_RiskAssessment_At",
                table: "RiskAssessment",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_RiskAssessment_RiskId",
                table: "RiskAssessment",
                column: "RiskId");

            migrationBuilder.CreateIndex(
                name: "IX_RiskEvent_PersonId",
                table: "RiskEvent",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_RiskEvent_RiskId",
                table: "RiskEvent",
                column: "RiskId");

            migrationBuilder.CreateIndex(
                name: "IX_Risks_CreatedAt",
                table: "Risks",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Risks_CreatedBy",
                table: "Risks",
                column: "CreatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Risks_FoundOn_Id",
                table: "Risks",
                columns: new[] { "FoundOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_ObservationId",
                table: "Risks",
                column: "ObservationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Rank_Id",
                table: "Risks",
                columns: new[] { "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_RoundId_QuestionKey",
                table: "Risks",
                columns: new[] { "RoundId", "QuestionKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Risks_SortKey_Id",
                table: "Risks",
                columns: new[] { "SortKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Category_Rank_Id",
                table: "Risks",
                columns: new[] { "Status", "Category", "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_FoundOn_Id",
                table: "Risks",
                columns: new[] { "Status", "FoundOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Level_Rank_Id",
                table: "Risks",
                columns: new[] { "Status", "Level", "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Rank_Id",
                table: "Risks",
                columns: new[] { "Status", "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Status_Serious_Rank_Id",
                table: "Risks",
                columns: new[] { "Status", "Serious", "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_UnitId_Status_Likelihood_Consequence_Serious",
                table: "Risks",
                columns: new[] { "UnitId", "Status", "Likelihood", "Consequence", "Serious" });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_UnitId_Status_Rank_Id",
                table: "Risks",
                columns: new[] { "UnitId", "Status", "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignments_PersonId",
                table: "RoleAssignments",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignments_PlaceId",
                table: "RoleAssignments",
                column: "PlaceId");

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
                name: "IX_SafetyRounds_CompletedAt",
                table: "SafetyRounds",
                column: "CompletedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyRounds_PlannedFor_UnitId_Status",
                table: "SafetyRounds",
                columns: new[] { "PlannedFor", "UnitId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_SafetyRounds_Status_PlannedFor_UnitId",
                table: "SafetyRounds",
                columns: new[] { "Status", "PlannedFor", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_SafetyRounds_UnitId_PlannedFor",
                table: "SafetyRounds",
                columns: new[] { "UnitId", "PlannedFor" });

            migrationBuilder.CreateIndex(
                name: "IX_SamYears_ProcessId",
                table: "SamYears",
                column: "ProcessId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SamYears_UnitId_Year",
                table: "SamYears",
                columns: new[] { "UnitId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SectionTexts_ImportId",
                table: "SectionTexts",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_SectionTexts_PlaceId",
                table: "SectionTexts",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_SectionTexts_ReplacedById",
                table: "SectionTexts",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_SectionTexts_ReportYear_PlaceId_SectionKey",
                table: "SectionTexts",
                columns: new[] { "ReportYear", "PlaceId", "SectionKey" },
                unique: true,
                filter: "\"ReplacedById\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SectionTextVersions_PersonId",
                table: "SectionTextVersions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SectionTextVersions_ReportId_SectionKey_Number",
                table: "SectionTextVersions",
                columns: new[] { "ReportId", "SectionKey", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StepAbsences_PersonId",
                table: "StepAbsences",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_StepAbsences_SamYearId_StepKey",
                table: "StepAbsences",
                columns: new[] { "SamYearId", "StepKey" });

            migrationBuilder.CreateIndex(
                name: "IX_StepInvolvements_PersonId",
                table: "StepInvolvements",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_StepInvolvements_SamYearId_StepKey",
                table: "StepInvolvements",
                columns: new[] { "SamYearId", "StepKey" });

            migrationBuilder.CreateIndex(
                name: "IX_YearPlans_SamYearId",
                table: "YearPlans",
                column: "SamYearId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "AnnualFollowUpAnswers");

            migrationBuilder.DropTable(
                name: "AnnualReportDocuments");

            migrationBuilder.DropTable(
                name: "AnnualReportEvent");

            migrationBuilder.DropTable(
                name: "AnnualReportInvolvement");

            migrationBuilder.DropTable(
                name: "AnswerOverrides");

            migrationBuilder.DropTable(
                name: "AnswerOverrideVersions");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "BoardAnswers");

            migrationBuilder.DropTable(
                name: "BoardDecision");

            migrationBuilder.DropTable(
                name: "CommitteeTreatment");

            migrationBuilder.DropTable(
                name: "DeficiencyDismissals");

            migrationBuilder.DropTable(
                name: "DemoMarks");

            migrationBuilder.DropTable(
                name: "DemoPeople");

            migrationBuilder.DropTable(
                name: "EffectCheck");

            migrationBuilder.DropTable(
                name: "Improvements");

            migrationBuilder.DropTable(
                name: "InboxTasks");

            migrationBuilder.DropTable(
                name: "MeasureCarryOver");

            migrationBuilder.DropTable(
                name: "MeasureDueDate");

            migrationBuilder.DropTable(
                name: "MeasureEvent");

            migrationBuilder.DropTable(
                name: "MeasureRisk");

            migrationBuilder.DropTable(
                name: "MetricValues");

            migrationBuilder.DropTable(
                name: "PlaceAliases");

            migrationBuilder.DropTable(
                name: "PlaceLinks");

            migrationBuilder.DropTable(
                name: "PlaceScopes");

            migrationBuilder.DropTable(
                name: "ProcessEvents");

            migrationBuilder.DropTable(
                name: "ProcessSteps");

            migrationBuilder.DropTable(
                name: "ProcessTimers");

            migrationBuilder.DropTable(
                name: "ProtectionKeys");

            migrationBuilder.DropTable(
                name: "ReportAnswerVersions");

            migrationBuilder.DropTable(
                name: "RiskAssessment");

            migrationBuilder.DropTable(
                name: "RiskEvent");

            migrationBuilder.DropTable(
                name: "RoleAssignments");

            migrationBuilder.DropTable(
                name: "RoundAnswer");

            migrationBuilder.DropTable(
                name: "RoundParticipant");

            migrationBuilder.DropTable(
                name: "SectionTexts");

            migrationBuilder.DropTable(
                name: "SectionTextVersions");

            migrationBuilder.DropTable(
                name: "StepAbsences");

            migrationBuilder.DropTable(
                name: "StepInvolvements");

            migrationBuilder.DropTable(
                name: "YearPlans");

            migrationBuilder.DropTable(
                name: "Measures");

            migrationBuilder.DropTable(
                name: "Risks");

            migrationBuilder.DropTable(
                name: "ImportBatches");

            migrationBuilder.DropTable(
                name: "AnnualReports");

            migrationBuilder.DropTable(
                name: "SamYears");

            migrationBuilder.DropTable(
                name: "Observations");

            migrationBuilder.DropTable(
                name: "SafetyRounds");

            migrationBuilder.DropTable(
                name: "Processes");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "ChecklistVersions");

            migrationBuilder.DropTable(
                name: "Places");
        }
    }
}
