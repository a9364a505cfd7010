using DigiSam.DefinitionFiles;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Web.Demo;
using Microsoft.AspNetCore.Connections;

namespace DigiSam.Web;

/// <summary>What the process answers to its caller, with the same numbers as the command line.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The host was started with the wrong words.</summary>
    public const int Usage = 2;

    /// <summary>The installation cannot be used: database, folder, address or definitions.</summary>
    public const int Installation = 3;

    /// <summary>A fault in the program itself.</summary>
    public const int Unexpected = 4;
}

/// <summary>Why the host did not start, for the person who started it.</summary>
internal static class StartFault
{
    public static (string Message, int Exit) Describe(Exception stopped) => stopped switch
    {
        WrongArgumentsException or WrongProxyException => (stopped.Message, ExitCode.Usage),
        InvalidDefinitionException invalid => ($"{invalid.Message}\nRätta dem och starta igen.", ExitCode.Installation),
        DatabaseIsTakenException taken => (InTheWay(taken.Database), ExitCode.Installation),
        DatabaseInUseException or DatabaseIsNewerException
            or UnsupportedConnectionException or DemoIsLocalException or DemoNotMadeException => (stopped.Message, ExitCode.Installation),
        BrokenRule broken => (broken.Message, ExitCode.Usage),
        IOException { InnerException: AddressInUseException } => ("Adressen används redan av ett annat program på den här datorn. Stoppa det, eller ange en annan med --urls.", ExitCode.Installation),
        _ when DatabaseFault.In(stopped) is { } fault => (fault, ExitCode.Installation),
        IOException or UnauthorizedAccessException => ($"En fil, mapp eller adress kan inte användas: {stopped.Message}", ExitCode.Installation),
        _ => ($"Ett oväntat fel inträffade och värden har stannat. Skicka texten nedan till den som sköter DigiSam.\n{stopped}", ExitCode.Unexpected),
    };

    private static string InTheWay(DatabaseOptions database) => database.Kind switch
    {
        DatabaseKind.Sqlite => $"Datamappen {database.Where} används redan av en annan DigiSam-värd. Stoppa den, eller ange en annan mapp med --data.",
        _ => $"{database.Where} uppgraderas eller fylls just nu av ett kommando. Vänta tills det är klart och starta igen.",
    };
}
