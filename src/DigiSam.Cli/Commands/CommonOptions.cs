using System.CommandLine;
using DigiSam.Organisation;

namespace DigiSam.Cli.Commands;

/// <summary>Options that several commands share, with the same words everywhere.</summary>
internal static class CommonOptions
{
    public const string Municipality = "municipality";

    public const string Board = "board";

    public static Argument<string> File(string description) => new("FIL") { Description = description };

    public static Option<int> Year() => new("--year") { Description = "Rapportens år, det som står i dess namn.", HelpName = "ÅR", Required = true };

    public static Option<bool> DryRun() => new("--dry-run") { Description = "Pröva: visa vad som skulle hända, ändra inget." };

    public static Option<string> Level()
    {
        var level = new Option<string>("--level") { Description = "Rapportens nivå: municipality eller kommun, board eller nämnd.", HelpName = "NIVÅ", Required = true };
        level.AcceptOnlyFromAmong(Municipality, "kommun", Board, "nämnd");
        return level;
    }

    /// <summary>Any level that reports.</summary>
    public static Option<string> AnyLevel()
    {
        var level = new Option<string>("--level") { Description = "Rapportens nivå: municipality eller kommun, board eller nämnd, administration eller förvaltning, unit eller enhet.", HelpName = "NIVÅ", Required = true };
        level.AcceptOnlyFromAmong(Municipality, "kommun", Board, "nämnd", "administration", "förvaltning", "unit", "enhet");
        return level;
    }

    public static Option<string?> PlaceName() => new("--name") { Description = "Namnet på nämnden, förvaltningen eller enheten, eller dess kod.", HelpName = "NAMN" };

    public static Option<string?> BoardName() => new("--name") { Description = "Nämndens namn, när nivån är board.", HelpName = "NAMN" };

    /// <summary>The id of the place asked for, null for the municipality; false with an exit code when it cannot be told.</summary>
    public static async Task<(bool Found, Guid? PlaceId, int Exit)> FindReporting(
        Session session, ParseResult parsed, Option<string> level, Option<string?> name, int year, CancellationToken stop)
    {
        if (parsed.GetValue(level) is Municipality or "kommun" or Board or "nämnd")
            return await FindBoard(session, parsed, level, name, year, stop);
        if (parsed.GetValue(name) is not { Length: > 0 } wanted)
        {
            session.Screen.Error("--name saknas. Ange namnet på enheten eller förvaltningen, till exempel --name Björkskolan");
            return (false, null, ExitCode.Usage);
        }

        var (done, id, exit) = await session.Send(new FindReportingPlace(wanted, year, parsed.GetValue(level) is "unit" or "enhet" ? PlaceKind.Unit : PlaceKind.Administration), stop);
        return (done, done ? id : null, exit);
    }

    /// <summary>The id of the board asked for, null for the municipality; false with an exit code when it cannot be told.</summary>
    public static async Task<(bool Found, Guid? BoardId, int Exit)> FindBoard(
        Session session, ParseResult parsed, Option<string> level, Option<string?> name, int year, CancellationToken stop)
    {
        var board = parsed.GetValue(name);
        if (parsed.GetValue(level) is Municipality or "kommun")
        {
            if (board is null)
                return (true, null, ExitCode.Ok);
            session.Screen.Error("--name anges bara med --level board.");
            return (false, null, ExitCode.Usage);
        }

        if (board is null)
        {
            session.Screen.Error("--name saknas. Ange nämndens namn, till exempel --name Socialnämnden");
            return (false, null, ExitCode.Usage);
        }

        var (done, id, exit) = await session.Send(new FindBoard(board, year), stop);
        return (done, done ? id : null, exit);
    }
}
