using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Planning;

/// <summary>What generated files are called.</summary>
internal static class FileNames
{
    /// <summary>What the name of a generated file ends with.</summary>
    public const string Suffix = ".SoftKernel.g.cs";

    /// <summary>File systems take 255 bytes, of which the ending needs some.</summary>
    private const int MostBytesOfName = 200;

    /// <summary>Of a longer name, the last ones are kept: at most three bytes each, or four for two.</summary>
    private const int LettersOfLongName = 64;

    /// <summary>The name of the generated file: the type's full metadata name.</summary>
    /// <param name="metadataName">Of the type.</param>
    /// <param name="isAmbiguous">Whether another annotated type's name differs by case only: C# tells them apart, file names do not.</param>
    public static string Of(string metadataName, bool isAmbiguous)
    {
        string name = metadataName.Replace('`', '-');
        bool isTooLong = Encoding.UTF8.GetByteCount(name) > MostBytesOfName;
        string kept = isTooLong ? name.Substring(Math.Max(0, name.Length - LettersOfLongName)) : name;
        return isAmbiguous || isTooLong ? $"{kept}-{StableHash.Of(metadataName):x8}{Suffix}" : name + Suffix;
    }

    /// <summary>The metadata names that a file system may take for one another, in ordinal order.</summary>
    public static EquatableArray<string> Ambiguous(IEnumerable<string> metadataNames) => new(metadataNames
        .Distinct(StringComparer.Ordinal)
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(names => names.Skip(1).Any())
        .SelectMany(names => names)
        .OrderBy(name => name, StringComparer.Ordinal));
}
