using System;

namespace Playground.Safety;

/// <summary>How much one visitor, and all together, may ask for.</summary>
internal static class Limits
{
    /// <summary>Characters of a text.</summary>
    public const int Text = 20_000;

    /// <summary>Attributes in a text: each [SoftKernel] is up to 200 KB of generated source.</summary>
    public const int Attributes = 16;

    /// <summary>Diagnostics that are shown.</summary>
    public const int Findings = 50;

    /// <summary>Characters of a generated file that are shown.</summary>
    public const int Shown = 600_000;

    /// <summary>Of a compilation.</summary>
    public static TimeSpan Time { get; } = TimeSpan.FromSeconds(10);

    /// <summary>What a compilation that was told to stop may still take.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Bytes of the heap of a process that compiles.</summary>
    public const long Memory = 600L << 20;

    /// <summary>Processes that compile, so that one heavy text, and another that has just broken one, leave others a way.</summary>
    public static int Processes { get; } = Math.Clamp(Environment.ProcessorCount, 3, 6);

    /// <summary>Texts that may wait for them.</summary>
    public const int Waiting = 20;

    /// <summary>Visitors with a page open.</summary>
    public const int Visitors = 50;

    /// <summary>Values of a row: of doubles fewer, whose reference is of many digits.</summary>
    public const int Floats = 4096;

    /// <inheritdoc cref="Floats"/>
    public const int Doubles = 512;

    /// <summary>Races that may wait for the machine, with the one that has it.</summary>
    public const int Races = 10;

    /// <summary>Bytes of a message from a browser: a text of the greatest length, escaped.</summary>
    public const int Message = 256 << 10;
}
