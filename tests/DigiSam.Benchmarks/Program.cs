using DigiSam.Benchmarks;

// The bound of a program's start is this same program when it does nothing.
if (args is [ProcessStart.Nothing])
{
    Console.WriteLine("Hej");
    return 0;
}

return await Comparison.Run();
